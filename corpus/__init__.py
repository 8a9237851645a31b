"""Source files become documents, documents become labelled paragraphs."""
