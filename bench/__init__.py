"""Figures, by one command: `make bench`. Not shipped."""
