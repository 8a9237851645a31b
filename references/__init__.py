"""How instruments and paragraphs are named, in the language asked for."""
