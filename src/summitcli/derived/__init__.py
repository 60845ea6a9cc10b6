"""New facts derived from records: links, timelines, counts, terms of office."""
