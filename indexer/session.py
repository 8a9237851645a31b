"""Everything that answering needs, opened once: library, encoder, index."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corpus.folders import index_folder
from corpus.library import Library, load_library
from corpus.tables import DATA_FOLDER
from indexer.encoder import Encoder, open_encoder
from indexer.index import Progress, build_index, open_index
from indexer.search import Searcher


@dataclass(frozen=True, slots=True)
class Session:
    """An opened library with a searcher over it, and the name of the encoder in use."""

    library: Library
    searcher: Searcher
    encoder_name: str


def open_session(corpus: Path = DATA_FOLDER) -> Session:
    """Open the library, the encoder and the index.

    Raises:
        CannotRun: a data file is wrong, the encoder is missing, or there is no index that fits.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        opening = beside.submit(open_encoder)  # reading the tokenizer takes as long as reading the library
        library = load_library(corpus)
        encoder = opening.result()
    index = open_index(library, encoder, index_folder())
    return Session(library, Searcher(library, index, encoder), encoder.name)


def bring_up_to_date(progress: Progress, rebuild: bool = False, corpus: Path = DATA_FOLDER) -> tuple[int, Encoder]:
    """Build the index, or add what has changed; gives the number of texts encoded, and the encoder.

    Raises:
        CannotRun: a data file is wrong, the encoder is missing, or the folder cannot be written.
    """
    library = load_library(corpus)
    encoder = open_encoder()
    return build_index(library, encoder, index_folder(), progress, rebuild), encoder
