"""What is opened once and shared by every page and every visitor: library, encoder, index, pictures of pages."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import msgspec
import streamlit as st

from corpus.added import Held, held_of
from corpus.errors import IndexUnusable
from corpus.folders import index_folder, library_folder
from corpus.holdings import Holdings
from corpus.library import Library, load_library
from corpus.readers.pdfium import page_picture
from drafting.compose import Assembled, assemble
from drafting.draft import Draft, Level, Section, Statement
from drafting.grounding import ground
from drafting.ladder import LevelView, whole_ladder
from drafting.matrix import Matrix
from drafting.naming import NamingCheck
from drafting.projects.project_file import ProjectFile
from drafting.projects.values import Project
from drafting.proposals.checked import ProposalCheck
from indexer.encoder import Encoder, open_encoder
from indexer.index import build_index, open_index
from indexer.search import Searcher
from indexer.session import Session
from references.checker import ReferenceChecker
from references.findings import CheckReport
from ui.draft_views import bare
from ui.library_views import VersionDifference, version_differences
from ui.vocabulary import Words

TRIES = 3
"""While files are being added in another window, the index may be behind again as soon as it is up to date."""
COUNTER_START, COUNTER_END = 24, 28
"""Where in the header of a SQLite file its count of changes stands."""
ONE_PICTURE = Lock()
"""The library that draws pages works for one thread at a time."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library page shows: what was added, the files that cannot be read, versions that differ."""

    held: tuple[Held, ...]
    problems: tuple[str, ...]
    differences: tuple[VersionDifference, ...]


def library_mark() -> str:
    """What changes whenever a document is added or removed, in whatever window or terminal."""
    try:
        with os.scandir(library_folder()) as entries:
            seen = sorted((one.name, one.stat().st_mtime_ns) for one in entries if one.name.endswith(".json"))
    except FileNotFoundError:
        return ""
    return " ".join(f"{name}:{changed}" for name, changed in seen)


def session_with_index(words: Words) -> Session:
    """The opened session; where the index does not fit what is held, it is brought up to date first, with progress."""
    for _ in range(TRIES):
        mark = library_mark()
        try:
            return _session(mark)
        except IndexUnusable:
            bar = st.progress(0.0, words("index.finishing"))

            def advance(done: int, total: int, bar: st.delta_generator.DeltaGenerator = bar) -> None:
                told = words("index.building", done=done, total=total) if total else words("index.finishing")
                bar.progress(done / total if total else 1.0, told)

            build_index(_library(mark), _encoder(), index_folder(), advance)
            bar.empty()
    return _session(library_mark())


def held_library() -> Library:
    """Everything that is held now; it needs neither encoder nor index."""
    return _library(library_mark())


def shelf() -> Shelf:
    """What the person added, read again only when it has changed."""
    return _shelf(library_mark())


def checked(session: Session, text: str, language: str) -> CheckReport:
    """The report on a text; the last few are kept, so that ticking a box does not check the text again."""
    return _report(_checker(session.library), text, language)


def original_page(path: str, page: int, marked: str) -> bytes:
    """A page of a PDF in the library as a picture, with a paragraph marked on it.

    Raises:
        SourceRefused: the file cannot be opened or has no such page.
        OSError: the file is not there.
    """
    return _picture(path, Path(path).stat().st_mtime_ns, page, marked)


def project_now(file: ProjectFile) -> Project:
    """The project as it stands, read again only when something was written into its file, in whatever window.

    Raises:
        ProjectRefused: it is no longer there.
        ProjectDamaged: it is damaged.
        NotSaved: it cannot be read.
    """
    return _project(file, str(file.path), _mark_of(file.path))


def gathered(session: Session, topic: str, level: Level, language: str, state: str) -> Assembled:
    """Everything on record on a topic; the last few are kept.

    Raises:
        QueryError: the topic is empty, too long or not text.
    """
    return _gathered(session, library_mark(), topic, level, language, state)


def grounded(session: Session, draft: Draft) -> Draft:
    """The draft with every citation checked against what is held now.

    Raises:
        NotHeld: no text is checked in this language.
    """
    return ground(draft, session.library, _checker(session.library), _naming(session.library))


def grounded_throughout(session: Session, draft: Draft) -> Draft:
    """The draft with the citations of every statement checked, by what is known of those that did not change."""
    alone = bare(draft)
    sections = tuple(
        replace(section, statements=tuple(grounded_statement(session, alone, each) for each in section.statements))
        for section in draft.sections
    )
    return replace(draft, sections=sections)


def grounded_statement(session: Session, draft: Draft, statement: Statement) -> Statement:
    """One statement with its citations checked; a statement that did not change is not checked again.

    `draft` is the text it stands in, with no sections.
    """
    key = msgspec.json.encode((draft.language, statement)).decode()
    return _grounded_statement(session, draft, statement, library_mark(), key)


def ladder_of(session: Session, matrix: Matrix) -> tuple[LevelView, ...]:
    """Every level's text on every issue of a matrix; the last few are kept.

    Raises:
        NotHeld: no text is written in the language of the matrix.
    """
    return _ladder(session, matrix, library_mark(), msgspec.json.encode(matrix).decode())


def proposal_check(session: Session) -> ProposalCheck:
    """What compares a model's proposals with their evidence."""
    return _proposal_check(session.library)


def _mark_of(path: Path) -> str:
    """What changes with every transaction of a project file: SQLite counts them in its header."""
    try:
        with path.open("rb") as file:
            header = file.read(COUNTER_END)
            stated = os.fstat(file.fileno())
    except OSError:
        return ""
    return f"{header[COUNTER_START:].hex()} {stated.st_mtime_ns} {stated.st_ino} {stated.st_size}"


@st.cache_resource(show_spinner=False, max_entries=8)
def _project(_file: ProjectFile, path: str, mark: str) -> Project:
    return _file.read()


@st.cache_resource(show_spinner=False, max_entries=4)
def _gathered(_session: Session, mark: str, topic: str, level: Level, language: str, state: str) -> Assembled:
    return assemble(_session, topic, level, language, state)


@st.cache_resource(show_spinner=False, max_entries=4)
def _ladder(_session: Session, _matrix: Matrix, mark: str, key: str) -> tuple[LevelView, ...]:
    return whole_ladder(_matrix, _session.library, _matrix.language)


@st.cache_resource(show_spinner=False, max_entries=600)
def _grounded_statement(_session: Session, _draft: Draft, _statement: Statement, mark: str, key: str) -> Statement:
    alone = replace(_draft, sections=(Section("", (_statement,)),), gaps=(), warnings=())
    return grounded(_session, alone).sections[0].statements[0]


@st.cache_resource(show_spinner=False, max_entries=1)
def _session(mark: str) -> Session:
    library, encoder = _library(mark), _encoder()
    index = open_index(library, encoder, index_folder())
    return Session(library, Searcher(library, index, encoder), encoder.name)


@st.cache_resource(show_spinner=False, max_entries=1)
def _library(mark: str) -> Library:
    return load_library()


@st.cache_resource(show_spinner=False)
def _encoder() -> Encoder:
    return open_encoder()


@st.cache_resource(show_spinner=False, max_entries=1)
def _shelf(mark: str) -> Shelf:
    holdings = Holdings(library_folder())
    stored = tuple(holdings.stored())
    return Shelf(tuple(held_of(one) for one in stored), holdings.problems(), version_differences(stored))


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Library: id})
def _checker(library: Library) -> ReferenceChecker:
    _report.clear()  # reports belong to the library that they were made with
    return ReferenceChecker(library)


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Library: id})
def _naming(library: Library) -> NamingCheck:
    return NamingCheck(library, _checker(library))


@st.cache_resource(show_spinner=False, max_entries=1, hash_funcs={Library: id})
def _proposal_check(library: Library) -> ProposalCheck:
    return ProposalCheck(library, _checker(library))


@st.cache_resource(show_spinner=False, max_entries=8)
def _report(_checker: ReferenceChecker, text: str, language: str) -> CheckReport:
    return _checker.check(text, language)


@st.cache_data(show_spinner=False, max_entries=24)
def _picture(path: str, changed: int, page: int, marked: str) -> bytes:
    with ONE_PICTURE:
        return page_picture(Path(path).read_bytes(), page, marked=marked)
