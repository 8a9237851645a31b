"""UN document symbols as values: A/RES/78/147, 2625 (XXV), UNEP/EA.6/Res.3, 1/CP.21, A/C.2/78/L.12/Rev.1."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import SymbolError


class Series(StrEnum):
    """What a symbol stands for."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol taken apart; `str()` gives back what was read, `canonical` the one form used as a key.

    `body` is GA, SC, ECOSOC, HRC, UNEA, UNFCCC, CBD, UNCCD or other. `session` is text because sessions are written
    "78", "S-10", "ES-11", "XXV", "CP.21", or as a year; `part` is the letter of "31/16 A". `number` keeps the kind of
    a paper ("L.12"); it is empty for records of meetings, whose number is the suffix ("PV.50"), and so is a session
    that the symbol does not state. `suffixes` are the parts that say which issue it is: ("Add.1", "Rev.2").
    """

    body: str
    series: Series
    session: str
    number: str
    part: str = ""
    canonical: str = ""
    written: str = field(default="", compare=False)
    suffixes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.written

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Read one symbol, and nothing else, from the text.

        A short form is read as what it can only or most often be: 78/147 and 2625 (XXV) as the General Assembly's,
        1721 (LIII) as the Economic and Social Council's, 1325 (2000) as the Security Council's.

        Raises:
            SymbolError: the text is not a symbol of a known form.
        """
        written = text.strip()
        plain = without_gaps(written.translate(PLAIN_SIGNS)) if len(written) <= LONGEST else ""
        symbol = _read_document(plain, written) or _read_adopted(plain, written)
        if symbol is None:
            raise SymbolError(f"“{written[:60]}” is not a UN document symbol of a known form, such as A/RES/78/147.")
        return symbol

    @classmethod
    def of(cls, organ: str, series: Series, session: str, number: str, part: str = "") -> "Symbol":
        """The symbol of a short form once its organ is known: 6/3 of UNEA is UNEP/EA.6/Res.3.

        Raises:
            SymbolError: this organ has no such series, or its symbols have no such session, number or part.
        """
        template = _template(organ, series, session)
        symbol = cls.parse(_filled(template, session=session, number=number, part=part)) if template else None
        if symbol is None or (symbol.body, symbol.series, symbol.part) != (organ, series, part.upper()):
            raise SymbolError(f"“{session[:20]}/{number[:20]}” cannot be a {series} of the organ “{organ[:20]}”.")
        return symbol


LONGEST = 240
"""No symbol is longer, in characters, whatever type-setting leaves inside it."""

PLAIN_SIGNS = str.maketrans(
    {
        **{chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)},  # full-width letters, digits and signs
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},  # Arabic digits
        **dict.fromkeys("\u2044\u2215", "/"),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
    }
)
"""Other writings of the same sign, one character for one, so that positions stay the same."""

INVISIBLE = "\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff"
GAP = rf"(?:[{INVISIBLE}]{{0,3}}(?:[ \u00a0\u202f\t]{{0,3}}\r?\n[ \u00a0\u202f\t]{{0,12}}|[\u00a0\u202f])?)"
"""What type-setting leaves directly after a slash: a soft hyphen, a non-breaking space, one line break."""
GAP_AFTER_SLASH = re.compile(rf"(?<=/){GAP}")


def without_gaps(text: str) -> str:
    """The symbol with nothing after its slashes and with plain single spaces."""
    return " ".join(GAP_AFTER_SLASH.sub("", text).split())


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a resolution or decision, and how the canonical form is made from its parts."""

    body: str
    series: Series
    pattern: re.Pattern[str]
    canonical: str


SESSION = r"(?P<session>(?:E?S-)?\d{1,2})"
NUMBER = r"(?P<number>\d{1,4})"
PART = r"(?:\ ?(?P<part>[A-Z]))?"
ROMAN = r"\ ?\((?P<session>(?:E?S-)?[IVXL]{1,8})\)"
ROMAN_SESSION = re.compile(r"(?:E?S-)?[IVXL]+", re.IGNORECASE)
ROMAN_FROM_31 = r"\ ?\((?P<session>(?:XXX(?=[IV])|XL|LX?)(?:IX|IV|V?I{0,3}))\)"
"""The General Assembly numbered like this up to session XXX, the Economic and Social Council up to LXIII."""
YEAR = r"(?P<session>(?:19|20)\d\d)"
ISSUE = r"(?:ADD|AMEND|CORR|REV)\.\d{1,3}"
SUFFIXES = rf"(?P<suffixes>(?:/{ISSUE}){{0,4}})"

RESOLUTION, DECISION = Series.RESOLUTION, Series.DECISION
FORMS: tuple[Form, ...] = tuple(
    Form(body, series, re.compile(pattern + SUFFIXES, re.VERBOSE | re.IGNORECASE | re.ASCII), canonical)
    for body, series, pattern, canonical in (
        ("GA", RESOLUTION, rf"(?:A/RES/)?{SESSION}/{NUMBER}{PART}", "A/RES/{session}/{number} {part}"),
        ("ECOSOC", RESOLUTION, rf"(?:E/RES/)?{NUMBER}{PART}{ROMAN_FROM_31}", "E/RES/{number} {part} ({session})"),
        ("ECOSOC", RESOLUTION, rf"E/RES/{NUMBER}{PART}{ROMAN}", "E/RES/{number} {part} ({session})"),
        ("GA", RESOLUTION, rf"(?:A/RES/)?{NUMBER}{PART}{ROMAN}", "A/RES/{number} {part} ({session})"),
        ("GA", DECISION, rf"A/DEC/{SESSION}/{NUMBER}{PART}", "A/DEC/{session}/{number} {part}"),
        ("SC", RESOLUTION, rf"S/RES/{NUMBER}(?:\ ?\({YEAR}\))?", "S/RES/{number} ({session})"),
        ("SC", RESOLUTION, rf"{NUMBER}\ ?\({YEAR}\)", "S/RES/{number} ({session})"),
        ("ECOSOC", RESOLUTION, rf"E/RES/{YEAR}/{NUMBER}{PART}", "E/RES/{session}/{number} {part}"),
        ("ECOSOC", DECISION, rf"E/DEC/{YEAR}/{NUMBER}{PART}", "E/DEC/{session}/{number} {part}"),
        ("HRC", RESOLUTION, rf"A/HRC/RES/{SESSION}/{NUMBER}", "A/HRC/RES/{session}/{number}"),
        ("HRC", DECISION, rf"A/HRC/DEC/{SESSION}/{NUMBER}", "A/HRC/DEC/{session}/{number}"),
        ("UNEA", RESOLUTION, rf"UNEP/EA\.{SESSION}/RES\.{NUMBER}", "UNEP/EA.{session}/Res.{number}"),
        ("UNEA", DECISION, rf"UNEP/EA\.{SESSION}/DEC\.{NUMBER}", "UNEP/EA.{session}/Dec.{number}"),
        ("UNFCCC", DECISION, rf"{NUMBER}/(?P<session>(?:CP|CMA|CMP)\.\d{{1,2}})", "{number}/{session}"),
        ("UNCCD", DECISION, rf"{NUMBER}/(?P<session>COP\.\d{{1,2}})", "{number}/{session}"),
        (
            "CBD",
            DECISION,
            rf"(?P<meeting>(?:UNEP/)?CBD/(?:COP|CP|NP))/DEC/(?P<session>\d{{1,2}}|[IVX]{{1,5}})/{NUMBER}",
            "{meeting}/DEC/{session}/{number}",
        ),
    )
)


def _read_adopted(plain: str, written: str) -> Symbol | None:
    """The resolution or decision that the text is the symbol of, or nothing."""
    for form in FORMS:
        match = form.pattern.fullmatch(plain)
        if match:
            found = {name: (value or "").upper() for name, value in match.groupdict().items()}
            suffixes = _spelled(match["suffixes"])
            return Symbol(
                body=form.body,
                series=form.series,
                session=found["session"],
                number=found["number"],
                part=found.get("part", ""),
                canonical=_filled(form.canonical, **found) + suffixes,
                written=written,
                suffixes=tuple(suffixes.split("/")[1:]),
            )
    return None


def _filled(template: str, **parts: str) -> str:
    """The template with the parts put in; a part that is not stated leaves no trace."""
    return " ".join(template.format(**parts).replace("()", "").split())


def _template(organ: str, series: Series, session: str) -> str:
    """How the organ writes the symbol of its resolution or decision of that session; empty if it has none."""
    if organ == "CBD" and series is DECISION:
        # Sessions I to XII were still papers of UNEP.
        early = session.isalpha() and session.upper() != "XIII"
        return "UNEP/CBD/COP/DEC/{session}/{number}" if early else "CBD/COP/DEC/{session}/{number}"
    if organ == "UNCCD" and session.isdigit():
        return "{number}/COP.{session}"
    in_brackets = ROMAN_SESSION.fullmatch(session) is not None
    templates = [form.canonical for form in FORMS if (form.body, form.series) == (organ, series)]
    fitting = [template for template in templates if in_brackets == ("({session})" in template)]
    return next(iter(fitting or templates), "")


TREATY_BODIES = ("CAT", "CCPR", "CED", "CEDAW", "CERD", "CMW", "CRC", "CRPD", "HRI")
DISARMAMENT = ("APLC", "BWC", "CCM", "CCW", "CD", "NPT", "TPNW")
OTHERS = ("DP", "ECE", "HSP", "ID", "IPBES", "ISBA", "JIU", "LC", "LOS", "PBC", "SPLOS", "ST", "T", "TD", "UNEP", "WFP")
PREFIXES = {
    "A": "GA",
    "S": "SC",
    "E": "ECOSOC",
    "FCCC": "UNFCCC",
    "CBD": "CBD",
    "ICCD": "UNCCD",
    **dict.fromkeys((*TREATY_BODIES, *DISARMAMENT, *OTHERS), "other"),
}
"""The first part of a document's symbol, and the body it stands for."""
INNER_BODIES = {"A/HRC": "HRC", "UNEP/EA": "UNEA", "UNEP/CBD": "CBD"}
COMPONENT = (
    r"(?:(?:E?S-)?\d{1,6}"
    r"|[A-Z](?:[A-Z]{1,9}\d{0,4}|(?!\d))(?:-[A-Z]{2,6})?(?:\.[A-Z\d]{1,6}){0,2}(?:\((?:S-)?[\dIVXL]{1,5}\))?)"
)
"""One part between slashes: 78, S-30, HRC, L.12, EA.SS.1, COP(16), WG2020."""
NOTE = r"\((?:SECT\.|VOL\.|PART|RESUMPTION)[ \u00a0]?[\dA-Z]{1,4}\)"
"""The part or volume that a paper is: A/80/6 (Sect. 14)."""
DOCUMENT = re.compile(
    rf"(?P<stem>(?P<prefix>{'|'.join(PREFIXES)})(?:/{COMPONENT}){{1,10}}?)(?P<note>\ ?{NOTE})?{SUFFIXES}",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
ADOPTED_ONLY = re.compile(
    r"(?:A|S|E|A/HRC|(?:UNEP/)?CBD/(?:COP|CP|NP))/(?:RES|DEC)(?:/|$)|UNEP/EA\.\d+/(?:RES|DEC)\.", re.ASCII
)
"""Symbols that begin like this name a resolution or decision or nothing."""
WITHOUT_PAPER = re.compile(r"(?:AC|C|CN|CONF|EA|GC|HA|PC|SC|SER|SUB|WG)\..*|[A-Z].*(?<![.\d])|[A-Z]+\d*", re.ASCII)
"""Last parts that name a body or a meeting, not one of its papers."""
SINGLE_PAPER = re.compile(r"\d{3,6}|(?:BUR|CRP|INF|L|MISC|NGO|PET|PV|R|SR|WP)\.\d{1,5}", re.ASCII)
FIRST_NUMBER = {"A": r"3[1-9]|[4-9]\d|1\d\d", "S": r"(?:19|20)\d\d", "E": r"(?:19|20)\d\d"}
"""The session or year that a number directly after the prefix is, where more follows: no A/4/5."""
STATED_SESSION = re.compile(r"(?:[EH]A\.|[A-Z]{2,5}\()?((?:E?S-)?\d{1,4})\)?", re.ASCII)
RECORD = re.compile(r"(?:PV|SR)\.\d{1,5}", re.ASCII)
WORD = re.compile(r"[A-Za-z]+\.?")
MIXED_CASE = ("Add.", "Amend.", "Corr.", "Dec.", "Part", "Res.", "Resumption", "Rev.", "Sect.", "Sub.", "Vol.")
SPELLING = {word.upper(): word for word in MIXED_CASE}


def _read_document(plain: str, written: str) -> Symbol | None:
    """The draft, report or record that the text is the symbol of, or nothing."""
    match = DOCUMENT.fullmatch(plain)
    if not match or ADOPTED_ONLY.match(match["stem"].upper()):
        return None
    prefix, *parts = match["stem"].upper().split("/")
    if not _is_paper(prefix, parts, revised=bool(match["suffixes"])):
        return None
    stem, note, issues = _spelled(match["stem"]), _spelled(match["note"] or "").strip(), _spelled(match["suffixes"])
    record = stem.split("/")[-1:] if RECORD.fullmatch(parts[-1]) else []
    return Symbol(
        body=INNER_BODIES.get(f"{prefix}/{parts[0].split('.')[0]}", PREFIXES[prefix]),
        series=_series(parts),
        session=_stated_session(parts[:-1]),
        number="" if record else stem.split("/")[-1],
        canonical=f"{stem} {note}".strip() + issues,
        written=written,
        suffixes=(*record, *([note] if note else []), *issues.split("/")[1:]),
    )


def _is_paper(prefix: str, parts: list[str], *, revised: bool) -> bool:
    """Whether the parts after the prefix name one paper: not a body alone (A/C.2), not any fraction (A/4/5)."""
    if len(parts) == 1:
        return bool(SINGLE_PAPER.fullmatch(parts[0])) or (revised and parts[0].isdigit())
    if parts[0].isdigit() and prefix in FIRST_NUMBER and not re.fullmatch(FIRST_NUMBER[prefix], parts[0]):
        return False
    return not WITHOUT_PAPER.fullmatch(parts[-1])


def _series(parts: list[str]) -> Series:
    kinds = {part.split(".")[0] for part in parts}
    if "RES" in kinds:
        return Series.RESOLUTION
    return Series.DECISION if "DEC" in kinds else Series.DOCUMENT


def _stated_session(parts: list[str]) -> str:
    stated = (STATED_SESSION.fullmatch(part) for part in reversed(parts))
    return next((match[1] for match in stated if match), "")


def _spelled(text: str) -> str:
    """The text in capitals, but Add., Corr., Rev. and their like as the United Nations writes them."""
    return WORD.sub(lambda word: SPELLING.get(word[0].upper(), word[0].upper()), text)
