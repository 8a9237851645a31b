"""The UN's document site over the network: the only module that opens a connection."""

import re
import time
from collections.abc import Callable
from contextlib import closing
from http.cookiejar import DefaultCookiePolicy
from importlib.metadata import version
from pathlib import Path

import requests
from urllib3.exceptions import HTTPError, InvalidHeader, ProtocolError
from urllib3.util.retry import Retry

from corpus.errors import FetchRefused
from corpus.official.manners import UN_MANNERS, Manners
from corpus.official.obstacle import PASSING, Obstacle
from corpus.official.partial import Arrived, PartialFile

Progress = Callable[[int, int], None]
"""Told how many bytes have arrived and how many there will be (0 where the site does not say)."""

CHUNK_BYTES = 65_536
BACK_OFF_SECONDS = 2.0
"""The wait before the first repetition; it doubles with each."""
CLIENT_NAME = f"ortak/{version('ortak')} (+offline drafting assistant)"
HEADERS = {
    "User-Agent": CLIENT_NAME,
    "Accept": "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    # Bytes as they are: sizes and ranges then mean what they say, and nothing can unpack to more than was sent.
    "Accept-Encoding": "identity",
    # The pause before the next request would outlast the connection.
    "Connection": "close",
}
FIREWALL_MARKS = ("x-amzn-waf-action", "cf-mitigated")
RANGE = re.compile(r"bytes (?P<first>\d{1,18})-\d{1,18}/(?:\d{1,18}|\*)")
OVERSIZE = "the file is larger than {largest:.0f} MB"


class Site:
    """Asks for one file at a time, with a pause between requests; the clock and the sleep can be put in its place.

    The network's proxy settings and certificates are those of the environment, as delegations' networks need them.
    Cookies are never kept, and no name or password is ever sent.
    """

    def __init__(
        self,
        manners: Manners = UN_MANNERS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._manners = manners
        self._clock = clock
        self._sleep = sleep
        self._not_before = 0.0

    def download(self, address: str, partial: PartialFile, check: Callable[[Path], str], progress: Progress) -> str:
        """Bring the file at the address into the partial file, going on where an earlier attempt ended.

        Returns:
            What `check` says of the complete file.

        Raises:
            FetchRefused: it could not be had; what arrived is kept only where it can be gone on with.
            OSError: it cannot be written.
        """
        deadline = self._clock() + self._manners.total_seconds
        for attempt in range(self._manners.retries + 1):
            try:
                return self._attempt(address, partial, check, progress, deadline)
            except FetchRefused as refused:
                late = self._clock() > deadline
                if refused.obstacle not in PASSING or attempt == self._manners.retries or late:
                    raise
                self._rest(BACK_OFF_SECONDS * 2**attempt)
        raise AssertionError("the last attempt returns or raises")

    def _attempt(
        self, address: str, partial: PartialFile, check: Callable[[Path], str], progress: Progress, deadline: float
    ) -> str:
        arrived = partial.arrived(address)
        with _session() as session, closing(self._answer(session, address, _wanted(arrived))) as response:
            try:
                self._judge(response)
                offset = self._opened(response, address, partial, arrived)
                self._store(response, partial, offset, progress, deadline)
            finally:
                self._rest(self._manners.pause_seconds)
        try:
            return check(partial.path)
        except FetchRefused:
            partial.discard()
            raise

    def _answer(self, session: requests.Session, address: str, wanted: dict[str, str]) -> requests.Response:
        """The first answer that is no redirect; every step stays on the allowed hosts."""
        place = self._manners.allowed(address)
        for _ in range(self._manners.redirects + 1):
            response = self._ask(session, place, wanted)
            if not response.is_redirect:
                return response
            response.close()
            place = self._manners.allowed(response.headers["location"], found_at=place)
        raise FetchRefused("the site sends the request round in circles", Obstacle.ELSEWHERE)

    def _ask(self, session: requests.Session, place: str, wanted: dict[str, str]) -> requests.Response:
        wait = self._not_before - self._clock()
        if wait > self._manners.longest_wait_seconds:
            raise FetchRefused(
                f"the site asks to be left alone for another {wait / 60:.0f} minutes", Obstacle.WAIT_LONGER
            )
        if wait > 0:
            self._sleep(wait)
        bounds = (self._manners.connect_seconds, self._manners.read_seconds)
        try:
            return session.get(place, headers=wanted, stream=True, allow_redirects=False, timeout=bounds)
        except requests.RequestException as fault:
            raise _unreached(fault) from None
        finally:
            self._rest(self._manners.pause_seconds)

    def _rest(self, seconds: float) -> None:
        """Ask for nothing more until so many seconds from now have passed."""
        self._not_before = max(self._not_before, self._clock() + seconds)

    def _judge(self, response: requests.Response) -> None:
        """Raise unless the answer is a file or a part of one."""
        status = response.status_code
        firewall = status == 202 or any(mark in response.headers for mark in FIREWALL_MARKS)
        if firewall or status in {401, 403, 407, 451}:
            raise FetchRefused(f"the site lets no program in (answer {status})", Obstacle.REFUSED)
        if status in {404, 410}:
            raise FetchRefused(f"the site has no such file (answer {status})", Obstacle.NOT_FOUND)
        if status == 429 or status >= 500:
            self._rest(_retry_after(response))
            raise FetchRefused(f"the site is too busy (answer {status})", Obstacle.OVERLOADED)
        if status not in {200, 206, 416}:
            raise FetchRefused(f"the site gave an answer that is not understood ({status})", Obstacle.UNEXPECTED)

    def _opened(self, response: requests.Response, address: str, partial: PartialFile, arrived: Arrived) -> int:
        """From which byte on the answer is: that of an earlier attempt, or 0 with the partial file begun anew."""
        if response.status_code == 200:
            partial.begin(address, _edition(response))
            return 0
        span = RANGE.fullmatch(response.headers.get("content-range", ""))
        goes_on = response.status_code == 206 and span is not None and int(span["first"]) == arrived.size
        if not (goes_on and arrived.size and _edition(response) == arrived.edition):
            partial.discard()
            raise FetchRefused("the site answered with a part that does not fit", Obstacle.CUT_OFF)
        return arrived.size

    def _store(
        self, response: requests.Response, partial: PartialFile, offset: int, progress: Progress, deadline: float
    ) -> None:
        largest = self._manners.largest_bytes
        remaining = response.raw.length_remaining
        total = 0 if remaining is None else offset + remaining
        size = offset
        with partial.appending() as stream:
            # read1 returns what has come, so that a server that drips is caught by the clock and not by patience.
            while size <= largest and total <= largest and (chunk := _read(response)):
                size += len(chunk)
                stream.write(chunk)
                progress(size, total)
                if self._clock() > deadline:
                    raise FetchRefused("the transfer takes too long", Obstacle.TOO_SLOW)
        if max(size, total) > largest:
            partial.discard()
            raise FetchRefused(OVERSIZE.format(largest=largest / 1e6), Obstacle.TOO_LARGE)
        if not size:
            partial.discard()
            raise FetchRefused("the site has no such file (its answer is empty)", Obstacle.NOT_FOUND)


def _session() -> requests.Session:
    session = requests.Session()
    session.headers.clear()
    session.headers.update(HEADERS)
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.auth = _without_credentials
    return session


def _without_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Send the request as it is; without this, passwords of a .netrc file would be looked up."""
    return request


def _wanted(arrived: Arrived) -> dict[str, str]:
    """Only what is missing, and only if the edition is still the one begun."""
    return {"Range": f"bytes={arrived.size}-", "If-Range": arrived.edition} if arrived.size else {}


def _edition(response: requests.Response) -> str:
    """The server's mark of the edition, if it has one that promises the same bytes."""
    tag = response.headers.get("etag", "")
    if tag and not tag.startswith("W/"):
        return tag
    return response.headers.get("last-modified", "")


def _read(response: requests.Response) -> bytes:
    try:
        chunk: bytes = response.raw.read1(CHUNK_BYTES, decode_content=False)
    except HTTPError:
        raise FetchRefused("the connection was cut off", Obstacle.CUT_OFF) from None
    return chunk


def _retry_after(response: requests.Response) -> float:
    """How many seconds the server asks to wait; 0 where it does not say."""
    try:
        return Retry().parse_retry_after(response.headers.get("retry-after", ""))
    except (InvalidHeader, OverflowError, ValueError):
        return 0.0


def _unreached(fault: requests.RequestException) -> FetchRefused:
    """Why no answer came, told apart by what can be done about it."""
    cause = fault.args[0] if fault.args else None
    if isinstance(fault, requests.exceptions.ProxyError):
        return FetchRefused("the network's proxy does not answer", Obstacle.OFFLINE)
    if isinstance(fault, requests.exceptions.SSLError):
        return FetchRefused("the site's certificate cannot be verified on this network", Obstacle.OFFLINE)
    if isinstance(fault, requests.exceptions.ReadTimeout) or isinstance(cause, ProtocolError):
        return FetchRefused("the connection was cut off", Obstacle.CUT_OFF)
    return FetchRefused("the site cannot be reached; this machine may be offline", Obstacle.OFFLINE)
