from urllib.parse import urlsplit

import pytest

from corpus.errors import FetchRefused
from corpus.library import Library
from corpus.official.addresses import LETTERS, addresses, file_stem, page_to_open
from corpus.official.cited import cited_symbols
from corpus.official.manners import DOCUMENT_HOSTS, UN_MANNERS
from corpus.official.obstacle import Obstacle
from corpus.symbol import Symbol

ASK = "https://documents.un.org/api/symbol/access?s="
SHORT = "https://undocs.org/pdf?symbol="
PAGE = "https://docs.un.org/"


@pytest.mark.parametrize(
    ("symbol", "language", "first", "second", "page", "stem"),
    [
        (
            "A/RES/78/147",
            "ru",
            f"{ASK}A%2FRES%2F78%2F147&l=R&t=pdf",
            f"{SHORT}ru%2FA%2FRES%2F78%2F147",
            f"{PAGE}ru/A/RES/78/147",
            "A_RES_78_147-RU",
        ),
        (
            "78/147",
            "zh",
            f"{ASK}A%2FRES%2F78%2F147&l=C&t=pdf",
            f"{SHORT}zh%2FA%2FRES%2F78%2F147",
            f"{PAGE}zh/A/RES/78/147",
            "A_RES_78_147-ZH",
        ),
        (
            "UNEP/EA.6/Res.3",
            "ar",
            f"{ASK}UNEP%2FEA.6%2FRes.3&l=A&t=pdf",
            f"{SHORT}ar%2FUNEP%2FEA.6%2FRes.3",
            f"{PAGE}ar/UNEP/EA.6/Res.3",
            "UNEP_EA.6_Res.3-AR",
        ),
        (
            "S/RES/1325 (2000)",
            "fr",
            f"{ASK}S%2FRES%2F1325%282000%29&l=F&t=pdf",
            f"{SHORT}fr%2FS%2FRES%2F1325%282000%29",
            f"{PAGE}fr/S/RES/1325(2000)",
            "S_RES_1325(2000)-FR",
        ),
        (
            "A/RES/31/16 A",
            "es",
            f"{ASK}A%2FRES%2F31%2F16&l=S&t=pdf",
            f"{SHORT}es%2FA%2FRES%2F31%2F16",
            f"{PAGE}es/A/RES/31/16",
            "A_RES_31_16-ES",
        ),
        (
            "A/C.2/78/L.12/Rev.1",
            "en",
            f"{ASK}A%2FC.2%2F78%2FL.12%2FRev.1&l=E&t=pdf",
            f"{SHORT}en%2FA%2FC.2%2F78%2FL.12%2FRev.1",
            f"{PAGE}en/A/C.2/78/L.12/Rev.1",
            "A_C.2_78_L.12_Rev.1-EN",
        ),
    ],
)
def test_a_symbol_has_its_addresses(symbol: str, language: str, first: str, second: str, page: str, stem: str) -> None:
    parsed = Symbol.parse(symbol)
    assert addresses(parsed, language) == (first, second)
    assert page_to_open(parsed, language) == page
    assert file_stem(parsed, language) == stem


def test_every_address_is_at_a_document_host_over_https() -> None:
    symbol = Symbol.parse("A/RES/78/147")
    assert sorted(LETTERS) == ["ar", "en", "es", "fr", "ru", "zh"]
    for language in LETTERS:
        for address in (*addresses(symbol, language), page_to_open(symbol, language)):
            assert UN_MANNERS.allowed(address) == address


@pytest.mark.parametrize("language", ["kk", "uz", "de", "RU", "", "../ru"])
def test_other_languages_are_refused(language: str) -> None:
    for ask in (addresses, page_to_open, file_stem):
        with pytest.raises(FetchRefused) as refused:
            ask(Symbol.parse("A/RES/78/147"), language)
        assert str(refused.value) == (
            "The UN issues its documents in Arabic (ar), English (en), Spanish (es), French (fr), Russian (ru), "
            f"Chinese (zh), not in “{language}”."
        )
        assert refused.value.obstacle is Obstacle.LANGUAGE


@pytest.mark.parametrize("symbol", ["1/CP.21", "9/COP.16"])
def test_a_number_that_is_no_document_is_refused(symbol: str) -> None:
    with pytest.raises(FetchRefused, match="fetch the report by its own symbol") as refused:
        addresses(Symbol.parse(symbol), "en")
    assert refused.value.obstacle is Obstacle.NO_DOCUMENT


def test_the_real_manners_are_the_uns_hosts_only_and_polite() -> None:
    assert UN_MANNERS.scheme == "https"
    assert UN_MANNERS.hosts == DOCUMENT_HOSTS
    assert {"digitallibrary.un.org", "docs.un.org", "documents.un.org", "undocs.org"} == DOCUMENT_HOSTS
    assert (UN_MANNERS.pause_seconds, UN_MANNERS.retries, UN_MANNERS.redirects) == (2.0, 3, 5)
    assert UN_MANNERS.longest_wait_seconds <= 60
    assert UN_MANNERS.total_seconds <= 600
    assert UN_MANNERS.largest_bytes <= 100_000_000


@pytest.mark.parametrize(
    ("address", "found_at", "full"),
    [
        ("/doc/a.pdf", "https://documents.un.org/api?s=1", "https://documents.un.org/doc/a.pdf"),
        ("//undocs.org/x", "https://docs.un.org/", "https://undocs.org/x"),
        ("https://docs.un.org/a#page=2", "", "https://docs.un.org/a"),
        ("https://DOCS.un.org/a", "", "https://DOCS.un.org/a"),
    ],
)
def test_places_among_the_hosts_are_allowed(address: str, found_at: str, full: str) -> None:
    assert UN_MANNERS.allowed(address, found_at) == full
    assert (urlsplit(full).hostname or "") in DOCUMENT_HOSTS


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("http://docs.un.org/a", "http://docs.un.org,"),
        ("https://example.org/a.pdf", "https://example.org,"),
        ("https://docs.un.org.example.org/", "https://docs.un.org.example.org,"),
        ("https://evil-docs.un.org/", "https://evil-docs.un.org,"),
        ("https://un.org/", "https://un.org,"),
        ("https://docs.un.org@example.org/", "https://docs.un.org@example.org,"),
        ("https://me:secret@docs.un.org/", "https://me:secret@docs.un.org,"),
        ("https://docs.un.org:8443/", "https://docs.un.org:8443,"),
        ("https://docs.un.org\\@example.org/", "https://docs.un.org\\@example.org,"),
        ("https://docs.un.org./", "https://docs.un.org.,"),
        ("file:///etc/hostname", "file:///etc/hostname,"),
        ("https://[::1", "https://[::1,"),
        ("//example.org/x", "https://example.org,"),
    ],
)
def test_places_elsewhere_are_refused_by_name(address: str, named: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        UN_MANNERS.allowed(address, "https://docs.un.org/en/A/RES/78/147")
    assert f"sends the request on to {named}" in str(refused.value)
    assert refused.value.obstacle is Obstacle.ELSEWHERE


def test_the_declaration_cites_twelve_resolutions(library: Library) -> None:
    assert cited_symbols(library) == (
        "A/RES/70/1",
        "A/RES/71/222",
        "A/RES/77/158",
        "A/RES/78/127",
        "A/RES/78/147",
        "A/RES/78/278",
        "A/RES/79/143",
        "A/RES/79/283",
        "A/RES/80/144",
        "A/RES/80/3",
        "UNEP/EA.6/Res.3",
        "UNEP/EA.7/Res.10",
    )
