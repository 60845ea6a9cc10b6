"""Stored datasets: SQLite databases, written once, then opened in milliseconds."""
