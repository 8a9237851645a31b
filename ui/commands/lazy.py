"""A group of commands of which only the one that is asked for is loaded: a search need not wait for the others."""

from collections.abc import Mapping
from importlib import import_module

import click


class LazyGroup(click.Group):
    """A group that also knows commands by the place of their code: {"add": "ui.commands.library:add"}."""

    def __init__(self, *args: object, places: Mapping[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what click takes, passed on as it is
        self._places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(ctx), *self._places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded if it is not yet; nothing if there is none."""
        if cmd_name in self._places:
            module, name = self._places[cmd_name].split(":")
            loaded: click.Command = getattr(import_module(module), name)
            return loaded
        return super().get_command(ctx, cmd_name)
