"""What the README says is true: its commands, its tree, its dependencies, its figures' commands."""

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import cli

ROOT = Path(__file__).parents[1]
CONTEXT = click.Context(cli.commands)
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_make_target_named_exists_and_every_target_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"make ([a-z-]+)", README))
    assert named <= targets
    assert targets <= named


@pytest.mark.parametrize("line", re.findall(r"^(ortak [^\n#]+?)(?:\s+#.*)?$", README, re.MULTILINE))
def test_every_command_in_the_readme_is_a_command_with_those_options(line: str) -> None:
    words = re.findall(r'"[^"]*"|\S+', line)[1:]
    command = cli.commands
    while words and isinstance(command, click.Group):
        name = words.pop(0)
        command = command.get_command(CONTEXT, name)
        assert command is not None, line
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known, line


def test_every_command_is_in_the_readme() -> None:
    for name in cli.commands.list_commands(CONTEXT):
        assert f"ortak {name}" in README, name


def test_every_dependency_has_its_line() -> None:
    declared = [*PROJECT["project"]["dependencies"]]
    for extra in PROJECT["project"]["optional-dependencies"].values():
        declared += extra
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    declared += re.findall(r'--no-deps "([^"]+)"', makefile)
    names = {re.match(r"[A-Za-z0-9_-]+", line)[0] for line in declared} - {"ortak"}
    rows = set(re.findall(r"^\| `([A-Za-z0-9_-]+)`", README.split("## Dependencies")[1], re.MULTILINE))
    assert rows == names


def test_the_tree_in_the_readme_is_there() -> None:
    block = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1]
    folder = ROOT
    for line in block.splitlines():
        indent = len(line) - len(line.lstrip())
        names = re.match(r"\s*((?:[\w.-]+/?\s{1,2})+|[\w.-]+/?)", line)
        if not names:
            continue
        for name in names[1].split():
            base = ROOT if indent == 0 else folder
            assert (base / name).exists(), line
            if indent == 0 and name.endswith("/"):
                folder = ROOT / name


def test_help_is_there_for_every_command() -> None:
    for name in cli.commands.list_commands(CONTEXT):
        command = cli.commands.get_command(CONTEXT, name)
        result = CliRunner().invoke(cli.commands, [name, "--help"])
        assert result.exit_code == 0, name
        assert (command.help or "").strip(), name


def test_the_readme_says_nothing_of_where_it_was_made() -> None:
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "THIRD_PARTY.md"):
        assert not re.search(r"/(?:home|opt|root|srv|tmp|var)/\w|\w\.org/simple", path.read_text(encoding="utf-8")), (
            path
        )


def test_the_package_carries_its_data() -> None:
    data = PROJECT["tool"]["setuptools"]["package-data"]
    for package, patterns in data.items():
        for pattern in patterns:
            assert list((ROOT / package).glob(pattern)), (package, pattern)
    held = {path for patterns in (data["corpus"],) for pattern in patterns for path in (ROOT / "corpus").glob(pattern)}
    shipped = {path for path in (ROOT / "corpus").rglob("*") if path.suffix in {".toml", ".md"}}
    assert shipped <= held
