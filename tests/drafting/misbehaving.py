"""A real server on the loopback that speaks like a chat model, and misbehaves as it is told."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Chunk = dict[str, Any]


class Answering(BaseHTTPRequestHandler):
    """One request; `server.behave` decides what becomes of it."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.requests.append((headers, json.loads(body)))  # type: ignore[attr-defined]
        self.close_connection = True
        try:
            self.server.behave(self)  # type: ignore[attr-defined]
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, *values: object) -> None:
        """Say nothing."""

    def head(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def write(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()

    def event(self, delta: dict[str, Any], finish: str | None = None, **more: Any) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk: Chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
        self.write(f"data: {json.dumps(chunk | more)}\n\n")


class Server(ThreadingHTTPServer):
    """Keeps what it was sent."""

    daemon_threads = True

    def __init__(self, behave: Callable[[Answering], None]) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.behave = behave
        self.requests: list[tuple[dict[str, str], dict[str, Any]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1#m"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""


@contextmanager
def serving(behave: Callable[[Answering], None]) -> Iterator[Server]:
    """A server that behaves so, while the block runs."""
    server = Server(behave)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def well(text: str, usage: dict[str, int] | None = None) -> Callable[[Answering], None]:
    """Answers as it should, letter by letter."""

    def behave(answering: Answering) -> None:
        answering.head()
        for start in range(0, len(text), 5):
            answering.event({"role": "assistant", "content": text[start : start + 5]})
        answering.event({}, "stop")
        if usage:
            answering.event({}, choices=[], usage=usage)
        answering.write("data: [DONE]\n\n")

    return behave


Behaviour = Callable[[Answering], None]


def refusing(status: int, body: str = "{}", kind: str = "application/json", **headers: str) -> Behaviour:
    """Refuses with a status and a body of its own."""

    def behave(answering: Answering) -> None:
        answering.head(status, kind, **headers)
        answering.write(body)

    return behave


def half(answering: Answering) -> None:
    """Promises more than it sends, and hangs up."""
    answering.head(Content_Length="100000")
    answering.event({"role": "assistant", "content": '{"statements": [{"te'})


def breaking_off(answering: Answering) -> None:
    """Ends in the middle of the answer, as if that were all."""
    answering.head()
    answering.event({"role": "assistant", "content": '{"statements": [{"te'})


def slow(answering: Answering) -> None:
    """Begins, and then takes its time."""
    answering.head()
    for _ in range(100):
        answering.event({"role": "assistant", "content": "."})
        time.sleep(0.1)


def silent(answering: Answering) -> None:
    """Takes the request and says nothing."""
    time.sleep(5)


def endless(answering: Answering) -> None:
    """Never ends."""
    answering.head()
    for _ in range(2_000):
        answering.event({"role": "assistant", "content": "again and again " * 20})
    answering.write("data: [DONE]\n\n")


def calling_tools(answering: Answering) -> None:
    """Wants a tool that nobody offered it."""
    answering.head()
    call = {"index": 0, "id": "c", "type": "function", "function": {"name": "read_file", "arguments": '{"path": "/"}'}}
    answering.event({"role": "assistant", "tool_calls": [call]})
    answering.event({}, "tool_calls")
    answering.write("data: [DONE]\n\n")
