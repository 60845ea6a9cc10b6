"""Files of a dataset, read and checked, turned into the record types."""
