"""One module per kind of file that a draft can be taken away as."""
