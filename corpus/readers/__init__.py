"""The only code that opens source files of the person's own."""
