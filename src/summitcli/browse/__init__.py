"""The explorer: lists, pages and search in one program on the terminal, with Textual."""
