"""Compiled datasets: written once, then opened in milliseconds."""
