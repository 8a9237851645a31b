"""Commands of negotiation projects: project new, list, show, export, import."""

import getpass
from pathlib import Path
from typing import Any

import click
import msgspec

from corpus.library import load_library
from corpus.states import state_code
from drafting.draft import Draft, Form, Level
from drafting.export.fields import draft_fields
from drafting.export.markdown import as_markdown
from drafting.grounding import ground
from drafting.naming import NamingCheck
from drafting.projects.exchange import export_project, import_project
from drafting.projects.history import Change
from drafting.projects.shelf import own_shelf
from drafting.projects.values import Header, Project
from references.checker import ReferenceChecker
from ui.commands.positions import FORMS, LEVELS
from ui.commands.printing import FileToWrite, as_json_text

LAST_CHANGES = 10


def somebody() -> str:
    """The name under which this terminal changes projects."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "terminal"


@click.group()
def project() -> None:
    """Keep negotiation projects: topic, evidence, matrix, draft, history, one file each."""


@project.command("new")
@click.argument("title")
@click.option("--topic", default="", help="Topic or agenda item.")
@click.option("--level", type=click.Choice(LEVELS), default=str(Level.CENTRAL_ASIA), show_default=True)
@click.option("--form", type=click.Choice(FORMS), default=str(Form.BRIEF), show_default=True)
@click.option("--body", default="", help="The body it is for: GA, UNEA, UNFCCC …")
@click.option("--session", default="", help="The session: 81.")
@click.option("--delegation", default="", help="The State whose delegation this is: KAZ.")
@click.option("--mark", default="", help="The distribution mark.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def new(title: str, as_json: bool, **asked: Any) -> None:  # noqa: ANN401
    """Begin a project."""
    header = Header(
        title=title,
        topic=asked["topic"],
        body=asked["body"],
        session=asked["session"],
        level=Level(asked["level"]),
        form=Form(asked["form"]),
        delegation=state_code(asked["delegation"]) if asked["delegation"] else "",
        mark=asked["mark"],
    )
    made = own_shelf().create(header, somebody())
    click.echo(as_json_text({"project": made.id}) if as_json else made.id)


@project.command("list")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def list_projects(as_json: bool) -> None:
    """List projects, the one changed last first."""
    cards = own_shelf().cards()
    if as_json:
        click.echo(as_json_text({"projects": [msgspec.to_builtins(card) for card in cards]}))
    elif not cards:
        click.echo("There is no project yet. Begin one with: ortak project new TITLE")
    else:
        for card in cards:
            click.echo(f"{card.id:40} {card.title}")


@project.command("show")
@click.argument("project_id")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def show(project_id: str, as_json: bool) -> None:
    """Show a project: what it is about, its evidence, its drafts, its last changes; the private layer stays out."""
    opened = own_shelf().open(project_id)
    held = opened.read()
    changes = [_line(change) for change in opened.history(limit=LAST_CHANGES)]
    drafts = _checked(held)
    click.echo(as_json_text(_fields(held, drafts, changes)) if as_json else _text(held, drafts, changes))


@project.command("export")
@click.argument("project_id")
@click.argument("file", type=FileToWrite())
@click.option("--with-private", is_flag=True, help="Put the private layer into this file.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def export_command(project_id: str, file: Path, with_private: bool, as_json: bool) -> None:
    """Write a project to one file to hand over."""
    export_project(own_shelf(), project_id, file, with_private)
    click.echo(as_json_text({"project": project_id, "file": str(file)}) if as_json else f"{project_id} → {file}")


@project.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def import_command(file: Path, as_json: bool) -> None:
    """Take in a project that somebody handed over."""
    project_id = import_project(own_shelf(), file, somebody())
    click.echo(as_json_text({"project": project_id}) if as_json else project_id)


def _line(change: Change) -> str:
    """Who did what, and when; the words stay out, because a change may be of the private layer."""
    return f"{change.until.replace('T', ' ')[:16]} {change.who}: {change.verb}"


def _checked(held: Project) -> dict[str, Draft]:
    """The drafts by their languages, checked now: what a file says of its citations was true when it was written."""
    if not held.drafts:
        return {}
    library = load_library()
    checker = ReferenceChecker(library)
    naming = NamingCheck(library, checker)
    return {saved.head.language: ground(saved.draft, library, checker, naming) for saved in held.drafts}


def _fields(held: Project, drafts: dict[str, Draft], changes: list[str]) -> dict[str, Any]:
    return {
        "project": held.id,
        "header": msgspec.to_builtins(held.header),
        "evidence": [msgspec.to_builtins(evidence) for evidence in held.evidence],
        "drafts": {language: draft_fields(draft) for language, draft in drafts.items()},
        "problems": list(held.problems),
        "changes": changes,
    }


def _text(held: Project, drafts: dict[str, Draft], changes: list[str]) -> str:
    header = held.header
    about = (header.topic, header.agenda_item, header.body, header.session, str(header.level), header.delegation)
    blocks = [f"{header.title}\n{' · '.join(part for part in about if part)}"]
    blocks += [f"“{one.quote}” → {one.ref} [{one.language}] {' '.join(one.states)}" for one in held.evidence]
    blocks += [as_markdown(draft) for draft in drafts.values()]
    blocks += [f"! {problem}" for problem in held.problems]
    return "\n\n".join([*blocks, "\n".join(changes)])
