"""`python -m bench.importing FOLDER [--pages N …]`: how long a long PDF takes to add and index, and how much memory.

The pages are those of the PDF files in the folder, one after another and again from the start until there are enough.
Each size runs in a process of its own and in an empty home, whose index of what ships is copied from ORTAK_HOME.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import click
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from corpus.folders import home_folder

MEGABYTE = 1024


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.option("--pages", multiple=True, type=int, default=(100, 300, 1000), show_default=True)
def main(folder: Path, pages: tuple[int, ...]) -> None:
    """Measure and print."""
    for count in pages:
        with tempfile.TemporaryDirectory() as scratch:
            home = Path(scratch) / "home"
            for part in ("index", "models"):
                shutil.copytree(home_folder() / part, home / part)
            long_file = Path(scratch) / f"pages-{count}.pdf"
            _write(folder, count, long_file)
            reading, _ = _run(["add", str(long_file), "--lang", "en", "--no-index"], home)
            indexing, peak = _run(["index"], home)
            click.echo(
                f"{count:5} pages: added in {reading:.0f} s, indexed in {indexing:.0f} s, "
                f"most memory of any process so far {peak / MEGABYTE:.0f} MB"
            )


def _write(folder: Path, count: int, target: Path) -> None:
    writer = PdfWriter()
    for page in islice(cycle(list(_pages(folder))), count):
        writer.add_page(page)
    writer.write(target)


def _pages(folder: Path) -> Iterator[PageObject]:
    for path in sorted(folder.glob("*.pdf")):
        try:
            reader = PdfReader(path)
            if len("".join(page.extract_text() for page in reader.pages)) > 1000 * len(reader.pages):
                yield from reader.pages
        except PyPdfError:
            continue


def _run(arguments: list[str], home: Path) -> tuple[float, int]:
    """Seconds that a command took, and the peak of resident memory of all children so far, in kilobytes."""
    start = time.monotonic()
    subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "cli", *arguments],
        check=True,
        env={**os.environ, "ORTAK_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


if __name__ == "__main__":
    main()
