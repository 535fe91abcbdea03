"""Stories: which reports tell of one development, across languages."""
