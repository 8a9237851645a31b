"""Files changed at random and read: `python -m bench.fuzz [--seconds N] [FOLDER]` counts what comes of them."""

import argparse
import io
import random
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import OrtakError
from corpus.readers.reader import read_source

USUAL_SECONDS = 60.0
LARGEST_SEED = 400_000
SLOW_SECONDS = 10.0
TOKENS = (
    b"<w:p>", b"</w:r>", b"<text:list>", b"<ol>", b"<table><tr>", b"\0", b"&#xD800;", b"9" * 12, b"\xff\xfe", b"obj",
    b"stream\n", b"<!DOCTYPE x>", b"\x0c", b"[^1]", b"> " * 30,
)  # fmt: skip
SMALL_SEEDS = {
    "a.html": b"<html><head><meta charset=utf-8></head><ol start=3><li>x<table><tr><td>1<td>2</table></ol>",
    "a.md": b"---\ntitle: x\n---\n# Glaciers\n\n1. x\n   - y\n\n| a |\n|---|\n| b |\n\n"
    b"<b>z</b>[^1]\n\n[^1]: n\n",
    "a.txt": "Ледники тают\n\nи реки мелеют".encode("cp1251"),
    "a.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n4 0 obj<</Length 22>>stream\n"
    b"BT (Glaciers) Tj ET   \nendstream endobj\ntrailer<</Root 1 0 R>>",
}  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with some bytes changed, stretches doubled or cut out, foreign pieces put in, or the end cut off."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(changed) or 1)
        stretch = changed[place : place + chance.randint(1, 60)]
        match chance.randrange(9):
            case 0 | 1:
                changed[place : place + 1] = chance.randbytes(1)
            case 2 | 3:
                changed[place:place] = stretch * chance.randint(1, 20)
            case 4 | 5:
                del changed[place : place + len(stretch)]
            case 6 | 7:
                changed[place:place] = chance.choice(TOKENS)
            case _:
                del changed[place:]
    return bytes(changed)


def repacked(content: bytes, chance: random.Random) -> bytes:
    """An office file with one of its parts mutated, packed again so that its reader gets to see it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    victim = chance.choice([name for name in sorted(parts) if name.endswith(".xml")] or sorted(parts))
    parts[victim] = mutated(parts[victim], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()


def varied(name: str, content: bytes, chance: random.Random) -> bytes:
    """One mutation of a file, fit for its kind."""
    is_package = zipfile.is_zipfile(io.BytesIO(content)) and name.endswith(("docx", "odt"))
    return repacked(content, chance) if is_package and chance.random() < 0.7 else mutated(content, chance)


def seeds(folder: Path | None) -> dict[str, bytes]:
    """The files to start from: small ones of our own, and those of a folder that are not too large."""
    found = dict(SMALL_SEEDS)
    for path in sorted(folder.iterdir()) if folder is not None else ():
        if path.is_file() and path.stat().st_size <= LARGEST_SEED:
            found[path.name] = path.read_bytes()
    return found


def outcomes(files: dict[str, bytes], seconds: float, chance: random.Random) -> Iterator[tuple[str, str]]:
    """What came of one mutated file after another: its ending and “read”, the kind of refusal, or a fault."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name = chance.choice(sorted(files))
        content = varied(name, files[name], chance)
        begun = time.monotonic()
        ending = name.rpartition(".")[2]
        try:
            read_source(content, name, accept_changes=chance.random() < 0.5)
            yield ending, "read"
        except OrtakError as error:
            unforeseen = error.__cause__ is not None and "is damaged and cannot be read" in str(error)
            yield ending, f"unforeseen {type(error.__cause__).__name__}" if unforeseen else "refused"
            if unforeseen:
                traceback.print_exception(error.__cause__)
        except Exception as error:  # noqa: BLE001 (whatever comes through is what this looks for)
            traceback.print_exception(error)
            yield ending, f"OUTSIDE THE FAMILY {type(error).__name__}"
        if time.monotonic() - begun > SLOW_SECONDS:
            yield ending, f"slower than {SLOW_SECONDS:.0f} s"


def main() -> None:
    """Print the counts by ending and outcome."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="files to mutate besides the small ones")
    parser.add_argument("--seconds", type=float, default=USUAL_SECONDS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 (the same files every time)
    counts = Counter(outcomes(seeds(given.folder), given.seconds, chance))
    for (ending, outcome), count in sorted(counts.items()):
        print(f"{ending:6} {outcome:32} {count:7,}")
    print(f"{sum(counts.values()):,} files")


if __name__ == "__main__":
    main()
