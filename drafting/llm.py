"""Chat models by name, through LangChain."""

import os
import queue
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from corpus.errors import ModelAnswerUnusable, ModelUnavailable
from drafting.chat import SECONDS_VARIABLE, VARIABLE, ChatModel, Choice, Prompt, Usage, chosen
from drafting.keys import SERVICE, key_for
from drafting.keys import VARIABLE as KEY_VARIABLE

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

RETRIES = 2
TICK_SECONDS = 0.05
INSTALL = "pip install 'ortak[model]'"
REPORTERS = ("LANGSMITH_", "LANGCHAIN_")
OFF = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
HIGHEST_OF_OURS = 500


def open_model(name: str = "") -> ChatModel | None:
    """The chat model that is named, or that of `ORTAK_MODEL`; nothing where none is, which is how it ships.

    Nothing is sent yet. The key is taken from the environment or the system's keyring, and is not kept by us.

    Raises:
        ModelUnavailable: the name is not one, or LangChain or the provider's part of it is not installed.
    """
    choice = chosen(name)
    return None if choice is None else _Model(choice, connected(choice))


def report_nothing() -> None:
    """Switch off, for this process, every way in which LangChain or a provider's library tells others of its work."""
    for variable in [name for name in os.environ if name.startswith(REPORTERS)]:
        del os.environ[variable]
    os.environ.update(dict.fromkeys(OFF, "false"))
    os.environ.pop("OPENAI_LOG", None)
    if find_spec("langsmith"):
        import langsmith.utils

        langsmith.utils.get_env_var.cache_clear()  # type: ignore[attr-defined]


def connected(choice: Choice) -> "BaseChatModel":
    """LangChain's chat model for a choice.

    Raises:
        ModelUnavailable: a part of LangChain is missing, or the provider is unknown or has no key.
    """
    report_nothing()
    if find_spec("langchain") is None:
        raise ModelUnavailable(f"{VARIABLE} names a model, and LangChain is not installed. Run: {INSTALL}")
    from langchain.chat_models import init_chat_model

    package = f"langchain-{choice.provider.replace('_', '-')}"
    try:
        model: BaseChatModel = init_chat_model(choice.model, model_provider=choice.provider, **_settings(choice))
    except ImportError:
        raise ModelUnavailable(f"LangChain for {choice.provider} is missing. Run: pip install {package}") from None
    except Exception:  # noqa: BLE001  each provider's library has errors of its own, which may hold the key
        raise ModelUnavailable(
            f"The model {choice.shown} cannot be set up. Check its name, and its key in {KEY_VARIABLE} "
            f"or in the keyring: keyring set {SERVICE} {choice.service}"
        ) from None
    return model


def _settings(choice: Choice) -> dict[str, Any]:
    """What a provider's class is given: times, tries, the length of an answer, and the key."""
    if choice.provider == "ollama":
        return {"client_kwargs": {"timeout": choice.seconds}, "num_predict": choice.tokens}
    given: dict[str, Any] = {"timeout": choice.seconds, "max_retries": RETRIES, "max_tokens": choice.tokens}
    if choice.address:
        return given | _at_address(choice)
    key = key_for(choice.provider, f"{choice.provider.upper()}_API_KEY")
    if key:
        given["api_key"] = key
    return given


def _at_address(choice: Choice) -> dict[str, Any]:
    """For a server by its address: no proxy, no leading elsewhere, and never the key of another provider."""
    from openai import DefaultHttpxClient

    return {
        "base_url": choice.address,
        "api_key": key_for(choice.address) or "none",
        "temperature": 0,
        "stream_usage": True,
        "use_responses_api": False,
        "openai_proxy": None,
        "http_client": DefaultHttpxClient(trust_env=False, follow_redirects=False, timeout=choice.seconds),
    }


@dataclass(frozen=True, slots=True)
class _Model:
    """A LangChain chat model behind the seam."""

    choice: Choice
    chat: "BaseChatModel" = field(repr=False)

    @property
    def name(self) -> str:
        return self.choice.shown

    @property
    def leaves(self) -> bool:
        return self.choice.leaves

    def stream(self, prompt: Prompt, cancel: Event | None = None) -> "_Answer":
        return _Answer(self.choice, self.chat, prompt, cancel or Event())


class _Answer:
    """An answer as it comes. A thread of its own reads it, so that a slow server cannot hold up time-out or cancel."""

    def __init__(self, choice: Choice, chat: "BaseChatModel", prompt: Prompt, cancel: Event) -> None:
        self.choice, self._cancel = choice, cancel
        self.usage = Usage(price=choice.price)
        self._abandoned = Event()
        self._pieces: queue.Queue[str | BaseException | None] = queue.Queue()
        self._reader = Thread(target=self._read, args=(chat, prompt), daemon=True)

    def __iter__(self) -> Iterator[str]:
        self._reader.start()
        ends = monotonic() + self.choice.seconds
        try:
            while True:
                piece = self._next(ends)
                if piece is None:
                    return
                yield piece
        finally:
            self._abandoned.set()

    def _next(self, ends: float) -> str | None:
        """The next piece, nothing at the end."""
        while True:
            if self._cancel.is_set():
                raise ModelAnswerUnusable("The request was stopped; nothing was changed.")
            if monotonic() > ends:
                raise ModelUnavailable(_too_slow(self.choice))
            try:
                piece = self._pieces.get(timeout=TICK_SECONDS)
            except queue.Empty:
                continue
            if isinstance(piece, BaseException):
                raise ModelUnavailable(_told(piece, self.choice)) from None
            return piece

    def _read(self, chat: "BaseChatModel", prompt: Prompt) -> None:
        whole: AIMessageChunk | None = None
        try:
            for chunk in chat.stream(
                [("system", prompt.system), ("human", prompt.request)], **_form(prompt, self.choice)
            ):
                if self._abandoned.is_set():
                    return
                whole = chunk if whole is None else whole + chunk
                self._pieces.put(chunk.text)
        except Exception as error:  # noqa: BLE001  a server may break its library in any way; the draft must stand
            self._pieces.put(error)
            return
        counted = whole.usage_metadata if whole else None
        if counted:
            self.usage = Usage(counted["input_tokens"], counted["output_tokens"], self.choice.price)
        self._pieces.put(None)


def _form(prompt: Prompt, choice: Choice) -> dict[str, Any]:
    """The form of the answer, for servers that can be held to one; others are only asked in words."""
    if prompt.schema is None or choice.provider != "openai":
        return {}
    named = {"name": "answer", "schema": prompt.schema}
    return {"extra_body": {"response_format": {"type": "json_schema", "json_schema": named}}}


def _too_slow(choice: Choice) -> str:
    return (
        f"The model {choice.shown} did not finish within {choice.seconds:g} seconds; nothing was changed. "
        f"Ask again, or give it more in {SECONDS_VARIABLE}."
    )


def _told(error: BaseException, choice: Choice) -> str:
    """One sentence for an error; never its own words, which may hold a key or what a server wants a person to read."""
    from langchain_core import exceptions as known

    who, status = f"The model {choice.shown}", getattr(error, "status_code", 0)
    if isinstance(error, (known.ModelAuthenticationError, known.ModelPermissionDeniedError)) or status in {401, 403}:
        return f"{who} refuses the key. Set {KEY_VARIABLE}, or run: keyring set {SERVICE} {choice.service}"
    if isinstance(error, known.ModelRateLimitError) or status == 429:
        return f"{who} is asked too often, or what was paid for is used up. Wait a little, then ask again."
    if isinstance(error, (known.ModelTimeoutError, TimeoutError)):
        return _too_slow(choice)
    if isinstance(error, (known.ModelConnectionError, ConnectionError)):
        return f"{who} cannot be reached, or broke off its answer. Check that its server runs, then ask again."
    if isinstance(error, known.ModelNotFoundError) or status == 404:
        return f"{who} is not known there. Check the name and the address in {VARIABLE}."
    if isinstance(status, int) and status >= HIGHEST_OF_OURS:
        return f"{who} is failing ({status}). Ask again later."
    if isinstance(error, (known.ModelInvalidRequestError, known.ContextOverflowError)) or status == 400:
        return f"{who} refuses the request, perhaps because it is too long. Choose less evidence, or another model."
    return f"{who} answers in a way that cannot be read. Check that the address in {VARIABLE} is that of a model."
