"""What a model may propose: requests out, answers in, every statement checked before a person sees it."""
