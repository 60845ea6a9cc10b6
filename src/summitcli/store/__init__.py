"""Records and their compiled form on disk, so that a dataset is parsed once."""
