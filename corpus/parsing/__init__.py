"""A source text becomes a document: cleaned, judged, taken apart into masthead and labelled paragraphs."""
