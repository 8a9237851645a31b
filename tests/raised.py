"""Every sentence that the product refuses with, read from its source: raised where it stands, or built elsewhere."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLANK = re.compile(r"\{[^}]*\}")
PACKAGES = ("corpus", "indexer", "references", "drafting", "prompts", "ui")
ON_THE_TERMINAL = ("corpus/imports/marcxml.py", "corpus/imports/reader.py", "corpus/imports/voting_csv.py")
"""Beside the commands: what reads the files that only `ortak import-resolutions` is given."""
BUILT_ELSEWHERE = {
    "corpus/parsing/legible.py": {"_noise", "_odd_reason"},
    "corpus/readers/archive.py": {"_member", "_objection"},
    "drafting/llm.py": {"_too_slow", "_told"},
    "drafting/projects/backups.py": {"back_up_if_due"},
    "indexer/search.py": {"_not_held"},
}
"""Functions that give a sentence to whoever raises it, or shows it as it is."""


@cache
def trees() -> dict[str, ast.Module]:
    """The source of every module that a page can call, by its path."""
    paths = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    names = {path.relative_to(ROOT).as_posix(): path for path in paths}
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in names.items()
        if not name.startswith("ui/commands/") and name not in ON_THE_TERMINAL
    }


@cache
def refusals() -> dict[str, str]:
    """Each sentence that a page can meet, its blanks as {}, with a place that it comes from."""
    found: dict[str, str] = {}
    for name, tree in trees().items():
        for node in ast.walk(tree):
            for sentence in _raised(node, name) or _built(node, name):
                found.setdefault(sentence, f"{name}:{getattr(node, 'lineno', 0)}")
    return found


@cache
def texts() -> frozenset[str]:
    """Every text of the product that a sentence can be made of, its blanks as {}."""
    return frozenset(text for name, tree in trees().items() for node in ast.walk(tree) for text in template(node, name))


def template(node: ast.AST, name: str) -> tuple[str, ...]:
    """A text of the source with its blanks as {}; nothing where it is none. Our own constants are written out."""
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.Name(id=constant) if constant in constants()[name]:
            return (constants()[name][constant],)
        case ast.JoinedStr(values=parts):
            return ("".join(_part(part, name) for part in parts),)
        case ast.Call(func=ast.Attribute(value=ast.Name() as named, attr="format")):
            return template(named, name)
        case _:
            return ()


@cache
def constants() -> dict[str, dict[str, str]]:
    """The texts that modules name, by module: its own and those it imports."""
    own = {name: dict(_named(tree, name)) for name, tree in trees().items()}
    return {name: own[name] | dict(_imported(tree, own)) for name, tree in trees().items()}


@cache
def error_names() -> frozenset[str]:
    """Our whole family of errors."""
    return frozenset(node.name for node in trees()["corpus/errors.py"].body if isinstance(node, ast.ClassDef))


def _raised(node: ast.AST, name: str) -> tuple[str, ...]:
    match node:
        case ast.Call(func=ast.Name(id=error), args=[first, *_]) if error in error_names():
            return template(first, name)
        case ast.Call(func=ast.Name(id="require"), args=[_, _, problem]):
            return template(problem, name)
        case _:
            return ()


def _built(node: ast.AST, name: str) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef) and node.name in BUILT_ELSEWHERE.get(name, ()):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Return) and inner.value is not None:
                given = inner.value.args[-1:] if isinstance(inner.value, ast.Call) else [inner.value]
                yield from (text for one in given for text in template(one, name) if text)


def _part(part: ast.expr, name: str) -> str:
    known = template(part.value, name) if isinstance(part, ast.FormattedValue) else template(part, name)
    return known[0] if known else "{}"


def _named(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=constant)], value=ast.Constant(value=str(text))):
                yield constant, BLANK.sub("{}", text)
            case _:
                pass


def _imported(tree: ast.Module, own: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            theirs = own.get(f"{node.module.replace('.', '/')}.py", {})
            yield from ((one.asname or one.name, theirs[one.name]) for one in node.names if one.name in theirs)
