"""The project as a whole, put together from its things; what cannot be read is named and everything else is there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeVar

from corpus.errors import ProjectDamaged
from drafting.draft import Statement
from drafting.projects.ledger import Standing
from drafting.projects.things import FIELDS, PRIVATE_LISTS, Kind, Value, from_json, kind_of, name_of, place_key
from drafting.projects.values import (
    BracketClosing,
    CellEdit,
    DraftHead,
    Header,
    Place,
    PrivateLayer,
    Project,
    SavedDraft,
    SavedSection,
    SavedStatement,
    SectionHead,
    TrayItem,
)

Shape = TypeVar("Shape")
# The parent of what has a place that cannot be read.
NOWHERE = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """The values of a project by key, the revisions, and what could not be read."""

    values: Mapping[str, Value]
    revisions: Mapping[str, int]
    problems: tuple[str, ...] = ()

    def named(self, kind: Kind, shape: type[Shape]) -> dict[str, Shape]:
        """The values of one kind by name, in the order of their names."""
        return {
            name_of(key): value
            for key, value in sorted(self.values.items())
            if kind_of(key) is kind and isinstance(value, shape)
        }


@dataclass(slots=True)
class _Tree:
    """Who stands under whom, and the rank of each; statements and sections that were removed are not in it."""

    parents: dict[str, str] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    ranks: dict[str, Fraction] = field(default_factory=dict)

    def under(self, parent: str) -> list[str]:
        return sorted(self.children[parent], key=lambda name: (self.ranks[name], name))


def parts_of(standings: Mapping[str, Standing]) -> Parts:
    """The values that can be read."""
    values: dict[str, Value] = {}
    problems = []
    for key, standing in standings.items():
        if standing.kept is not None:
            try:
                values[key] = from_json(key, standing.kept)
            except ProjectDamaged as error:
                problems.append(str(error))
    return Parts(values, {key: standing.revision for key, standing in standings.items()}, tuple(problems))


def assemble(project_id: str, parts: Parts, created_on: str, changed_on: str) -> Project:
    """The project of these parts."""
    header = _header(project_id, parts)
    return Project(
        id=project_id,
        header=header,
        private=PrivateLayer(**_fields(parts, Kind.PRIVATE, PRIVATE_LISTS)),
        tray=tuple(parts.named(Kind.EVIDENCE, TrayItem).values()),
        cells=tuple(parts.named(Kind.CELL, CellEdit).values()),
        drafts=_drafts(parts, header),
        closings=tuple(sorted(parts.named(Kind.BRACKET, BracketClosing).values(), key=lambda one: one.when)),
        created_on=created_on,
        changed_on=changed_on,
        revisions=dict(parts.revisions),
        problems=parts.problems,
    )


def _header(project_id: str, parts: Parts) -> Header:
    return Header(**{"title": project_id, **_fields(parts, Kind.FIELD, FIELDS)})


def _fields(parts: Parts, kind: Kind, names: Iterable[str]) -> dict[str, Any]:
    return {name: parts.values[f"{kind}:{name}"] for name in names if f"{kind}:{name}" in parts.values}


def _drafts(parts: Parts, header: Header) -> tuple[SavedDraft, ...]:
    statements = parts.named(Kind.STATEMENT, Statement)
    sections = parts.named(Kind.SECTION, SectionHead)
    heads = parts.named(Kind.DRAFT, DraftHead)
    tree = _tree(parts, [*statements, *sections])
    languages = sorted({*heads, *(tree.parents[name] for name in sections)} - {NOWHERE})
    strays = _stray_sections(tree, statements, sections)
    if strays and not languages:
        languages = [next(iter(header.languages), "en")]
    return tuple(
        SavedDraft(
            heads.get(language) or DraftHead(header.title, header.topic, header.form, header.level, language),
            tuple(
                _section(parts, tree, statements, section_id, sections.get(section_id))
                for section_id in [
                    *(name for name in tree.under(language) if name in sections),
                    *(strays if language == languages[0] else ()),
                ]
            ),
        )
        for language in languages
    )


def _tree(parts: Parts, names: Iterable[str]) -> _Tree:
    tree = _Tree()
    for name in names:
        place = parts.values.get(place_key(name))
        parent, rank = (place.parent, place.rank) if isinstance(place, Place) else (NOWHERE, "0")
        tree.parents[name] = parent
        tree.children[parent].append(name)
        tree.ranks[name] = Fraction(rank)
    return tree


def _stray_sections(tree: _Tree, statements: Mapping[str, Statement], sections: Mapping[str, SectionHead]) -> list[str]:
    """Sections whose place or own row cannot be read: what stands under them must not vanish."""
    unread = {tree.parents[name] for name in statements} - set(sections)
    return [*(name for name in tree.under(NOWHERE) if name in sections), *sorted(unread)]


def _section(
    parts: Parts, tree: _Tree, statements: Mapping[str, Statement], section_id: str, head: SectionHead | None
) -> SavedSection:
    # A heading that cannot be read may have been private: its section counts as private.
    return SavedSection(
        section_id,
        head or SectionHead("", private=True),
        tuple(
            SavedStatement(name, statements[name], parts.revisions.get(f"{Kind.STATEMENT}:{name}", 0))
            for name in tree.under(section_id)
            if name in statements
        ),
    )
