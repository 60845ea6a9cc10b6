"""What `show` says of a record: its parts, and what each record type puts into them."""
