"""The packed weights written once as an ONNX model file and a tokenizer file, without torch.

Linear layers stay 4-bit (MatMulNBits), so the numbers are those of the packed file; the rest is the BERT encoder of
multilingual-e5-small: embeddings, post-norm layers, mean over the tokens, unit length.
"""

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import ArrayLike
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from indexer.e5_weights import BLOCK, PackedWeights

MAX_TOKENS = 512
MICROSOFT = "com.microsoft"


def write_tokenizer(weights: PackedWeights, path: Path) -> None:
    """Write the SentencePiece unigram tokenizer as a `tokenizers` JSON file."""
    vocabulary = [(piece, float(score)) for piece, score in zip(weights.pieces, weights.scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=weights.special.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", weights.special.begin), ("</s>", weights.special.end)]
    )
    tokenizer.save(str(path), pretty=False)


def write_model(weights: PackedWeights, path: Path) -> None:
    """Write the encoder: `input_ids` and `attention_mask` (batch, tokens) in, `embedding` (batch, hidden) out."""
    onnx.save(_Graph(weights).model(), str(path))


class _Graph:
    """Collects nodes and weights; each method adds one piece and returns the name of its output."""

    def __init__(self, weights: PackedWeights) -> None:
        self.weights = weights
        self.sizes = weights.sizes
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        hidden = self._embeddings()
        bias = self._attention_bias()
        for layer in range(self.sizes.layers):
            hidden = self._layer(f"l{layer}", hidden, bias)
        self._pool(hidden)
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ]
        output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", self.sizes.hidden])
        graph = helper.make_graph(self.nodes, "multilingual-e5-small", inputs, [output], self.initializers)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)

    def _constant(self, name: str, value: ArrayLike, dtype: str = "float32") -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value, dtype=dtype), name))
        return name

    def _node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def _embeddings(self) -> str:
        sizes, weights = self.sizes, self.weights
        scales, values = weights.blocks("emb.word", sizes.vocabulary, sizes.hidden)
        blocks = sizes.hidden // BLOCK
        packed = (values[:, 0::2] | (values[:, 1::2] << 4)).astype(np.uint8)
        for name, shape, raw in (
            ("words", [sizes.vocabulary, sizes.hidden], packed.tobytes()),
            ("words.zero", [sizes.vocabulary, blocks], b"\x88" * (sizes.vocabulary * blocks // 2)),
        ):
            self.initializers.append(helper.make_tensor(name, TensorProto.UINT4, shape, raw, raw=True))
        self._constant("words.scales", scales)
        self._node(
            "GatherBlockQuantized",
            ["words", "input_ids", "words.scales", "words.zero"],
            "words.rows",
            domain=MICROSOFT,
            gather_axis=0,
            quantize_axis=1,
            block_size=BLOCK,
        )
        places = weights.floats("emb.pos").reshape(-1, sizes.hidden)[:MAX_TOKENS]
        types = weights.floats("emb.type").reshape(-1, sizes.hidden)[0]
        self._constant("positions", places + types)
        self._constant("zero", [0], "int64")
        self._constant("one", [1], "int64")
        self._node("Shape", ["input_ids"], "shape")
        self._node("Gather", ["shape", "one"], "length")
        self._node("Slice", ["positions", "zero", "length", "zero"], "positions.rows")
        self._node("Add", ["words.rows", "positions.rows"], "embedded")
        return self._norm("embedded", "emb.ln", "embedded.norm")

    def _attention_bias(self) -> str:
        self._constant("far", np.array(-1e9))
        self._constant("whole", np.array(1.0))
        self._constant("axes", [1, 2], "int64")
        self._node("Cast", ["attention_mask"], "mask", to=TensorProto.FLOAT)
        self._node("Sub", ["whole", "mask"], "masked")
        self._node("Mul", ["masked", "far"], "masked.far")
        return self._node("Unsqueeze", ["masked.far", "axes"], "bias")

    def _norm(self, value: str, name: str, output: str) -> str:
        scale = self._constant(f"{output}.w", self.weights.floats(f"{name}.w"))
        shift = self._constant(f"{output}.b", self.weights.floats(f"{name}.b"))
        return self._node("LayerNormalization", [value, scale, shift], output, axis=-1, epsilon=1e-12)

    def _linear(self, value: str, name: str, rows: int, columns: int) -> str:
        scales, values = self.weights.blocks(f"{name}.w", rows, columns)
        packed = (values[:, 0::2] | (values[:, 1::2] << 4)).reshape(rows, columns // BLOCK, BLOCK // 2)
        inputs = [value, self._constant(f"{name}.q", packed, "uint8"), self._constant(f"{name}.s", scales.ravel())]
        self._node(
            "MatMulNBits",
            inputs,
            f"{name}.product",
            domain=MICROSOFT,
            K=columns,
            N=rows,
            bits=4,
            block_size=BLOCK,
            accuracy_level=4,
        )
        return self._node(
            "Add", [f"{name}.product", self._constant(f"{name}.b", self.weights.floats(f"{name}.b"))], name
        )

    def _layer(self, layer: str, value: str, bias: str) -> str:
        hidden, wide = self.sizes.hidden, self.sizes.feed_forward
        attended = self._linear(self._attention(layer, value, bias), f"{layer}.ao", hidden, hidden)
        value = self._norm(self._node("Add", [attended, value], f"{layer}.sum1"), f"{layer}.aln", f"{layer}.norm1")
        inner = self._gelu(self._linear(value, f"{layer}.fi", wide, hidden), layer)
        outer = self._linear(inner, f"{layer}.fo", hidden, wide)
        return self._norm(self._node("Add", [outer, value], f"{layer}.sum2"), f"{layer}.oln", f"{layer}.norm2")

    def _attention(self, layer: str, value: str, bias: str) -> str:
        hidden, heads = self.sizes.hidden, self.sizes.heads
        if layer == "l0":
            self._constant("heads", [0, 0, heads, hidden // heads], "int64")
            self._constant("joined", [0, 0, hidden], "int64")
            self._constant("scale", np.array(1 / np.sqrt(hidden // heads)))
        for part, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])):
            name = f"{layer}.{part}"
            self._node("Reshape", [self._linear(value, name, hidden, hidden), "heads"], f"{name}.split")
            self._node("Transpose", [f"{name}.split"], f"{name}.t", perm=order)
        self._node("MatMul", [f"{layer}.q.t", f"{layer}.k.t"], f"{layer}.scores")
        self._node("Mul", [f"{layer}.scores", "scale"], f"{layer}.scaled")
        self._node("Add", [f"{layer}.scaled", bias], f"{layer}.biased")
        self._node("Softmax", [f"{layer}.biased"], f"{layer}.weights", axis=-1)
        self._node("MatMul", [f"{layer}.weights", f"{layer}.v.t"], f"{layer}.context")
        self._node("Transpose", [f"{layer}.context"], f"{layer}.context.t", perm=[0, 2, 1, 3])
        return self._node("Reshape", [f"{layer}.context.t", "joined"], f"{layer}.context.joined")

    def _gelu(self, value: str, layer: str) -> str:
        if layer == "l0":
            self._constant("root", np.array(1 / np.sqrt(2)))
            self._constant("half", np.array(0.5))
        self._node("Mul", [value, "root"], f"{layer}.gelu1")
        self._node("Erf", [f"{layer}.gelu1"], f"{layer}.gelu2")
        self._node("Add", [f"{layer}.gelu2", "whole"], f"{layer}.gelu3")
        self._node("Mul", [value, f"{layer}.gelu3"], f"{layer}.gelu4")
        return self._node("Mul", [f"{layer}.gelu4", "half"], f"{layer}.gelu5")

    def _pool(self, hidden: str) -> None:
        self._constant("last", [2], "int64")
        self._node("Unsqueeze", ["mask", "last"], "mask.column")
        self._node("Mul", [hidden, "mask.column"], "kept")
        self._node("ReduceSum", ["kept", "one"], "kept.sum", keepdims=0)
        self._node("ReduceSum", ["mask", "one"], "kept.count", keepdims=1)
        self._node("Div", ["kept.sum", "kept.count"], "mean")
        self._node("ReduceL2", ["mean"], "mean.length", axes=[1], keepdims=1)
        self._node("Div", ["mean", "mean.length"], "embedding")
