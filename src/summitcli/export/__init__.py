"""Formats for programs and documents, one small module each."""
