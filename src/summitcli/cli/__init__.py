"""The command line: the app, its shared options, and a short module for each command."""
