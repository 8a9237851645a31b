"""One official text, fetched into the drop folder or refused with the page to open by hand."""

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FetchRefused, LibraryDamaged
from corpus.language import LANGUAGES
from corpus.locking import one_at_a_time
from corpus.official.addresses import addresses, file_stem, page_to_open
from corpus.official.kind import suffix_of
from corpus.official.obstacle import OTHER_ADDRESS
from corpus.official.partial import PartialFile
from corpus.official.site import Progress, Site
from corpus.symbol import Symbol

ON_THE_WAY = ".fetching"
"""The hidden folder, inside the drop folder, of files that are not yet complete."""
SUFFIXES = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """The complete file of one text in one language.

    `address` is where it was asked for; it is empty where the file was there already and the site was not asked.
    """

    path: Path
    symbol: str
    language: str
    address: str


def fetch_official(symbol: Symbol, language: str, folder: Path, site: Site, progress: Progress) -> FetchedFile:
    """Fetch the text of the symbol in one of the six UN languages into the folder.

    A file that the folder holds already is not asked for again.

    Raises:
        FetchRefused: it could not be had; the message names the page to open and the folder to save into.
        LibraryDamaged: the folder cannot be written.
    """
    asked = addresses(symbol, language)
    stem = file_stem(symbol, language)
    try:
        with one_at_a_time(folder / ON_THE_WAY):
            path = next((path for suffix in SUFFIXES if (path := folder / f"{stem}{suffix}").is_file()), None)
            address = ""
            if path is None:
                path, address = _bring(asked, folder, stem, site, progress)
            return FetchedFile(path, symbol.canonical, language, address)
    except FetchRefused as refused:
        raise FetchRefused(
            f"{symbol.canonical} could not be fetched in {LANGUAGES[language].english_name}: {refused}. "
            f"Open {page_to_open(symbol, language)} in a browser and save the file into “{folder}”.",
            refused.obstacle,
        ) from None
    except OSError as error:
        raise LibraryDamaged(
            f"“{folder}” cannot be written ({error.strerror or error}): make room there, or name another folder in "
            "ORTAK_HOME."
        ) from error


def _bring(asked: tuple[str, ...], folder: Path, stem: str, site: Site, progress: Progress) -> tuple[Path, str]:
    """The file, from the first address that has it, and that address."""
    partial = PartialFile(folder / ON_THE_WAY / f"{stem}.part")
    refusals: list[FetchRefused] = []
    for address in asked:
        try:
            suffix = site.download(address, partial, suffix_of, progress)
        except FetchRefused as refused:
            refusals.append(refused)
            if refused.obstacle not in OTHER_ADDRESS:
                break
        else:
            path = partial.path.replace(folder / f"{stem}{suffix}")
            partial.discard()
            return path, address
    raise refusals[0] if refusals[-1].obstacle in OTHER_ADDRESS else refusals[-1]
