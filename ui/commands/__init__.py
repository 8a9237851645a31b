"""Commands of the terminal door, one module for a command or a group of them; `cli.py` puts them together."""
