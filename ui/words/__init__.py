"""The words of the interface, one file per language."""
