"""Tables of many records: columns and fields, independent of any medium."""
