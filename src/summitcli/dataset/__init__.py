"""From files to records: read with line numbers, validate, check the rules, join the sections."""
