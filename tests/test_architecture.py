"""The house rules that a machine can check: who may import whom, one home per heavy library, small pages."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "indexer", "references", "drafting", "prompts", "ui")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "indexer": {"corpus", "indexer"},
    "references": {"corpus", "indexer", "references"},
    "prompts": {"prompts"},
    "drafting": {"corpus", "indexer", "references", "drafting", "prompts"},
    "ui": {"corpus", "indexer", "references", "drafting", "prompts", "ui"},
}
COMMANDS = ("check", "lazy", "library", "official", "positions", "printing", "projects", "search")
HOMES = {
    "faiss": {"indexer/faiss_vectors.py"},
    "onnxruntime": {"indexer/onnx_encoder.py"},
    "onnx": {"indexer/e5_onnx.py"},
    "sentence_transformers": {"indexer/sentence_encoder.py"},
    "bm25s": {"indexer/lexical.py"},
    "Stemmer": {"indexer/tokens.py"},
    "py3langid": {"indexer/detect.py"},
    "tomllib": {"corpus/tables.py"},
    "platformdirs": {"corpus/folders.py"},
    "filelock": {"corpus/locking.py"},
    "pypdf": {"corpus/readers/pdf.py"},
    "pypdfium2": {"corpus/readers/pdfium.py"},
    "PIL": {"corpus/readers/pdfium.py"},
    "ftfy": {"corpus/parsing/legible.py"},
    "markdown_it": {"corpus/readers/markdown.py"},
    "mdit_py_plugins": {"corpus/readers/markdown.py"},
    "lxml": {"corpus/readers/markup.py", "drafting/export/footnotes.py", "drafting/export/word_file.py"},
    "langchain": {"drafting/llm.py"},
    "langchain_core": {"drafting/llm.py", "drafting/langchain_doors.py"},
    "langsmith": {"drafting/llm.py"},
    "openai": {"drafting/llm.py"},
    "apsw": {"drafting/projects/database.py"},
    "anyascii": {"drafting/projects/naming.py"},
    "xlsxwriter": {"drafting/export/matrix_xlsx.py"},
    "requests": {"corpus/official/site.py"},
    "urllib3": {"corpus/official/site.py"},
    "click": {"cli.py", *(f"ui/commands/{name}.py" for name in COMMANDS)},
}
NEVER = {"pickle", "dill", "joblib", "urllib.request", "http.client", "socket"}
BANNED_NAME_PARTS = {"process", "handle", "manage", "helper", "util", "utils", "manager"}


def modules() -> list[Path]:
    return [
        path
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if "__pycache__" not in path.parts
    ] + [ROOT / "app.py", ROOT / "cli.py"]


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_downstream_is_imported_upstream(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        if path.name == "__main__.py":
            continue
        ours = {name.split(".")[0] for name in imports(path)} & {*PACKAGES, "app", "cli", "bench", "tests"}
        assert ours <= MAY_IMPORT[package], path


def test_each_heavy_library_has_one_home() -> None:
    homes = defaultdict(set)
    for path in modules():
        for name in imports(path):
            homes[name.split(".")[0]].add(path.relative_to(ROOT).as_posix())
    for library, expected in HOMES.items():
        assert homes[library] == expected, library
    assert all(place == "app.py" or place.startswith("ui/") for place in homes["streamlit"])


def test_no_pickle_and_no_network() -> None:
    for path in modules():
        assert not imports(path) & NEVER, path


def test_the_page_frame_and_the_pages_stay_small() -> None:
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 40
    for page in (ROOT / "ui" / "pages").glob("*.py"):
        tree = ast.parse(page.read_text(encoding="utf-8"))
        assert not [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)], page
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 60, (page, node.name)


def test_caching_and_session_keys_have_one_home() -> None:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert "cache_resource" not in text or path.name == "resources.py", path
        assert "session_state" not in text or path.name == "state.py", path


def test_names_are_the_fields_words() -> None:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                parts = set(node.name.lower().split("_"))
                assert not parts & BANNED_NAME_PARTS, (path, node.name)
                assert "and" not in parts, (path, node.name)
