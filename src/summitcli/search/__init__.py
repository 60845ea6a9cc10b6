"""Words, names and filters → records.

A query goes through `lookup`: `query` parses it, with dates from `date_words` and other words from
`equivalents`; `expand` finds the words of the `index` that each word may mean, `candidates` the
records that have them; `rank` puts these in order with `scoring`, `absent`, `prior` and `weights`,
and makes a `hit` of each.

A name that someone types for one record goes through `find`; a value of a filter through `narrow`,
which makes it part of a selection with `resolve`; `select` returns what satisfies a selection.
"""
