"""A chat model as the product sees it: which one is chosen, what is put to it, what it costs."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from ipaddress import ip_address
from threading import Event
from typing import Protocol
from urllib.parse import urlsplit

from corpus.errors import ModelUnavailable

VARIABLE = "ORTAK_MODEL"
PRICE_VARIABLE = "ORTAK_MODEL_PRICE"
SECONDS_VARIABLE = "ORTAK_MODEL_SECONDS"
USUAL_SECONDS = 120.0
TOKENS_VARIABLE = "ORTAK_MODEL_TOKENS"
USUAL_TOKENS = 4000
MOST_TOKENS = 64_000
HOW_TO_NAME = (
    "Name it as openai:NAME, anthropic:NAME or ollama:NAME, "
    "or give the address of a server on this machine, such as http://127.0.0.1:8080/v1#NAME"
)
PROVIDER = re.compile(r"[a-z][a-z0-9_]{1,40}")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
LIKE_A_KEY = re.compile(
    r"[?&=]|(?<![a-z])(?:(?:sk|pk|key|token)[-_]|aiza)(?=[\w-]{0,40}\d)[\w-]{16,}"
    r"|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{24,}",
    re.IGNORECASE,
)
"""What no name of a model has: parts of an address, and long runs of letters and figures."""
PER = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model is to be asked, as `ORTAK_MODEL` names it.

    `provider` is LangChain's name for who serves it; `address` is set for a server given by its address. `leaves` says
    that what is sent leaves this machine. An answer may take `seconds` and have `tokens`. `price` is in US dollars for
    a million tokens sent and received.
    """

    provider: str
    model: str
    address: str = ""
    seconds: float = USUAL_SECONDS
    tokens: int = USUAL_TOKENS
    price: tuple[Decimal, Decimal] | None = None

    @property
    def leaves(self) -> bool:
        """Whether what is sent leaves this machine; a provider without an address on it counts as outside."""
        return not (self.address and _is_loopback(urlsplit(self.address).hostname or ""))

    @property
    def service(self) -> str:
        """Under what name its key is looked up in the system's keyring."""
        return self.address or self.provider

    @property
    def shown(self) -> str:
        """The model as a person may see it: never with a key or a password in it."""
        where = self.address.partition("://")[2]
        return f"{self.model} ({where})" if where else f"{self.provider}:{self.model}"


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is put to a model: our rules, the request with its fenced material, and the form of the answer."""

    system: str
    request: str
    schema: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """How many tokens were sent and received, where the server says so, and what they cost, where a price is known."""

    sent: int | None = None
    received: int | None = None
    price: tuple[Decimal, Decimal] | None = None

    @property
    def cost(self) -> Decimal | None:
        """US dollars; nothing where the price or the count is unknown."""
        if self.price is None or self.sent is None or self.received is None:
            return None
        return (self.price[0] * self.sent + self.price[1] * self.received) / PER


class Stream(Protocol):
    """An answer as it comes, in pieces; `usage` is known once it has ended."""

    @property
    def usage(self) -> Usage:
        """What the answer took."""
        ...

    def __iter__(self) -> Iterator[str]: ...


class ChatModel(Protocol):
    """The seam: whatever answers a prompt with text. It has no tools, no files, and no network but its own server."""

    @property
    def name(self) -> str:
        """What the interface shows."""
        ...

    @property
    def leaves(self) -> bool:
        """Whether what is sent leaves this machine."""
        ...

    def stream(self, prompt: Prompt, cancel: Event | None = None) -> Stream:
        """Ask, and get the answer as it comes; it ends early where `cancel` is set."""
        ...


def chosen(name: str = "") -> Choice | None:
    """The model that is to be asked: the one named, else that of `ORTAK_MODEL`, else none, which is how it ships.

    Raises:
        ModelUnavailable: the name, the price or the time is not written as it has to be.
    """
    written = (name or os.environ.get(VARIABLE, "")).strip()
    if not written:
        return None
    if ADDRESS.match(written):
        return _addressed(written)
    _refuse_a_key_in(written)
    if "#" in written:
        raise ModelUnavailable(f"{VARIABLE} holds an address without http://. Write http:// or https:// before it.")
    provider, _, model = written.partition(":")
    if not PROVIDER.fullmatch(provider) or not model.strip():
        raise ModelUnavailable(f"{VARIABLE} does not name a model. {HOW_TO_NAME}.")
    return Choice(provider, model.strip(), seconds=_seconds(), tokens=_tokens(), price=_price())


def _addressed(written: str) -> Choice:
    """A server by its address. Without encryption only this machine is reached: the texts must not leave the room."""
    try:
        parts = urlsplit(written)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise ModelUnavailable(f"{VARIABLE} holds an address that cannot be read. {HOW_TO_NAME}.") from None
    _refuse_a_key_in("?" if parts.username or parts.password or parts.query else f"{parts.path} {parts.fragment}")
    if not host or not parts.fragment:
        raise ModelUnavailable(f"{VARIABLE} holds an address without the name of a model. {HOW_TO_NAME}.")
    if parts.scheme.lower() == "http" and not _is_loopback(host):
        raise ModelUnavailable(
            f"{VARIABLE} holds an address outside this machine without encryption. Give one that begins with https://."
        )
    shown_host = f"[{host}]" if ":" in host else host
    address = f"{parts.scheme.lower()}://{shown_host}{f':{port}' if port else ''}{parts.path.rstrip('/')}"
    return Choice("openai", parts.fragment, address, _seconds(), _tokens(), _price())


def _refuse_a_key_in(written: str) -> None:
    """A name is shown on every page and kept with what it proposed: a key must not be in it."""
    if LIKE_A_KEY.search(written):
        raise ModelUnavailable(
            f"{VARIABLE} holds a password or what looks like a key. "
            f"Keep it in {VARIABLE}_KEY or in the system's keyring."
        )


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _seconds() -> float:
    written = os.environ.get(SECONDS_VARIABLE, "").strip()
    try:
        seconds = float(written) if written else USUAL_SECONDS
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= 3600:
        raise ModelUnavailable(f"{SECONDS_VARIABLE} is no time. Give seconds between 1 and 3600, such as 120.")
    return seconds


def _tokens() -> int:
    written = os.environ.get(TOKENS_VARIABLE, "").strip()
    figures = written.isdecimal() and len(written) <= len(str(MOST_TOKENS))
    tokens = int(written) if figures else (0 if written else USUAL_TOKENS)
    if not 0 < tokens <= MOST_TOKENS:
        raise ModelUnavailable(
            f"{TOKENS_VARIABLE} is no length of an answer. "
            f"Give tokens between 1 and {MOST_TOKENS}, such as {USUAL_TOKENS}."
        )
    return tokens


def _price() -> tuple[Decimal, Decimal] | None:
    written = os.environ.get(PRICE_VARIABLE, "").strip()
    if not written:
        return None
    try:
        sent, received = (Decimal(part.strip()) for part in written.split(","))
    except (ValueError, InvalidOperation):
        sent = received = Decimal(-1)
    if not (sent.is_finite() and received.is_finite() and min(sent, received) >= 0):
        raise ModelUnavailable(
            f"{PRICE_VARIABLE} is no price. Give US dollars for a million tokens sent and received, such as 0.15,0.60."
        )
    return sent, received
