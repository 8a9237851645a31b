"""Groups of commands of the terminal door, one module a group; `cli.py` puts them together."""
