"""Negotiation files: what is in one, every change to it, and where it is kept."""
