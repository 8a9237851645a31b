"""The parts of a Word file: which there are, and their XML."""

import posixpath

from corpus.errors import SourceRefused
from corpus.readers.markup import Element, parse_xml
from corpus.readers.zipped import LARGEST_UNPACKED, Zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CORE = "http://purl.org/dc/elements/1.1/"
# Files saved as “Strict Open XML” use other names for the same things.
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.encode(),
}
TRUE_WORDS = ("", "1", "true", "on")


def w(name: str) -> str:
    """The full name of an element or attribute of Word's own vocabulary."""
    return f"{{{WORD}}}{name}"


VALUE = w("val")


def value(parent: Element | None, name: str) -> str:
    """The `w:val` of a child element, empty where there is none."""
    if parent is None:
        return ""
    child = parent.find(w(name))
    return "" if child is None else str(child.get(VALUE, ""))


def switched_on(parent: Element | None, name: str) -> bool | None:
    """Whether a yes-or-no property is set; None where nothing is said of it."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else str(child.get(VALUE, "")) in TRUE_WORDS


def number_of(text: str, otherwise: int = 0) -> int:
    """A whole number written in an attribute; `otherwise` where it is none."""
    try:
        return int(text[:12])
    except ValueError:
        return otherwise


class WordPackage:
    """A Word file opened: its main part, and the parts that belong to it by their kind."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        try:
            self._zipped = Zipped(content, name)
        except SourceRefused as error:
            raise SourceRefused(
                f"{name} is not a Word file, or is damaged or encrypted; save it again as .docx."
            ) from error
        if self._zipped.declared() > LARGEST_UNPACKED:
            raise SourceRefused(f"{name} unpacks to more than {LARGEST_UNPACKED:,} bytes and is refused; split it.")
        self._names = self._zipped.names()
        self._main = self._main_part()
        self._related = self._relations(self._main)
        self.macros = sum(posixpath.basename(part) == "vbaProject.bin" for part in self._names)

    def main(self) -> Element:
        """The root of the text itself."""
        return self._parsed(self._main)

    def part(self, kind: str) -> Element | None:
        """The root of the part of this kind (styles, numbering, footnotes, …), where there is one."""
        targets = [target for found, target in self._related.values() if found == kind and target in self._names]
        return self._parsed(targets[0]) if targets else None

    def parts(self, kind: str) -> list[str]:
        """The names of all parts of this kind."""
        return sorted({target for found, target in self._related.values() if found == kind and target in self._names})

    def linked(self, relation: str) -> Element | None:
        """The root of the part that a reference in the text points to."""
        _, target = self._related.get(relation, ("", ""))
        return self._parsed(target) if target in self._names else None

    def facts(self) -> tuple[str, str]:
        """Title and language, as the file's own properties give them."""
        if "docProps/core.xml" not in self._names:
            return "", ""
        core = self._parsed("docProps/core.xml")
        return (core.findtext(f"{{{CORE}}}title") or "").strip(), (core.findtext(f"{{{CORE}}}language") or "").strip()

    def _parsed(self, part: str) -> Element:
        content = self._zipped.read(part)
        for strict, usual in STRICT.items():
            content = content.replace(strict, usual)
        return parse_xml(content, self.name)

    def _main_part(self) -> str:
        named = [target for kind, target in self._relations("").values() if kind == "officeDocument"]
        for part in (*named, "word/document.xml"):
            if part in self._names:
                return part
        raise SourceRefused(f"{self.name} is not a Word file, or is damaged; save it again as .docx.")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Id → kind and target of everything that belongs to a part; targets are names within the package only."""
        folder, base = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self._names:
            return {}
        return {
            str(relation.get("Id", "")): (
                str(relation.get("Type", "")).rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target", "")))).lstrip("/"),
            )
            for relation in self._parsed(listed)
            if relation.get("TargetMode") != "External"
        }
