"""Every error a person may meet, each with what is wrong and what to do.

OrtakError
├── InputRefused            what was asked cannot be answered as asked       (exit 1)
│   ├── SymbolError         not a UN document symbol
│   ├── QueryError          a query that is empty, too long or not text
│   ├── NotHeld             a document, paragraph or language that is not held
│   ├── SourceRefused       a file that cannot be read as a document
│   ├── FetchRefused        an official text that could not be had from the UN's document site
│   ├── EvidenceRefused     words that do not stand in the paragraph they are to be quoted from
│   ├── ProjectRefused      a project that is not there, a file that is none, or a change that cannot be made
│   ├── ModelAnswerUnusable an answer of a model that cannot be read as what was asked for
│   └── Conflict            somebody else changed the same thing of a project meanwhile
└── CannotRun               the installation is not ready                    (exit 2)
    ├── CorpusError         a shipped data file is wrong
    ├── LibraryDamaged      a file of the user's own library is damaged or cannot be written
    ├── ProjectDamaged      a project file is damaged
    ├── NotSaved            a project file cannot be written
    ├── EncoderError        the encoder is missing, unknown or broken
    ├── ModelUnavailable    the language model is not named, not installed, not there or too slow
    └── IndexUnusable       there is no index that fits
        ├── IndexMissing    none has been built yet
        ├── IndexDamaged    files are missing, cut off or altered
        └── IndexMismatch   built from other texts or with another encoder
"""


class OrtakError(Exception):
    """Base of the family: the message says what is wrong and what to do."""

    exit_code = 2


class InputRefused(OrtakError):
    """What was asked cannot be answered as asked."""

    exit_code = 1


class SymbolError(InputRefused):
    """The text is not a UN document symbol."""


class QueryError(InputRefused):
    """The query is empty, too long or not text."""


class NotHeld(InputRefused):
    """The document, paragraph or language asked for is not held."""


class SourceRefused(InputRefused):
    """The file cannot be read as a document; the message says why and what to do."""


class FetchRefused(InputRefused):
    """The official text could not be had; the message says where to open it by hand, `obstacle` why in a word."""

    def __init__(self, message: str, obstacle: str = "") -> None:
        super().__init__(message)
        self.obstacle = obstacle


class EvidenceRefused(InputRefused):
    """The words quoted do not stand in the paragraph."""


class ProjectRefused(InputRefused):
    """The project is not there, the file is not a project, or the change cannot be made."""


class ModelAnswerUnusable(InputRefused):
    """The model's answer is not of the form asked for, or was stopped; nothing was changed."""


class Conflict(InputRefused):
    """Somebody else changed the same thing meanwhile: both versions are here, and nothing was overwritten.

    `thing` is the key of what both changed, `mine` what was to be saved (nothing, where it was to be removed), `theirs`
    what stands there now (nothing, where it was removed), `revision` the revision of theirs, `who` and `when` whose it
    is and since when.
    """

    def __init__(
        self, message: str, *, thing: str, mine: object, theirs: object, revision: int, who: str, when: str
    ) -> None:
        super().__init__(message)
        self.thing = thing
        self.mine = mine
        self.theirs = theirs
        self.revision = revision
        self.who = who
        self.when = when


class CannotRun(OrtakError):
    """The installation is not ready to answer."""


class CorpusError(CannotRun):
    """A shipped data file is wrong."""


class LibraryDamaged(CannotRun):
    """A file of the user's own library is damaged or cannot be written."""


class ProjectDamaged(CannotRun):
    """A project file is damaged; other projects and its own backups are not touched."""


class NotSaved(CannotRun):
    """A project file cannot be written; what was saved before is kept."""


class EncoderError(CannotRun):
    """The encoder is missing, unknown or broken."""


class ModelUnavailable(CannotRun):
    """The language model is not named, not installed, not there or too slow; everything else works without it."""


class IndexUnusable(CannotRun):
    """There is no index that fits the texts and the encoder."""


class IndexMissing(IndexUnusable):
    """No index has been built yet."""


class IndexDamaged(IndexUnusable):
    """Files of the index are missing, cut off or altered."""


class IndexMismatch(IndexUnusable):
    """The index was built from other texts or with another encoder."""
