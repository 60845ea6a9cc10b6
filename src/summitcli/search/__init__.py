"""Find records by words, names and filters."""
