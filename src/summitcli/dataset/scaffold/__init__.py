"""A dataset of one's own: the first files of a folder, and skeletons of records."""
