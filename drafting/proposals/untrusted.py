"""Text that somebody else wrote: it reaches a model only inside a fence, and never as an instruction."""

import re
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MARK_BYTES = 12
LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
VARIATION = re.compile("[\ufe00-\ufe0f\u180b-\u180f\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\U000e0100-\U000e01ef]")
"""Signs without a shape of their own, in which a message can be hidden."""
ANGLES = str.maketrans({"<": "‹", ">": "›", "＜": "‹", "＞": "›", "`": "'"})
INSTRUCTION_MARK = re.compile(r"\[(/?\s*(?:INST|SYS|SYSTEM|TOOL_CALLS?|AVAILABLE_TOOLS)\s*)\]", re.IGNORECASE)
HEADING_MARK = re.compile(r"(?m)^(\s*)#{1,6}(?=\s)")
ROLES = (
    r"system|assistant|user|human|developer|tool|function|ai|instructions?"
    r"|системн\w* (?:сообщение|промпт|инструкция)|система|ассистент|пользователь|инструкция|разработчик"
    r"|жүйе|пайдаланушы|система|колдонуучу|тизим|tizim|ulgam|sistem|sistema|système|usuario|utilisateur"
    r"|النظام|المستخدم|المساعد|系统|系統|用户|助手|开发者"
)
ROLE_LINE = re.compile(rf"(?<!\w)({ROLES})(\s*)[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class Untrusted:
    """Text of a document, a quotation, a note, a file's name, a model's answer: material, never an instruction.

    It cannot be written into another text by accident: only `fenced` puts it into a prompt.
    """

    text: str

    def __str__(self) -> str:
        raise TypeError("Untrusted text is put into a prompt by `fenced` alone.")

    def __format__(self, spec: str) -> str:
        raise TypeError("Untrusted text is put into a prompt by `fenced` alone.")

    def __repr__(self) -> str:
        return f"Untrusted({len(self.text)} characters)"


def new_mark(texts: Iterable[Untrusted] = ()) -> str:
    """A mark that no document can know beforehand, and that stands in none of these texts."""
    known = "".join(each.text for each in texts)
    mark = secrets.token_hex(MARK_BYTES)
    while mark in known:
        mark = secrets.token_hex(MARK_BYTES)
    return mark


def fenced(untrusted: Untrusted, name: str, mark: str) -> str:
    """The text between two marks, as it is sent: without invisible signs, its markers of roles made harmless."""
    return f"<<<{mark} {name}\n{sent_copy(untrusted.text)}\n{mark}>>>"


def sent_copy(text: str) -> str:
    """The copy of a text that is sent; the text that is held and shown is never changed.

    Signs that cannot be seen go (directions, joiners, controls, signs that only vary others), and what a model might
    take for the beginning of another's turn is written so that it cannot.
    """
    visible = VARIATION.sub("", without_invisible(text)).translate(ANGLES)
    harmless = INSTRUCTION_MARK.sub(r"(\1)", visible)
    harmless = HEADING_MARK.sub(r"\1–", harmless)
    return ROLE_LINE.sub(r"\1\2 —", harmless)


def without_invisible(text: str) -> str:
    """The text without signs that cannot be seen; lines end with a line feed."""
    lined = LINE_ENDS.sub("\n", text)
    return "".join(letter for letter in lined if letter in "\n\t" or unicodedata.category(letter) not in INVISIBLE)
