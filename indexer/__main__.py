"""`python -m indexer` builds the search index, as `ortak index` does."""

from cli import main

main(["index"])
