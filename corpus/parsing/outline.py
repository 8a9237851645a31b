"""The levels that are open under a paragraph, and the label of what comes next: (a), (a) (i), •1."""

from dataclasses import dataclass, field, replace

from corpus.parsing.marks import Mark, MarkKind, Reading, label_part

LIST_KINDS = frozenset({MarkKind.LETTER, MarkKind.ROMAN, MarkKind.FIGURE, MarkKind.BULLET})


@dataclass(slots=True)
class Outline:
    """The open levels, outermost first."""

    levels: list[Reading] = field(default_factory=list)

    def clear(self) -> None:
        """Close all levels: a new paragraph begins."""
        self.levels.clear()

    def label(self) -> str:
        """The levels as they stand in a label: "(a) (ii)"."""
        return " ".join(label_part(level) for level in self.levels)

    def expects(self, mark: Mark) -> bool:
        """Whether the mark goes on with an open level."""
        return self._continued(mark) is not None

    def place(self, mark: Mark, after_colon: bool, following: Mark | None = None) -> str:
        """Enter the mark and give its label.

        A mark goes on with the deepest level that it can follow; else it opens a new level below, or begins one of
        them again. `after_colon` says that the text before announces a list, so that (i) after (h) is a first
        figure, unless the `following` mark is (j).
        """
        depth, reading = self._placed(mark, after_colon, following)
        self.levels = [*self.levels[:depth], reading]
        return self.label()

    def _placed(self, mark: Mark, after_colon: bool, following: Mark | None) -> tuple[int, Reading]:
        first = self._first(mark)
        continued = self._continued(mark)
        if (
            continued is not None
            and following is not None
            and following.value(continued[1].kind) == continued[1].value + 1
        ):
            return continued
        if after_colon and first is not None:
            return len(self.levels), first
        if continued is not None:
            return continued
        if first is not None:
            return len(self.levels), first
        for depth in reversed(range(len(self.levels))):
            for reading in mark.readings:
                if reading.kind is self.levels[depth].kind:
                    return depth, reading
        return len(self.levels), mark.readings[0]

    def _continued(self, mark: Mark) -> tuple[int, Reading] | None:
        for depth in reversed(range(len(self.levels))):
            level = self.levels[depth]
            for reading in mark.readings:
                if reading.kind is level.kind is MarkKind.BULLET:
                    return depth, replace(reading, value=level.value + 1)
                if reading.kind is level.kind and reading.value == level.value + 1:
                    return depth, reading
        return None

    def _first(self, mark: Mark) -> Reading | None:
        """The reading that would begin a level of a kind that is not open yet."""
        open_kinds = {level.kind for level in self.levels}
        return next(
            (reading for reading in mark.readings if reading.value == 1 and reading.kind not in open_kinds), None
        )
