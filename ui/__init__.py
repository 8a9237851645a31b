"""What the person sees; everything else works without it."""
