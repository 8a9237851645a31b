"""Hits become evidence, evidence a matrix, a matrix a draft, a draft a file."""
