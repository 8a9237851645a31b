"""Paragraphs become an index; a question becomes ranked hits."""
