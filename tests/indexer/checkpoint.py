"""The default encoder's weights as an ordinary sentence-transformers checkpoint, for comparing the two engines."""

from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Transformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from indexer.e5_weights import PackedWeights

LINEAR = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
PROMPTS = {"query": "query: ", "passage": "passage: "}


def write_checkpoint(weights: PackedWeights, tokenizer: Path, folder: Path) -> None:
    """Write model, tokenizer, mean pooling and prompts as sentence-transformers saves them."""
    sizes = weights.sizes
    config = BertConfig(
        vocab_size=sizes.vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.feed_forward,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.token_types,
        layer_norm_eps=1e-12,
        pad_token_id=weights.special.padding,
        hidden_act="gelu",
    )
    model = BertModel(config, add_pooling_layer=False)
    missing, unexpected = model.load_state_dict(_state(weights), strict=False)
    assert not unexpected
    assert not [name for name in missing if "position_ids" not in name and "token_type_ids" not in name]
    model.save_pretrained(folder / "plain")
    PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_file(str(tokenizer)),
        bos_token="<s>",
        eos_token="</s>",
        cls_token="<s>",
        sep_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        model_max_length=512,
    ).save_pretrained(folder / "plain")
    body = Transformer(str(folder / "plain"))
    body.max_seq_length = 512
    whole = SentenceTransformer(
        modules=[body, Pooling(sizes.hidden, pooling_mode="mean"), Normalize()], prompts=PROMPTS, device="cpu"
    )
    whole.save(str(folder / "whole"))


def _state(weights: PackedWeights) -> dict[str, torch.Tensor]:
    sizes = weights.sizes
    state = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", sizes.vocabulary, sizes.hidden),
        "embeddings.position_embeddings.weight": weights.floats("emb.pos").reshape(-1, sizes.hidden),
        "embeddings.token_type_embeddings.weight": weights.floats("emb.type").reshape(-1, sizes.hidden),
        "embeddings.LayerNorm.weight": weights.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": weights.floats("emb.ln.b"),
    }
    shapes = {"fi": (sizes.feed_forward, sizes.hidden), "fo": (sizes.hidden, sizes.feed_forward)}
    for layer in range(sizes.layers):
        for part, name in LINEAR.items():
            rows, columns = shapes.get(part, (sizes.hidden, sizes.hidden))
            state[f"encoder.layer.{layer}.{name}.weight"] = weights.matrix(f"l{layer}.{part}.w", rows, columns)
            state[f"encoder.layer.{layer}.{name}.bias"] = weights.floats(f"l{layer}.{part}.b")
        for part, name in NORMS.items():
            state[f"encoder.layer.{layer}.{name}.weight"] = weights.floats(f"l{layer}.{part}.w")
            state[f"encoder.layer.{layer}.{name}.bias"] = weights.floats(f"l{layer}.{part}.b")
    tensors = {name: torch.from_numpy(value.copy()) for name, value in state.items()}
    types = tensors["embeddings.token_type_embeddings.weight"]
    if types.shape[0] < sizes.token_types:
        tensors["embeddings.token_type_embeddings.weight"] = types.repeat(sizes.token_types, 1)
    return tensors
