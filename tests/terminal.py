"""What a command on the terminal leaves behind: its exit code and what it said."""

import json
from typing import NamedTuple


class Outcome(NamedTuple):
    """One run of the command; `out` and `err` are all that it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict:
        return json.loads(self.out)
