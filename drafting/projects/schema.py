"""The tables of a project file, as the steps that lead from each version to the next.

A released step is never changed: a file's own tables are compared with what these steps make, and a file that carries
anything else (a trigger, a view, another table) is refused.
"""

# "Ortk": marks a SQLite file as a project of ours.
APPLICATION_ID = 0x4F72746B

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE thing (
        key TEXT PRIMARY KEY, revision INTEGER NOT NULL, value TEXT, change INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE change (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, until TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL,
        target INTEGER, why TEXT NOT NULL
    ) STRICT;
    CREATE TABLE step (
        change INTEGER NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT, previous INTEGER NOT NULL,
        PRIMARY KEY (change, key)
    ) STRICT;
    CREATE INDEX change_by_person ON change (who, number);
    CREATE INDEX step_by_key ON step (key, change);
    """,
)
