"""Finding records by words: folding text, matching names, ranking."""
