"""Where official texts may come from, and how politely and how long they are asked for."""

from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from corpus.errors import FetchRefused
from corpus.official.obstacle import Obstacle


@dataclass(frozen=True, slots=True)
class Manners:
    """The hosts and the scheme that may be asked, and the bounds on every request; times in seconds, sizes in bytes."""

    hosts: frozenset[str]
    scheme: str = "https"
    pause_seconds: float = 2.0
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 600.0
    longest_wait_seconds: float = 60.0
    retries: int = 3
    redirects: int = 5
    largest_bytes: int = 100_000_000

    def allowed(self, address: str, found_at: str = "") -> str:
        """The full address if it may be asked; one found at another address may be relative to that.

        Raises:
            FetchRefused: it leads to another host or away from the scheme.
        """
        try:
            parts = urlsplit(urljoin(found_at, address))
        except ValueError:
            parts = SplitResult("", "", address, "", "")
        if parts.scheme != self.scheme or parts.netloc.lower() not in self.hosts:
            place = f"{parts.scheme}://{parts.netloc}" if parts.netloc else address
            raise FetchRefused(
                f"the site sends the request on to {place[:100]}, which is not a document host of the UN reached over "
                f"{self.scheme}",
                Obstacle.ELSEWHERE,
            )
        return parts._replace(fragment="").geturl()


DOCUMENT_HOSTS = frozenset({"digitallibrary.un.org", "docs.un.org", "documents.un.org", "undocs.org"})
UN_MANNERS = Manners(DOCUMENT_HOSTS)
