"""Gains and losses against the last release: which gold references are newly found or newly missed."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

PATH = Path(__file__).with_name("last_release.json")


def changes(misses: Mapping[str, Sequence[str]], path: Path = PATH) -> list[str]:
    """One line for each reference that the last release missed and this one does not, and the other way round."""
    before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    lines = []
    for language in sorted(misses):
        old, new = set(before.get(language, ())), set(misses[language])
        lines += [f"gain  {language}  {miss}" for miss in sorted(old - new)]
        lines += [f"loss  {language}  {miss}" for miss in sorted(new - old)]
    return lines


def keep(misses: Mapping[str, Sequence[str]], path: Path = PATH) -> None:
    """Make these figures the ones that the next release is compared with."""
    fields = {language: list(found) for language, found in sorted(misses.items())}
    path.write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
