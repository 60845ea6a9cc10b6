"""Pages of single records: the parts that `show` presents, independent of any medium."""
