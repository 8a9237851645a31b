import io
import json
import os
import socket
import socketserver
import struct
import threading
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from time import time

import pytest

from corpus.errors import FetchRefused, LibraryDamaged
from corpus.official import addresses as official_addresses
from corpus.official.fetch import ON_THE_WAY, FetchedFile, fetch_official
from corpus.official.manners import Manners
from corpus.official.obstacle import Obstacle
from corpus.official.site import Site
from corpus.symbol import Symbol

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\nstartxref\n0\n%%EOF\n"
OTHER_PDF = b"%PDF-1.4\n" + b"another edition " * 700 + b"\n%%EOF\n"
WEB_PAGE = b"<!DOCTYPE html><html><title>Sorry</title></html>"
SYMBOL = Symbol.parse("A/RES/78/147")
FIRST, SECOND = "/api?s=A%2FRES%2F78%2F147&l=R", "/short?s=ru%2FA%2FRES%2F78%2F147"


def package(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "<w/>" * 2000)
    return stream.getvalue()


DOCX = package("word/document.xml")


class Exchange(BaseHTTPRequestHandler):
    """One request to the server below; its answers are written for the address beforehand."""

    server: "Server"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items()), self.server.clock.now))
        answers = self.server.answers[self.path]
        (answers.pop(0) if len(answers) > 1 else answers[0])(self)

    def log_message(self, *_: object) -> None:
        pass

    def give(self, status: int, body: bytes, length: int | None = -1, **headers: str) -> None:
        """Send the answer; `length` says what the header claims, nothing at all for None."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True


class Clock:
    """Time that passes only by sleeping, and by what the server lets pass."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class Server(ThreadingHTTPServer):
    """A server on the loopback that behaves as it is told."""

    daemon_threads = True

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.answers: dict[str, list[Callable[[Exchange], None]]] = defaultdict(lambda: [answer(404, b"no")])
        self.asked: list[tuple[str, dict[str, str], float]] = []
        super().__init__(("127.0.0.1", 0), Exchange)

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)  # without looking up the name of the host
        self.server_name, self.server_port = self.server_address[0], self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # clients hang up on purpose

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


def answer(status: int, body: bytes, length: int | None = -1, **headers: str) -> Callable[[Exchange], None]:
    return lambda exchange: exchange.give(status, body, length, **headers)


def cut_after(count: int, body: bytes = PDF, **headers: str) -> Callable[[Exchange], None]:
    """Promise the whole body and hang up after so many bytes."""
    return lambda exchange: exchange.give(200, body[:count], len(body), **headers)


def reset(exchange: Exchange) -> None:
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.close_connection = True
    exchange.connection.close()


def ranged(body: bytes, **headers: str) -> Callable[[Exchange], None]:
    """Give the rest of the body as a server that supports ranges does."""

    def give(exchange: Exchange) -> None:
        wanted = exchange.headers["Range"]
        if wanted is None or exchange.headers["If-Range"] != headers.get("ETag", headers.get("Last_Modified")):
            exchange.give(200, body, **headers)
            return
        first = int(wanted.removeprefix("bytes=").removesuffix("-"))
        exchange.give(206, body[first:], Content_Range=f"bytes {first}-{len(body) - 1}/{len(body)}", **headers)

    return give


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with Server(clock) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        base = f"http://{running.host}"
        monkeypatch.setattr(official_addresses, "ASK_BY_SYMBOL", base + "/api?s={symbol}&l={letter}")
        monkeypatch.setattr(official_addresses, "ASK_BY_SHORT_LINK", base + "/short?s={language}%2F{symbol}")
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def manners(server: Server) -> Manners:
    return Manners(frozenset({server.host}), scheme="http", read_seconds=5, largest_bytes=50_000)


@pytest.fixture
def site(manners: Manners, clock: Clock) -> Site:
    return Site(manners, clock, clock.sleep)


def quiet(done: int, total: int) -> None:
    pass


def fetch(site: Site, folder: Path, language: str = "ru") -> FetchedFile:
    return fetch_official(SYMBOL, language, folder, site, quiet)


def refusal(site: Site, folder: Path) -> tuple[Obstacle, str]:
    """The obstacle and its reason, after checking that the sentence says what to do and nothing was kept as a file."""
    with pytest.raises(FetchRefused) as refused:
        fetch(site, folder)
    start = "A/RES/78/147 could not be fetched in Russian: "
    end = f". Open https://docs.un.org/ru/A/RES/78/147 in a browser and save the file into “{folder}”."
    message = str(refused.value)
    assert message.startswith(start)
    assert message.endswith(end)
    assert [path.name for path in folder.iterdir()] == [ON_THE_WAY]
    return Obstacle(refused.value.obstacle), message.removeprefix(start).removesuffix(end)


def on_the_way(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / ON_THE_WAY).iterdir() if path.name != "lock")


def test_a_good_server_gives_the_file(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, PDF, Content_Type="text/html")]
    told: list[tuple[int, int]] = []
    fetched = fetch_official(SYMBOL, "ru", tmp_path, site, lambda done, total: told.append((done, total)))
    path = tmp_path / "A_RES_78_147-RU.pdf"
    assert fetched == FetchedFile(path, "A/RES/78/147", "ru", f"http://{server.host}{FIRST}")
    assert path.read_bytes() == PDF
    assert told[-1] == (len(PDF), len(PDF))
    assert on_the_way(tmp_path) == []


def test_the_client_says_who_it_is_and_nothing_else(
    site: Site, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login delegate password secret\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server.answers[FIRST] = [
        answer(302, b"", Location=f"http://{server.host}/file", Set_Cookie="trace=1; Path=/"),
    ]
    server.answers["/file"] = [answer(200, PDF, Set_Cookie="trace=2; Path=/")]
    fetch(site, tmp_path)
    for _, headers, _ in server.asked:
        assert headers == {
            "Host": server.host,
            "User-Agent": f"ortak/{version('ortak')} (+offline drafting assistant)",
            "Accept": "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }


def test_a_word_file_is_known_by_its_content(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, DOCX, Content_Type="application/pdf")]
    assert fetch(site, tmp_path).path == tmp_path / "A_RES_78_147-RU.docx"
    assert (tmp_path / "A_RES_78_147-RU.docx").read_bytes() == DOCX


def test_a_file_that_is_there_is_not_asked_for_again(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, PDF)]
    once = fetch(site, tmp_path)
    assert fetch(site, tmp_path) == replace(once, address="")
    assert server.paths == [FIRST]


def test_a_path_in_the_servers_headers_is_ignored(site: Site, server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "inbox"
    server.answers[FIRST] = [answer(200, PDF, Content_Disposition='attachment; filename="../../../evil.pdf"')]
    assert fetch(site, folder).path == folder / "A_RES_78_147-RU.pdf"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert [path.name for path in folder.parent.iterdir()] == ["inbox"]


def test_requests_keep_their_distance(site: Site, server: Server, clock: Clock, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(302, b"", Location="/file")]
    server.answers["/file"] = [answer(200, PDF)]
    fetch(site, tmp_path / "one")
    fetch(site, tmp_path / "two")
    assert [moment for _, _, moment in server.asked] == [1000, 1002, 1004, 1006]
    assert clock.slept == [2, 2, 2]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_the_same_host_is_followed(site: Site, server: Server, tmp_path: Path, status: int) -> None:
    server.answers[FIRST] = [answer(status, b"", Location="../doc/undoc/gen/n1.pdf#page=1")]
    server.answers["/doc/undoc/gen/n1.pdf"] = [answer(200, PDF)]
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert server.paths == [FIRST, "/doc/undoc/gen/n1.pdf"]


@pytest.mark.parametrize("place", ["http://localhost:{port}", "http://127.0.0.1:1", "https://127.0.0.1:{port}"])
def test_a_redirect_elsewhere_is_refused_by_name(site: Site, server: Server, tmp_path: Path, place: str) -> None:
    place = place.format(port=server.server_port)
    server.answers[FIRST] = [answer(302, b"", Location=f"{place}/file.pdf")]
    assert refusal(site, tmp_path) == (
        Obstacle.ELSEWHERE,
        f"the site sends the request on to {place}, which is not a document host of the UN reached over http",
    )
    assert server.paths == [FIRST]


def test_five_redirects_are_followed_and_a_loop_is_left(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(302, b"", Location="/1")]
    for step in range(1, 5):
        server.answers[f"/{step}"] = [answer(302, b"", Location=f"/{step + 1}")]
    server.answers["/5"] = [answer(200, PDF)]
    assert fetch(site, tmp_path / "five").path.read_bytes() == PDF
    server.answers["/5"] = [answer(302, b"", Location="/1")]
    server.asked.clear()
    assert refusal(site, tmp_path / "loop") == (Obstacle.ELSEWHERE, "the site sends the request round in circles")
    assert server.paths == [FIRST, "/1", "/2", "/3", "/4", "/5"]


@pytest.mark.parametrize(
    ("status", "headers", "obstacle", "reason"),
    [
        (401, {}, Obstacle.REFUSED, "the site lets no program in (answer 401)"),
        (403, {"Retry_After": "1"}, Obstacle.REFUSED, "the site lets no program in (answer 403)"),
        (202, {"x_amzn_waf_action": "challenge"}, Obstacle.REFUSED, "the site lets no program in (answer 202)"),
        (503, {"cf_mitigated": "challenge"}, Obstacle.REFUSED, "the site lets no program in (answer 503)"),
        (400, {}, Obstacle.UNEXPECTED, "the site gave an answer that is not understood (400)"),
        (302, {}, Obstacle.UNEXPECTED, "the site gave an answer that is not understood (302)"),
    ],
)
def test_a_refusal_is_taken_at_its_word(
    site: Site, server: Server, tmp_path: Path, status: int, headers: dict[str, str], obstacle: Obstacle, reason: str
) -> None:
    server.answers[FIRST] = [answer(status, WEB_PAGE, **headers)]
    assert refusal(site, tmp_path) == (obstacle, reason)
    assert server.paths == [FIRST]


@pytest.mark.parametrize(
    ("give", "obstacle", "reason"),
    [
        (answer(404, WEB_PAGE), Obstacle.NOT_FOUND, "the site has no such file (answer 404)"),
        (answer(200, b""), Obstacle.NOT_FOUND, "the site has no such file (its answer is empty)"),
        (
            answer(200, WEB_PAGE, Content_Type="application/pdf"),
            Obstacle.WRONG_TYPE,
            "the site answered with a web page instead of a PDF or Word (.docx) file",
        ),
        (
            answer(200, b"\xd0\xcf\x11\xe0" + bytes(600), Content_Type="application/msword"),
            Obstacle.WRONG_TYPE,
            "the site answered with something else instead of a PDF or Word (.docx) file",
        ),
        (
            answer(200, package("xl/workbook.xml")),
            Obstacle.WRONG_TYPE,
            "the site answered with a package that is not a Word file",
        ),
    ],
)
def test_what_one_address_has_not_the_other_may_have(
    site: Site,
    server: Server,
    tmp_path: Path,
    give: Callable[[Exchange], None],
    obstacle: Obstacle,
    reason: str,
) -> None:
    server.answers[FIRST] = [give]
    assert refusal(site, tmp_path / "none") == (obstacle, reason)
    assert server.paths == [FIRST, SECOND]
    assert on_the_way(tmp_path / "none") == []
    server.answers[SECOND] = [answer(200, PDF)]
    assert fetch(site, tmp_path / "second").address == f"http://{server.host}{SECOND}"


def test_the_obstacle_told_is_the_one_that_ended_the_search(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[SECOND] = [answer(403, WEB_PAGE)]
    assert refusal(site, tmp_path) == (Obstacle.REFUSED, "the site lets no program in (answer 403)")


@pytest.mark.parametrize(
    ("failures", "moments"),
    [
        ([answer(500, b""), answer(500, b"")], [1000, 1002, 1006]),
        ([answer(429, b"", Retry_After="7"), answer(503, b"", Retry_After="1")], [1000, 1007, 1011]),
        ([answer(429, b"", Retry_After="soon"), answer(502, b"", Retry_After="-5")], [1000, 1002, 1006]),
        ([reset, cut_after(0), cut_after(5000)], [1000, 1002, 1006, 1014]),
        ([cut_after(5000, PDF + b" ")], [1000, 1002]),
        ([answer(200, PDF[:5000], None)], [1000, 1002]),
        ([answer(200, DOCX[:-30], None)], [1000, 1002]),
    ],
)
def test_passing_trouble_is_sat_out(
    site: Site, server: Server, tmp_path: Path, failures: list[Callable[[Exchange], None]], moments: list[float]
) -> None:
    server.answers[FIRST] = [*failures, answer(200, PDF)]
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert [moment for _, _, moment in server.asked] == moments


@pytest.mark.parametrize(
    ("give", "obstacle", "reason"),
    [
        (answer(500, b""), Obstacle.OVERLOADED, "the site is too busy (answer 500)"),
        (answer(429, b"", Retry_After="3"), Obstacle.OVERLOADED, "the site is too busy (answer 429)"),
        (reset, Obstacle.CUT_OFF, "the connection was cut off"),
        (cut_after(5000), Obstacle.CUT_OFF, "the connection was cut off"),
        (answer(200, PDF[:5000]), Obstacle.CUT_OFF, "the file ended before its end"),
        (
            answer(206, PDF, Content_Range="bytes 0-9/10"),
            Obstacle.CUT_OFF,
            "the site answered with a part that does not fit",
        ),
        (answer(416, b""), Obstacle.CUT_OFF, "the site answered with a part that does not fit"),
    ],
)
def test_lasting_trouble_is_refused_after_three_repetitions(
    site: Site, server: Server, tmp_path: Path, give: Callable[[Exchange], None], obstacle: Obstacle, reason: str
) -> None:
    server.answers[FIRST] = [give]
    assert refusal(site, tmp_path) == (obstacle, reason)
    assert server.paths == [FIRST] * 4


def test_a_date_to_come_back_at_is_kept(site: Site, server: Server, clock: Clock, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(429, b"", Retry_After=formatdate(time() + 40, usegmt=True)), answer(200, PDF)]
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert 37 < clock.slept[0] <= 40


def test_a_long_wait_is_refused_at_once_for_every_text(
    site: Site, server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.answers[FIRST] = [answer(429, b"", Retry_After="3600")]
    told = (Obstacle.WAIT_LONGER, "the site asks to be left alone for another 60 minutes")
    assert refusal(site, tmp_path) == told
    assert refusal(site, tmp_path) == told
    assert server.paths == [FIRST]
    assert clock.slept == []


def test_a_server_that_drips_is_left(manners: Manners, server: Server, clock: Clock, tmp_path: Path) -> None:
    sent: list[int] = []

    def drip(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header("Content-Length", str(len(PDF)))
        exchange.send_header("ETag", '"slow"')
        exchange.end_headers()
        for place in range(1000):
            exchange.wfile.write(PDF[place : place + 1])
            sent.append(place)
            clock.now += 9
            threading.Event().wait(0.001)

    server.answers[FIRST] = [drip]
    assert refusal(Site(manners, clock, clock.sleep), tmp_path) == (Obstacle.TOO_SLOW, "the transfer takes too long")
    assert server.paths == [FIRST]
    assert 600 / 9 < len(sent) < 500
    assert on_the_way(tmp_path) == ["A_RES_78_147-RU.part", "A_RES_78_147-RU.part.json"]


def test_a_server_that_says_nothing_is_left(manners: Manners, server: Server, clock: Clock, tmp_path: Path) -> None:
    over = threading.Event()
    server.answers[FIRST] = [lambda exchange: over.wait(5) and None]
    impatient = Site(replace(manners, read_seconds=0.03), clock, clock.sleep)
    assert refusal(impatient, tmp_path) == (Obstacle.CUT_OFF, "the connection was cut off")
    over.set()


def test_a_huge_file_is_refused_before_it_is_read(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, PDF, 300_000_000)]
    assert refusal(site, tmp_path) == (Obstacle.TOO_LARGE, "the file is larger than 0 MB")
    assert server.paths == [FIRST]
    assert on_the_way(tmp_path) == []


@pytest.mark.parametrize("chunked", [False, True])
def test_an_endless_file_is_cut_at_the_bound(site: Site, server: Server, tmp_path: Path, chunked: bool) -> None:
    sent: list[int] = []

    def endless(exchange: Exchange) -> None:
        exchange.send_response(200)
        exchange.send_header(*(("Transfer-Encoding", "chunked") if chunked else ("Connection", "close")))
        exchange.end_headers()
        piece = PDF[:4096]
        framed = b"1000\r\n" + piece + b"\r\n"
        for _ in range(20_000):
            exchange.wfile.write(framed if chunked else piece)
            sent.append(len(piece))

    server.answers[FIRST] = [endless]
    assert refusal(site, tmp_path) == (Obstacle.TOO_LARGE, "the file is larger than 0 MB")
    assert sum(sent) < 80_000_000
    assert on_the_way(tmp_path) == []


def test_a_chunked_file_arrives_and_a_cut_one_is_noticed(site: Site, server: Server, tmp_path: Path) -> None:
    def chunked(ended: bool) -> Callable[[Exchange], None]:
        def give(exchange: Exchange) -> None:
            exchange.send_response(200)
            exchange.send_header("Transfer-Encoding", "chunked")
            exchange.end_headers()
            for start in range(0, len(PDF), 1000):
                piece = PDF[start : start + 1000]
                exchange.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            if ended:
                exchange.wfile.write(b"0\r\n\r\n")
            exchange.close_connection = True

        return give

    server.answers[FIRST] = [chunked(False), chunked(True)]
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "edition", [{"ETag": '"one"'}, {"Last_Modified": "Tue, 21 Nov 2023 09:00:00 GMT"}], ids=["tag", "date"]
)
def test_a_cut_file_is_gone_on_with(site: Site, server: Server, tmp_path: Path, edition: dict[str, str]) -> None:
    server.answers[FIRST] = [cut_after(4000, **edition), cut_after(6000, **edition), ranged(PDF, **edition)]
    server.answers[FIRST][1] = lambda exchange: exchange.give(
        206, PDF[4000:6000], len(PDF) - 4000, Content_Range=f"bytes 4000-{len(PDF) - 1}/{len(PDF)}", **edition
    )
    told: list[tuple[int, int]] = []
    fetched = fetch_official(SYMBOL, "ru", tmp_path, site, lambda done, total: told.append((done, total)))
    assert fetched.path.read_bytes() == PDF
    mark = next(iter(edition.values()))
    assert [(headers.get("Range"), headers.get("If-Range")) for _, headers, _ in server.asked] == [
        (None, None),
        ("bytes=4000-", mark),
        ("bytes=6000-", mark),
    ]
    assert {total for _, total in told} == {len(PDF)}
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_cut_file_is_gone_on_with_in_the_next_run(
    manners: Manners, server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.answers[FIRST] = [cut_after(4000, ETag='"one"')]
    assert refusal(Site(replace(manners, retries=0), clock, clock.sleep), tmp_path)[0] is Obstacle.CUT_OFF
    assert on_the_way(tmp_path) == ["A_RES_78_147-RU.part", "A_RES_78_147-RU.part.json"]
    server.answers[FIRST] = [ranged(PDF, ETag='"one"')]
    assert fetch(Site(manners, clock, clock.sleep), tmp_path).path.read_bytes() == PDF
    assert server.asked[-1][1]["Range"] == "bytes=4000-"
    assert on_the_way(tmp_path) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (cut_after(4000, ETag='"one"'), ranged(OTHER_PDF, ETag='"two"')),
        (cut_after(4000, ETag='"one"'), answer(200, OTHER_PDF)),
        (cut_after(4000), ranged(OTHER_PDF)),
        (cut_after(4000, ETag='W/"weak"'), ranged(OTHER_PDF, ETag='W/"weak"')),
    ],
    ids=["edition changed", "ranges unsupported", "no mark", "weak mark"],
)
def test_another_edition_is_begun_anew(
    site: Site,
    server: Server,
    tmp_path: Path,
    first: Callable[[Exchange], None],
    then: Callable[[Exchange], None],
) -> None:
    server.answers[FIRST] = [first, then]
    assert fetch(site, tmp_path).path.read_bytes() == OTHER_PDF
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "misfit",
    [
        answer(206, OTHER_PDF[4000:], Content_Range=f"bytes 4000-{len(OTHER_PDF) - 1}/{len(OTHER_PDF)}", ETag='"two"'),
        answer(206, OTHER_PDF[3999:], Content_Range=f"bytes 3999-{len(OTHER_PDF) - 1}/{len(OTHER_PDF)}", ETag='"one"'),
        answer(206, OTHER_PDF[4000:], ETag='"one"'),
        answer(416, b"", Content_Range=f"bytes */{len(OTHER_PDF)}"),
    ],
    ids=["edition changed", "another place", "place not told", "not satisfiable"],
)
def test_a_part_that_does_not_fit_is_never_joined(
    site: Site, server: Server, tmp_path: Path, misfit: Callable[[Exchange], None]
) -> None:
    server.answers[FIRST] = [cut_after(4000, ETag='"one"'), misfit, ranged(OTHER_PDF, ETag='"two"')]
    assert fetch(site, tmp_path).path.read_bytes() == OTHER_PDF
    assert [headers.get("Range") for _, headers, _ in server.asked] == [None, "bytes=4000-", None]


def test_parts_of_two_addresses_are_never_joined(
    manners: Manners, server: Server, clock: Clock, tmp_path: Path
) -> None:
    server.answers[FIRST] = [cut_after(4000, ETag='"one"')]
    assert refusal(Site(replace(manners, retries=0), clock, clock.sleep), tmp_path)[0] is Obstacle.CUT_OFF
    server.answers[FIRST] = [answer(404, b"")]
    server.answers[SECOND] = [ranged(OTHER_PDF, ETag='"one"')]
    assert fetch(Site(manners, clock, clock.sleep), tmp_path).path.read_bytes() == OTHER_PDF


@pytest.mark.parametrize(
    "note", ["", "[]", "{", '{"address": "http://other/"}', '{"address": ADDRESS, "edition": 5}'], ids=str
)
def test_a_damaged_note_means_a_fresh_start(site: Site, server: Server, tmp_path: Path, note: str) -> None:
    server.answers[FIRST] = [ranged(PDF, ETag='"one"')]
    way = tmp_path / ON_THE_WAY
    way.mkdir()
    (way / "A_RES_78_147-RU.part").write_bytes(b"%PDF-something else")
    address = json.dumps(f"http://{server.host}{FIRST}")
    (way / "A_RES_78_147-RU.part.json").write_text(note.replace("ADDRESS", address), encoding="utf-8")
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert "Range" not in server.asked[0][1]


def test_offline_is_said_at_once(manners: Manners, server: Server, clock: Clock, tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{closed.getsockname()[1]}"
    official_addresses.ASK_BY_SYMBOL = f"http://{host}/{{symbol}}{{letter}}"  # put back by the server's fixture
    site = Site(replace(manners, hosts=frozenset({host})), clock, clock.sleep)
    assert refusal(site, tmp_path) == (
        Obstacle.OFFLINE,
        "the site cannot be reached; this machine may be offline",
    )
    assert clock.slept == []


def test_the_networks_proxy_is_used(
    manners: Manners, server: Server, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://{server.host}")
    monkeypatch.setattr(official_addresses, "ASK_BY_SYMBOL", "http://documents.invalid/{symbol}{letter}")
    address = "http://documents.invalid/A%2FRES%2F78%2F147R"
    server.answers[address] = [answer(200, PDF)]
    site = Site(replace(manners, hosts=frozenset({"documents.invalid"})), clock, clock.sleep)
    assert fetch(site, tmp_path).path.read_bytes() == PDF
    assert server.paths == [address]
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert refusal(site, tmp_path / "none") == (Obstacle.OFFLINE, "the network's proxy does not answer")


def test_an_untrusted_certificate_is_refused(manners: Manners, server: Server, clock: Clock, tmp_path: Path) -> None:
    official_addresses.ASK_BY_SYMBOL = f"https://{server.host}/{{symbol}}{{letter}}"
    site = Site(replace(manners, scheme="https"), clock, clock.sleep)
    assert refusal(site, tmp_path) == (
        Obstacle.OFFLINE,
        "the site's certificate cannot be verified on this network",
    )


def test_a_folder_that_cannot_be_written_is_said(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, PDF)]
    (tmp_path / "inbox").write_text("a file stands here", encoding="utf-8")
    with pytest.raises(LibraryDamaged, match=r"inbox” cannot be written \(.+\): make room there"):
        fetch(site, tmp_path / "inbox")
    assert server.asked == []


def test_links_planted_on_the_way_are_not_written_through(site: Site, server: Server, tmp_path: Path) -> None:
    server.answers[FIRST] = [answer(200, PDF)]
    outside, inbox = tmp_path / "outside.txt", tmp_path / "inbox"
    outside.write_text("mine", encoding="utf-8")
    (inbox / ON_THE_WAY).mkdir(parents=True)
    (inbox / ON_THE_WAY / "A_RES_78_147-RU.part").symlink_to(outside)
    assert fetch(site, inbox).path.read_bytes() == PDF
    assert outside.read_text(encoding="utf-8") == "mine"
