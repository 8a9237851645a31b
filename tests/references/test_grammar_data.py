"""The grammar files: one schema, complete months, no word in two roles, and the words that official texts use."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest

import references
from corpus.language import LANGUAGES as KNOWN_LANGUAGES

FOLDER = Path(references.__file__).with_name("grammar")
LANGUAGES = tuple(KNOWN_LANGUAGES)
OFFICIAL = tuple(language.code for language in KNOWN_LANGUAGES.values() if language.official)

TEXTS = {"noun_position"}
LISTS = {
    "resolution", "decision", "draft", "document", "other_number", "own", "paragraph", "preambular", "annex",
    "date_links", "year_words", "list_joiners", "number_marks", "after_number",
}  # fmt: skip
ORGANS = {"GA", "SC", "ECOSOC", "HRC", "UNEA", "UNFCCC", "CBD", "UNCCD"}

# Lists that may be empty; every other list must say something in every language.
MAY_BE_EMPTY = {"decision", "year_words", "after_number"}

# A number as the development set has them: 60/251, 1325 (2000), 3235 (XXIX).
NUMBER = re.compile(r"\b\d{1,4}/\d{1,4}\b|\b\d{1,4} \((?:[IVXL]+|\d{4})\)")
# Arabic vowel signs and the stretching sign stand inside words.
ARABIC_SIGNS = re.compile("[\u0640\u064b-\u0652]")


@cache
def grammar(language: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def entries(language: str, key: str) -> list[str]:
    listed = grammar(language)[key]
    assert isinstance(listed, list)
    return listed


def names(language: str) -> dict[str, list[str]]:
    organs = grammar(language)["organs"]
    assert isinstance(organs, dict)
    return organs


def months(language: str) -> list[list[str]]:
    return grammar(language)["months"]  # type: ignore[return-value]


def pattern(listed: list[str], language: str) -> re.Pattern[str]:
    """The entries read as the files say: from the beginning of a word to its end, "*" for any ending."""
    words = [re.escape(entry).replace(r"\*", r"\w*") for entry in sorted(listed, key=len, reverse=True)]
    if language == "zh":
        return re.compile("|".join(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def test_every_language_has_its_file_and_there_is_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_are_those_of_the_schema(language: str) -> None:
    assert set(grammar(language)) == TEXTS | LISTS | {"months", "organs"}
    assert set(names(language)) == ORGANS
    assert grammar(language)["noun_position"] in ("before", "after")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_filled_and_clean(language: str) -> None:
    listed = {key: entries(language, key) for key in LISTS} | names(language)
    assert {key for key, values in listed.items() if not values} <= MAY_BE_EMPTY
    for key, values in listed.items():
        assert len(values) == len(set(values)), f"{language} {key}: an entry stands twice"
        for entry in values:
            assert entry == " ".join(entry.split()) != "", f"{language} {key}: {entry!r} has idle spaces"
            assert unicodedata.is_normalized("NFC", entry), f"{language} {key}: {entry!r} is not NFC"
            assert not re.search(r"\*\w|(?:^|\s)\*", entry), f"{language} {key}: {entry!r} has a star inside a word"


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_are_twelve_and_no_name_belongs_to_two(language: str) -> None:
    assert len(months(language)) == 12
    assert all(months(language))
    every_name = [name.casefold() for month in months(language) for name in month]
    assert len(every_name) == len(set(every_name))
    assert not [name for name in every_name if "*" in name], "a date must be read back to its month by the exact name"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_both_resolution_and_decision(language: str) -> None:
    resolutions = entries(language, "resolution")
    decisions = entries(language, "decision")
    if decisions:
        as_decision = pattern(decisions, language)
        assert [entry for entry in resolutions if as_decision.fullmatch(entry.rstrip("*"))] == []
    as_resolution = pattern(resolutions, language)
    assert [entry for entry in decisions if as_resolution.match(entry.rstrip("*"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_belongs_to_two_organs(language: str) -> None:
    owners: dict[str, set[str]] = {}
    for organ, listed in names(language).items():
        for name in listed:
            owners.setdefault(name.casefold(), set()).add(organ)
    assert {name: organs for name, organs in owners.items() if len(organs) > 1} == {}


@pytest.mark.parametrize(
    ("language", "key", "word"),
    [
        ("en", "resolution", "resolutions"),
        ("en", "draft", "draft resolution"),
        ("ru", "resolution", "резолюциями"),
        ("ru", "resolution", "резолюцией"),
        ("ru", "decision", "решению"),
        ("ru", "draft", "проекте резолюции"),
        ("ru", "paragraph", "пунктом"),
        ("fr", "decision", "décisions"),
        ("fr", "date_links", "en date du"),
        ("es", "resolution", "resoluciones"),
        ("es", "paragraph", "párrafo"),
        ("zh", "resolution", "决议"),
        ("ar", "resolution", "قراراتها"),
        ("ar", "resolution", "وللقرارين"),
        ("ar", "resolution", "بالقرار"),
        ("ar", "decision", "مقررها"),
        ("ar", "own", "بقراره"),
        ("ar", "paragraph", "الفقرتين"),
        ("ar", "date_links", "المؤرخين"),
        ("kk", "resolution", "қарарларын"),
        ("kk", "decision", "шешіміне"),
        ("ky", "resolution", "резолюцияларын"),
        ("tg", "resolution", "қатъномаҳои"),
        ("tg", "decision", "қарори"),
        ("tk", "resolution", "Kararnamasynyň"),
        ("tk", "decision", "kararyna"),
        ("uz", "resolution", "rezolyutsiyalarini"),
        ("uz", "own", "o'zining"),
        ("tr", "resolution", "kararlarını"),
        ("tr", "draft", "karar tasarısı"),
    ],
)
def test_forms_of_words(language: str, key: str, word: str) -> None:
    assert pattern(entries(language, key), language).fullmatch(word)


@pytest.mark.parametrize(
    ("language", "key", "word"),
    [
        ("ar", "resolution", "الاستقرار"),
        ("ar", "decision", "المقررة"),
        ("ar", "paragraph", "الفقر"),
        ("ru", "resolution", "революция"),
        ("ru", "other_number", "указанной"),
        ("ru", "document", "докладчик"),
        ("ky", "document", "катышуусун"),
        ("kk", "document", "хаттама"),
        ("tk", "decision", "kararnamasy"),
        ("tr", "resolution", "kararlılık"),
        ("tr", "resolution", "kararname"),
        ("zh", "resolution", "决定"),
        ("uz", "decision", "qarorgoh"),
    ],
)
def test_words_that_only_look_alike(language: str, key: str, word: str) -> None:
    assert not pattern(entries(language, key), language).fullmatch(word)


@pytest.mark.parametrize(
    ("language", "name", "organ"),
    [
        ("en", "United Nations Environment Assembly", "UNEA"),
        ("en", "General Assembly", "GA"),
        ("ru", "Генеральной Ассамблеей", "GA"),
        ("ru", "Ассамблеи ООН по окружающей среде", "UNEA"),
        ("ru", "Экономического и Социального Совета", "ECOSOC"),
        ("fr", "Conseil économique et social", "ECOSOC"),
        ("es", "Asamblea de las Naciones Unidas sobre el Medio Ambiente", "UNEA"),
        ("zh", "联合国环境大会", "UNEA"),
        ("zh", "安理会", "SC"),
        ("ar", "للجمعية العامة", "GA"),
        ("ar", "جمعية الأمم المتحدة للبيئة", "UNEA"),
        ("ar", "لمجلس الأمن", "SC"),
        ("kk", "БҰҰ Бас Ассамблеясының", "GA"),
        ("kk", "БҰҰ-ның Қоршаған орта жөніндегі ассамблеясының", "UNEA"),
        ("ky", "БУУнун Башкы Ассамблеясынын", "GA"),
        ("tg", "Маҷмаи Умумии", "GA"),
        ("tg", "Ассамблеяи СММ оид ба муҳити зистро", "UNEA"),
        ("tk", "BMG-niň Baş Assambleýasynyň", "GA"),
        ("uz", "BMT Bosh Assambleyasining", "GA"),
        ("uz", "BMT Atrof-muhit Assambleyasining", "UNEA"),
        ("tr", "BM Genel Kurulunun", "GA"),
        ("tr", "BM Çevre Asamblesinin", "UNEA"),
    ],
)
def test_organs_are_known_by_their_names(language: str, name: str, organ: str) -> None:
    found = [known for known, listed in names(language).items() if pattern(listed, language).fullmatch(name)]
    assert found == [organ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_short_name_hides_a_longer_one(language: str) -> None:
    """Searching all names at once, every listed name is found as the organ that it belongs to."""
    owner = {name: organ for organ, listed in names(language).items() for name in listed}
    every_name = pattern(list(owner), language)
    for name, organ in owner.items():
        first = every_name.search(name.replace("*", ""))
        assert first
        found = {known for known, listed in names(language).items() if pattern(listed, language).fullmatch(first[0])}
        assert organ in found, f"{language}: {name!r} is read as {first[0]!r}"


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("fr", "de l’Assemblée des Nations Unies pour l’environnement", "UNEA"),
        ("fr", "de l'Assemblée générale", "GA"),
        ("es", "de la Asamblea de las Naciones Unidas sobre el Medio Ambiente", "UNEA"),
        ("zh", "缔约方大会第15/4号决定", "CBD"),
        ("ar", "قرار جمعية الأمم المتحدة للبيئة", "UNEA"),
    ],
)
def test_the_first_organ_named(language: str, words: str, name: str) -> None:
    found = {organ: pattern(listed, language).search(words) for organ, listed in names(language).items()}
    starts = {organ: (match.start(), -match.end()) for organ, match in found.items() if match}
    assert min(starts, key=lambda organ: starts[organ]) == name


@pytest.mark.parametrize(
    ("language", "name", "number"),
    [
        ("ru", "декабря", 12),
        ("ar", "كانون الأول", 12),
        ("ar", "كانون الثاني", 1),
        ("ar", "يونيه", 6),
        ("kk", "желтоқсандағы", 12),
        ("kk", "сәуірдегі", 4),
        ("kk", "қыркүйектегі", 9),
        ("ky", "декабрындагы", 12),
        ("ky", "апрелиндеги", 4),
        ("ky", "августтагы", 8),
        ("tg", "октябри", 10),
        ("tk", "dekabryndaky", 12),
        ("tk", "aprelindäki", 4),
        ("tk", "Gurbansoltan", 4),
        ("tk", "Magtymguly", 5),
        ("uz", "oktabrdagi", 10),
        ("uz", "oktyabrdagi", 10),
        ("uz", "декабрдаги", 12),
        ("tr", "Aralık", 12),
    ],
)
def test_forms_of_months(language: str, name: str, number: int) -> None:
    assert [place for place, listed in enumerate(months(language), 1) if name in listed] == [number]


@pytest.mark.shared
@pytest.mark.parametrize("language", OFFICIAL)
def test_official_texts_use_these_words_beside_numbers(language: str, shared_sources: Path) -> None:
    """Where the English line cites a number, the line of the other language has one of its words for what it cites."""
    english = _lines(shared_sources, "en")
    spoken = _lines(shared_sources, language)
    assert len(english) == len(spoken)
    cited = pattern(entries("en", "resolution") + entries("en", "decision"), "en")
    own = pattern(entries(language, "resolution") + entries(language, "decision"), language)
    rows = [(left, right) for left, right in zip(english, spoken, strict=True) if cited.search(left)]
    pairs = [(left, right) for left, right in rows if NUMBER.search(left)]
    met = sum(bool(own.search(right)) for _, right in pairs)
    share = met / len(pairs)
    print(f"{language}: {met} of {len(pairs)} lines, {share:.3f}")  # noqa: T201 (the share is what one reads this test for)
    assert len(pairs) >= 40
    assert share >= 0.98


def _lines(sources: Path, language: str) -> list[str]:
    path = sources / "parallel" / "un_devset" / f"UNv1.0.devset.shared.{language}"
    if not path.is_file():
        pytest.skip("the development set of the UN corpus is not there")
    return [ARABIC_SIGNS.sub("", line) for line in path.read_text(encoding="utf-8").split("\n")]
