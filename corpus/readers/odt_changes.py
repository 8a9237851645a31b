"""Pending changes of an OpenDocument text: counted, and followed through the text."""

from corpus.readers.markup import Element
from corpus.readers.odt_names import office, text
from corpus.source import Changes

CREATOR, DATE = "{http://purl.org/dc/elements/1.1/}creator", "{http://purl.org/dc/elements/1.1/}date"
MARKS = frozenset({text("change"), text("change-start"), text("change-end")})


class ChangeLog:
    """Tells, as the reading goes on, whether it stands in an insertion that is taken back."""

    def __init__(self, body: Element, *, accept: bool) -> None:
        self._accept = accept
        self._insertions: set[str] = set()
        self._deletions: dict[str, Element] = {}
        self._authors: list[str] = []
        self._days: set[str] = set()
        self._open: set[str] = set()
        for region in body.iterfind(f"{text('tracked-changes')}/{text('changed-region')}"):
            self._note(region)

    @property
    def skipping(self) -> bool:
        """Whether what is read now is left out."""
        return bool(self._open)

    def changes(self) -> Changes | None:
        """How many changes there are; None where there are none."""
        if not self._insertions and not self._deletions:
            return None
        return Changes(
            len(self._insertions), len(self._deletions), tuple(self._authors), self._accept, tuple(sorted(self._days))
        )

    def meets(self, element: Element) -> bool:
        """Take note of a mark of a change; False for any other element."""
        if element.tag not in MARKS:
            return False
        change = str(element.get(text("change-id"), ""))
        if not self._accept and change in self._insertions:
            if element.tag == text("change-start"):
                self._open.add(change)
            elif element.tag == text("change-end"):
                self._open.discard(change)
        return True

    def restored(self, mark: Element) -> list[Element]:
        """What a deletion took away at this place, where deletions are taken back."""
        deletion = self._deletions.get(str(mark.get(text("change-id"), "")))
        if self._accept or deletion is None or mark.tag != text("change") or self.skipping:
            return []
        return [deletion]

    def _note(self, region: Element) -> None:
        name = str(region.get(text("id")) or region.get("{http://www.w3.org/XML/1998/namespace}id") or "")
        insertion, deletion = region.find(text("insertion")), region.find(text("deletion"))
        if insertion is not None:
            self._insertions.add(name)
        if deletion is not None:
            self._deletions[name] = deletion
        if insertion is None and deletion is None:
            return
        self._days.update((date.text or "")[:10] for date in region.iterfind(f".//{office('change-info')}/{DATE}"))
        for creator in region.iterfind(f".//{office('change-info')}/{CREATOR}"):
            author = (creator.text or "").strip()
            if author and author not in self._authors:
                self._authors.append(author)
