"""The seam to LangChain: models by name, servers that misbehave, our doors for other people's chains."""

import os
import socket
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from threading import Event, Timer

import pytest

from bench.scripted import answering
from corpus.errors import ModelAnswerUnusable, ModelUnavailable, OrtakError
from corpus.library import Library
from drafting import chat, keys, langchain_doors, llm
from drafting.chat import Prompt, Usage, chosen
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import to_propose
from indexer.search import Searcher
from indexer.session import Session
from tests.drafting.misbehaving import (
    Answering,
    breaking_off,
    calling_tools,
    endless,
    half,
    refusing,
    serving,
    silent,
    slow,
    well,
)
from tests.drafting.proposing import FINANCE, four, position

ROOT = Path(__file__).parents[2]
PROMPT = Prompt("Rules.", "Request.", {"type": "object"})
LANGCHAIN = "LangChain is not installed: pip install 'ortak[model]'"
KEY = "sk-Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1Qq0"
SECRET = "sk-do-not-show-1234567890"  # noqa: S105


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a model, a key or a keyring of whoever runs it."""
    for variable in [name for name in os.environ if name.startswith("ORTAK_MODEL") or name.endswith("_API_KEY")]:
        monkeypatch.delenv(variable)
    monkeypatch.setattr(keys, "find_spec", lambda name: None)


@pytest.fixture
def langchain() -> None:
    pytest.importorskip("langchain", reason=LANGCHAIN)
    pytest.importorskip("langchain_openai", reason=LANGCHAIN)


# Which model


def test_there_is_no_model_unless_one_is_named() -> None:
    assert chosen() is None
    assert llm.open_model() is None


@pytest.mark.parametrize(
    ("name", "provider", "model", "address", "leaves", "shown"),
    [
        ("openai:gpt-x", "openai", "gpt-x", "", True, "openai:gpt-x"),
        ("ollama:qwen3:8b", "ollama", "qwen3:8b", "", True, "ollama:qwen3:8b"),
        (
            "http://127.0.0.1:8080/v1#m",
            "openai",
            "m",
            "http://127.0.0.1:8080/v1",
            False,
            "m (127.0.0.1:8080/v1)",
        ),
        ("http://localhost/v1/#a/b", "openai", "a/b", "http://localhost/v1", False, "a/b (localhost/v1)"),
        ("http://[::1]:1/v1#m", "openai", "m", "http://[::1]:1/v1", False, "m ([::1]:1/v1)"),
        ("https://llm.example/v1#m", "openai", "m", "https://llm.example/v1", True, "m (llm.example/v1)"),
        ("https://127.0.0.1.example/v1#m", "openai", "m", "https://127.0.0.1.example/v1", True, None),
    ],
)
def test_a_model_is_named_by_provider_or_address(
    monkeypatch: pytest.MonkeyPatch, name: str, provider: str, model: str, address: str, leaves: bool, shown: str | None
) -> None:
    monkeypatch.setenv(chat.VARIABLE, name)
    choice = chosen()
    assert choice is not None
    assert choice == chosen(name)
    assert (choice.provider, choice.model, choice.address, choice.leaves) == (provider, model, address, leaves)
    assert shown is None or choice.shown == shown


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gpt", "does not name a model"),
        ("openai:", "does not name a model"),
        ("Open AI:x", "does not name a model"),
        ("http://127.0.0.1:8080/v1", "without the name of a model"),
        ("http://127.0.0.1:x/v1#m", "cannot be read"),
        ("http://192.168.1.5/v1#m", "without encryption"),
        ("http://127.0.0.1.example/v1#m", "without encryption"),
        ("localhost:8080/v1#m", "Write http:// or https:// before it"),
        (f"http://127.0.0.1:1/v1#m?api_key={SECRET}", "looks like a key"),
        (f"http://127.0.0.1:1/{KEY}/v1#m", "looks like a key"),
        (f"openai:{KEY}", "looks like a key"),
        (f"openai:gpt-x#{KEY}", "looks like a key"),
        (f"openai:{KEY.removeprefix('sk-')}", "looks like a key"),
        (f"http://me:{SECRET}@127.0.0.1/v1#m", "holds a password"),
        (f"https://llm.example/v1?key={SECRET}#m", "holds a password"),
    ],
)
def test_what_names_no_model_is_refused(name: str, reason: str) -> None:
    with pytest.raises(ModelUnavailable, match=reason) as refused:
        chosen(name)
    assert SECRET not in str(refused.value)
    assert KEY.removeprefix("sk-") not in str(refused.value)


@pytest.mark.parametrize(
    "name",
    [
        "gpt-4o-mini-2024-07-18",
        "claude-sonnet-4-5-20250929",
        "meta-llama/Llama-3.1-8B-Instruct",
        "qwen2.5:7b-instruct-q4_K_M",
        "ft:gpt-4o-mini-2024-07-18:org::id",
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "Sky-T1-32B-Preview-2025-01-10",
    ],
)
def test_names_of_models_do_not_look_like_keys(name: str) -> None:
    by_provider, by_address = chosen(f"openai:{name}"), chosen(f"http://127.0.0.1:1/v1#{name}")
    assert by_provider is not None and by_provider.model == name
    assert by_address is not None and by_address.model == name


def test_a_key_is_looked_up_under_the_name_that_is_told(
    monkeypatch: pytest.MonkeyPatch, library: Library, check: ProposalCheck, socket_enabled: None, langchain: None
) -> None:
    monkeypatch.setattr(llm, "RETRIES", 0)
    with serving(refusing(401)) as server:
        model = llm.open_model(server.address)
        assert model is not None
        with pytest.raises(ModelUnavailable, match=f"keyring set ortak {server.address.partition('#')[0]}"):
            propose(model, to_propose(library, position(), four(library)), check)


@pytest.mark.parametrize(
    ("variable", "value", "reason"),
    [
        ("ORTAK_MODEL_SECONDS", "soon", "is no time"),
        ("ORTAK_MODEL_SECONDS", "0.9", "between 1 and 3600"),
        ("ORTAK_MODEL_TOKENS", "9" * 5_000, "is no length of an answer"),
        ("ORTAK_MODEL_TOKENS", "many", "is no length of an answer"),
        ("ORTAK_MODEL_TOKENS", "0", "is no length of an answer"),
        ("ORTAK_MODEL_TOKENS", "-5", "is no length of an answer"),
        ("ORTAK_MODEL_TOKENS", "100000000", "is no length of an answer"),
        ("ORTAK_MODEL_SECONDS", "0", "is no time"),
        ("ORTAK_MODEL_SECONDS", "nan", "is no time"),
        ("ORTAK_MODEL_PRICE", "1", "is no price"),
        ("ORTAK_MODEL_PRICE", "1,NaN", "is no price"),
        ("ORTAK_MODEL_PRICE", "-1,2", "is no price"),
    ],
)
def test_times_and_prices_that_are_none_are_refused(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(ModelUnavailable, match=reason):
        chosen("openai:x")


@pytest.mark.parametrize(
    ("usage", "cost"),
    [
        (Usage(), None),
        (Usage(price=(Decimal(1), Decimal(2))), None),
        (Usage(1000, 500), None),
        (Usage(1000, 500, (Decimal("0.15"), Decimal("0.60"))), Decimal("0.00045")),
        (Usage(0, 0, (Decimal(1), Decimal(2))), Decimal(0)),
    ],
)
def test_the_cost_is_told_only_where_it_is_known(usage: Usage, cost: Decimal | None) -> None:
    assert usage.cost == cost


# Keys


def test_keys_come_from_the_environment_then_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {("ortak", "openai"): "from-keyring"}

    class Ring:
        class errors:  # noqa: N801
            class KeyringError(Exception):
                pass

        @staticmethod
        def get_password(service: str, name: str) -> str | None:
            if name == "locked":
                raise Ring.errors.KeyringError
            return held.get((service, name))

    assert keys.key_for("openai", "OPENAI_API_KEY") == ""
    monkeypatch.setattr(keys, "find_spec", lambda name: object())
    monkeypatch.setattr(keys, "import_module", lambda name: Ring)
    assert keys.key_for("openai", "OPENAI_API_KEY") == "from-keyring"
    assert keys.key_for("anthropic") == keys.key_for("locked") == ""
    monkeypatch.setenv("OPENAI_API_KEY", "own")
    assert keys.key_for("openai", "OPENAI_API_KEY") == "own"
    monkeypatch.setenv("ORTAK_MODEL_KEY", "ours")
    assert keys.key_for("openai", "OPENAI_API_KEY") == "ours"


@pytest.mark.usefixtures("langchain")
def test_a_key_is_in_nothing_that_is_shown(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> None:
    monkeypatch.setenv("ORTAK_MODEL_KEY", SECRET)
    body = f'{{"error": {{"message": "Incorrect API key provided: {SECRET}"}}}}'
    with serving(refusing(401, body)) as server:
        model = llm.open_model(server.address)
        assert model is not None
        assert SECRET not in repr(model)
        with pytest.raises(ModelUnavailable, match="refuses the key") as refused:
            list(model.stream(PROMPT))
    assert server.requests[0][0]["authorization"] == f"Bearer {SECRET}"
    shown = "".join(map(str, (refused.value, refused.value.__cause__, refused.value.__suppress_context__)))
    assert SECRET not in shown
    assert refused.value.__suppress_context__


@pytest.mark.usefixtures("langchain")
def test_a_server_by_address_never_gets_the_key_of_a_provider(
    monkeypatch: pytest.MonkeyPatch, socket_enabled: None
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("OPENAI_PROXY", "http://127.0.0.1:9")
    with serving(well("Yes.")) as server:
        model = llm.open_model(server.address)
        assert model is not None
        assert "".join(model.stream(PROMPT)) == "Yes."
    [(headers, body)] = server.requests
    assert SECRET not in str(headers) + str(body)


def test_a_missing_extra_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (llm, langchain_doors):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    for door in (
        lambda: llm.open_model("openai:x"),
        lambda: langchain_doors.retriever(None),  # type: ignore[arg-type]
        lambda: langchain_doors.checker_tool(None),  # type: ignore[arg-type]
    ):
        with pytest.raises(ModelUnavailable, match=r"pip install 'ortak\[model\]'"):
            door()


@pytest.mark.usefixtures("langchain")
def test_a_missing_provider_or_key_is_told_in_a_sentence() -> None:
    with pytest.raises(ModelUnavailable, match="pip install langchain-mistralai"):
        llm.open_model("mistralai:x")
    with pytest.raises(ModelUnavailable, match="cannot be set up"):
        llm.open_model("nobody_at_all:x")
    with pytest.raises(ModelUnavailable, match="keyring set ortak openai"):
        llm.open_model("openai:x")


# Nothing is reported to others


@pytest.mark.usefixtures("langchain")
def test_tracing_is_off_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> None:
    from langchain_core.tracers.context import _tracing_v2_is_enabled

    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    with serving(well("Yes.")) as server:
        monkeypatch.setenv("LANGSMITH_GATEWAY", server.address.replace("/v1#m", ""))
        monkeypatch.setenv("LANGSMITH_ENDPOINT", server.address)
        monkeypatch.setenv("LANGSMITH_API_KEY", SECRET)
        model = llm.open_model(server.address)
        assert model is not None
        assert "".join(model.stream(PROMPT)) == "Yes."
    assert not _tracing_v2_is_enabled()
    assert {name for name in os.environ if name.startswith(("LANGSMITH_", "LANGCHAIN_"))} == set(llm.OFF)
    assert len(server.requests) == 1


# Answers as they come


@pytest.mark.usefixtures("langchain")
def test_an_answer_streams_and_is_counted(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> None:
    monkeypatch.setenv("ORTAK_MODEL_PRICE", "1,2")
    monkeypatch.setenv("ORTAK_MODEL_TOKENS", "321")
    usage = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    with serving(well("Ледники тают, реки мелеют.", usage)) as server:
        model = llm.open_model(server.address)
        assert model is not None
        stream = model.stream(PROMPT)
        pieces = [piece for piece in stream if piece]
    assert len(pieces) > 3
    assert "".join(pieces) == "Ледники тают, реки мелеют."
    assert stream.usage == Usage(11, 7, (Decimal(1), Decimal(2)))
    [(_, body)] = server.requests
    assert [message["content"] for message in body["messages"]] == ["Rules.", "Request."]
    assert body["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert (body["max_completion_tokens"], body["temperature"]) == (321, 0)
    assert "tools" not in body


@pytest.mark.usefixtures("langchain")
def test_an_answer_that_nobody_reads_on_is_hung_up(socket_enabled: None) -> None:
    hung_up = Event()

    def without_end(answering: Answering) -> None:
        answering.head()
        try:
            while not hung_up.wait(0.01):
                answering.event({"role": "assistant", "content": "again and again "})
        except (BrokenPipeError, ConnectionResetError):
            hung_up.set()

    with serving(without_end) as server:
        model = llm.open_model(server.address)
        assert model is not None
        pieces = iter(model.stream(PROMPT))
        assert next(piece for piece in pieces if piece) == "again and again "
        assert not hung_up.is_set()
        pieces.close()  # type: ignore[attr-defined]  # what a `for` does when it is left
        assert hung_up.wait(10)


def dead() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1#m"


def not_json(answering: Answering) -> None:
    answering.head()
    answering.write("data: {not json at all\n\ndata: [DONE]\n\n")


def lying(answering: Answering) -> None:
    answering.head()
    answering.write('data: {"choices": "none", "id": 7}\n\ndata: [DONE]\n\n')


def failing_inside(answering: Answering) -> None:
    answering.head()
    answering.event({"role": "assistant", "content": "{"})
    answering.write(f'data: {{"error": {{"message": "{SECRET}", "code": 500}}}}\n\n')


MISBEHAVING = [
    ("silent", silent, "did not finish within 1 seconds"),
    ("slow", slow, "did not finish within 1 seconds"),
    ("not JSON", not_json, "cannot be read"),
    ("lying", lying, "cannot be read"),
    ("half", half, "broke off its answer"),
    ("breaking off", breaking_off, "not of the form"),
    ("endless", endless, "does not end"),
    ("tools", calling_tools, "not of the form"),
    ("failing inside", failing_inside, "cannot be read"),
    ("empty", well(""), "not of the form"),
    ("plain words", well("I am sorry, I cannot do that."), "not of the form"),
    ("400", refusing(400), "refuses the request"),
    ("403", refusing(403), "refuses the key"),
    ("404", refusing(404), "not known there"),
    ("429", refusing(429, Retry_After="0"), "asked too often"),
    ("500", refusing(500, SECRET), "is failing"),
    ("503", refusing(503), "is failing"),
    ("redirect", refusing(307, Location="http://127.0.0.1:9/v1/chat/completions"), "cannot be read"),
    ("a web page", refusing(200, f"<html>{SECRET}</html>", "text/html"), "cannot be read"),
    ("an image", refusing(200, "\x89PNG\x00\x01", "image/png"), "cannot be read"),
]


@pytest.mark.usefixtures("langchain")
@pytest.mark.parametrize(("behave", "told"), [row[1:] for row in MISBEHAVING], ids=[row[0] for row in MISBEHAVING])
def test_a_server_that_misbehaves_is_told_of_in_a_sentence(
    library: Library,
    check: ProposalCheck,
    monkeypatch: pytest.MonkeyPatch,
    socket_enabled: None,
    behave: object,
    told: str,
) -> None:
    monkeypatch.setenv("ORTAK_MODEL_SECONDS", "1" if told.startswith("did not finish") else "20")
    monkeypatch.setattr(llm, "RETRIES", 0)
    request = to_propose(library, position(), four(library))
    began = time.monotonic()
    with serving(behave) as server:  # type: ignore[arg-type]
        model = llm.open_model(server.address)
        assert model is not None
        with pytest.raises(OrtakError, match=told) as refused:
            propose(model, request, check)
    assert isinstance(refused.value, (ModelUnavailable, ModelAnswerUnusable))
    assert time.monotonic() - began < 10
    said = str(refused.value)
    assert SECRET not in said
    assert "\n" not in said
    assert len(said) < 260


@pytest.mark.usefixtures("langchain")
def test_a_server_that_is_not_there_is_told_of(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> None:
    monkeypatch.setattr(llm, "RETRIES", 0)
    model = llm.open_model(dead())
    assert model is not None
    with pytest.raises(ModelUnavailable, match="cannot be reached"):
        list(model.stream(PROMPT))


@pytest.mark.usefixtures("langchain")
def test_a_request_is_tried_again_by_the_library(monkeypatch: pytest.MonkeyPatch, socket_enabled: None) -> None:
    tries: list[int] = []

    def behave(answering: Answering) -> None:
        tries.append(1)
        (refusing(503) if len(tries) < 2 else well("Yes."))(answering)

    with serving(behave) as server:
        model = llm.open_model(server.address)
        assert model is not None
        assert "".join(model.stream(PROMPT)) == "Yes."
    assert len(tries) == 2


@pytest.mark.usefixtures("langchain")
def test_a_request_is_stopped_at_once(socket_enabled: None) -> None:
    cancel = Event()
    with serving(slow) as server:
        model = llm.open_model(server.address)
        assert model is not None
        Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(ModelAnswerUnusable, match="stopped"):
            list(model.stream(PROMPT, cancel))
        assert time.monotonic() - began < 5  # the server would go on for ten


@pytest.mark.usefixtures("langchain")
def test_a_real_answer_becomes_a_proposal(library: Library, check: ProposalCheck, socket_enabled: None) -> None:
    request = to_propose(library, position(), four(library))
    with serving(well(answering((FINANCE, ["e1"])))) as server:
        model = llm.open_model(server.address)
        assert model is not None
        proposal = propose(model, request, check)
    assert [each.verdict for each in proposal.statements] == [Verdict.VERIFIED]
    assert proposal.model == f"m (127.0.0.1:{server.server_port}/v1)"


# Our doors for those who build with LangChain


@pytest.fixture
def session(library: Library, searcher: Searcher) -> Session:
    return Session(library, searcher, "hashed")


@pytest.mark.usefixtures("langchain")
def test_our_index_is_a_retriever_in_a_chain(session: Session) -> None:
    from langchain_core.language_models.fake_chat_models import FakeListChatModel
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate
    from langchain_core.runnables import RunnableLambda, RunnablePassthrough

    seen: list[str] = []
    ours = langchain_doors.retriever(session, limit=3)
    told = RunnableLambda(lambda found: "\n".join(f"{one.metadata['citation']}: {one.page_content}" for one in found))
    prompt = ChatPromptTemplate.from_template("{context}\n\n{question}")
    spy = RunnableLambda(lambda value: (seen.append(value.to_string()), value)[1])
    chain = (
        {"context": ours | told, "question": RunnablePassthrough()}
        | prompt
        | spy
        | FakeListChatModel(responses=["Paragraph 16."])
        | StrOutputParser()
    )
    assert chain.invoke("OP16") == "Paragraph 16."
    assert session.library.document("declaration-2026", "en").paragraph("OP16").text in seen[0]
    [first, *_] = ours.invoke("A/RES/77/158 para. 5")
    assert first.metadata["document"] in {"registry:A/RES/77/158", "A/RES/77/158"}
    assert first.metadata["label"] == "OP5"
    assert "77/158" in first.metadata["citation"]


@pytest.mark.usefixtures("langchain")
def test_our_checker_is_a_tool(library: Library) -> None:
    from references.checker import ReferenceChecker

    tool = langchain_doors.checker_tool(ReferenceChecker(library))
    assert tool.name == "check_references"
    assert list(tool.args) == ["text"]
    report = tool.invoke({"text": "General Assembly resolution 77/158 of 15 December 2022"})
    [mention] = report["mentions"]
    assert (mention["symbol"], mention["findings"][0]["status"]) == ("A/RES/77/158", "date differs")


# Without LangChain


def ran(code: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"ORTAK_HOME": str(home), "ORTAK_ENCODER": "hashed", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        check=False,
    )


IMPORTING = """
import sys, pathlib, importlib
for package in ("corpus", "indexer", "references", "drafting", "ui", "prompts"):
    for path in sorted(pathlib.Path(package).rglob("*.py")):
        if path.name == "__main__.py" or "pages" in path.parts:
            continue
        importlib.import_module(".".join(path.with_suffix("").parts).removesuffix(".__init__"))
import cli
kept_out = {"langchain", "langchain_core", "langchain_openai", "langsmith", "openai", "keyring"}
heavy = kept_out & {name.split(".")[0] for name in sys.modules}
sys.exit(f"imported: {sorted(heavy)}" if heavy else 0)
"""
BLOCKED = """
import importlib.abc, sys
class Gone(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"langchain", "langchain_core", "langchain_openai", "langsmith", "openai", "keyring"}:
            raise ModuleNotFoundError("gone", name=name)
sys.meta_path.insert(0, Gone())
from cli import main
sys.argv = ["ortak", *sys.argv[1:]]
main()
"""


def test_importing_the_application_never_imports_langchain(tmp_path: Path) -> None:
    done = ran(f"import os; os.chdir({str(ROOT)!r})\n{IMPORTING}", tmp_path)
    assert done.returncode == 0, done.stderr[-600:]


@pytest.mark.slow
def test_a_draft_is_written_without_langchain(tmp_path: Path) -> None:
    built = ran(BLOCKED, tmp_path, "index")
    assert built.returncode == 0, built.stderr
    done = ran(BLOCKED, tmp_path, "draft", "--topic", "glaciers", "--level", "central-asia", "--lang", "en", "--json")
    assert done.returncode == 0, done.stderr
    assert '"verified": true' in done.stdout
