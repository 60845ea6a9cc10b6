"""The command line: the app, shared options, a short module a command."""
