"""The forms of a draft: one module each makes its sections from the same material."""
