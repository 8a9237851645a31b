"""A request becomes a prompt: our words from `prompts/`, everything else inside a fence with a mark of its own."""

from collections.abc import Iterator
from string import Template

from corpus.language import language_of
from corpus.positions import Stance
from corpus.states import name_of_alpha3
from drafting.chat import Prompt
from drafting.proposals.answers import schema_of
from drafting.proposals.request import Piece, PrivateRequest, Request
from drafting.proposals.tasks import RULES, prompt_file, set_words
from drafting.proposals.untrusted import Untrusted, fenced, new_mark

SUGGESTED = tuple(
    stance
    for stance in Stance
    if stance not in {Stance.NO_RECORD, Stance.CONVERGENCE, Stance.DIVERGENCE, Stance.CAUTION}
)
"""Stances that a passage can show; "no record found" is for a person who looked."""


def prompt_of(request: Request) -> Prompt:
    """What is sent for a request, word for word: the person can be shown it before it goes."""
    material = _Material(request)
    file = prompt_file(request.task)
    values = {name: value for name, value in material.blanks().items() if name in file.blanks}
    rules = prompt_file(RULES).ruled(language=language_of(request.language).english_name, mark=material.mark)
    asked = file.filled(**values)
    if isinstance(request, PrivateRequest) and request.private:
        asked = f"{asked}\n\n{set_words().private}\n{material.fence('private', *request.private)}"
    return Prompt(rules, asked, schema_of(request.task, tuple(piece.key for piece in request.pieces)))


class _Material:
    """The pieces of one request inside fences that share one mark."""

    def __init__(self, request: Request) -> None:
        self.request = request
        texts = [request.topic, request.heading, *(each.text for each in request.standing)]
        texts += [part for each in request.pieces for part in (each.citation.quote, each.source)]
        self.mark = new_mark(map(Untrusted, texts))

    def blanks(self) -> dict[str, str]:
        """Every blank that a task may have; of these only the ones in the file are put in."""
        request, words = self.request, set_words()
        source = request.source_language or request.language
        states = dict.fromkeys(state for piece in request.pieces for state in piece.states)
        return {
            "language": language_of(request.language).english_name,
            "source_language": language_of(source).english_name,
            "level": words.levels[request.level],
            "form": words.forms[request.form],
            "register": words.registers[request.register] if request.register else "",
            "stances": ", ".join(SUGGESTED),
            "states": ", ".join(f"{code} ({name_of_alpha3(code, 'en')})" for code in states) or set_words().nothing,
            "topic": self.fence("topic", request.topic),
            "heading": self.fence("heading", request.heading),
            "standing": self.fence("text", *(each.text for each in request.standing)),
            "evidence": "\n".join(self._evidence(piece) for piece in request.pieces),
        }

    def fence(self, name: str, *texts: str) -> str:
        """The texts one after another, each inside the fence; a word for nothing where there is none."""
        return (
            "\n".join(fenced(Untrusted(text), name, self.mark) for text in texts if text.strip()) or set_words().nothing
        )

    def _evidence(self, piece: Piece) -> str:
        return "\n".join((f"{piece.key}:", *self._parts(piece)))

    def _parts(self, piece: Piece) -> Iterator[str]:
        """Where it is from, whose it is, and the words accepted."""
        yield self.fence("source", piece.source)
        if piece.states:
            names = ", ".join(name_of_alpha3(code, "en") for code in piece.states)
            yield Template(set_words().position_of).substitute(states=names)
        yield self.fence("words", piece.citation.quote)
