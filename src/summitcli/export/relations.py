"""Records as rows of flat tables with keys, derived from the record types.

A section is a table. Records inside a record become columns (`place_city`), and lists of records
become tables of their own (`meetings_sessions`), with the id of the record and a number as key.
Lists of ids become tables of pairs, so that each id has a row of its own; the ids of sources are
all in `citations`. Lists of texts remain lists in one column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from summitcli.export.selection import Extract
from summitcli.model import SECTIONS, TYPE_NAMES, DatasetInfo, Record
from summitcli.model.fields import FieldType, fields_of, iter_values_with
from summitcli.model.schema import field_texts

Row = tuple[str, list[Any]]
"The name of a table, and the values of its columns."


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    description: str
    required: bool = True
    field_type: FieldType | None = None
    "None for a number or a word that is not a field of a record."
    refers_to: str = ""
    "The table whose ids it contains."
    path: tuple[str, ...] = ()
    "The fields that lead from a record to the value."


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with the tables of the lists inside its records."""

    name: str
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    "The other columns."
    parent: str = ""
    "The table whose key is the beginning of this table's key."
    children: tuple[tuple[str, "Table"], ...] = ()
    "The field of each list, and its table."


PARTIES = Table(
    "parties",
    (Column("id", "Id of a side, or of a third party that gives accounts."),),
    (Column("name", "Name as readers see it."), Column("role", "`side` or `party`.")),
)
CITATIONS = Table(
    "citations",
    (
        Column("record", "Id of the record that cites the source."),
        Column("part", "Part of the record, `topics[0]`; `record` for the whole."),
        Column("source", "Id of the source.", refers_to="sources"),
    ),
    (Column("section", "Section of the record."),),
)


@cache
def tables() -> tuple[Table, ...]:
    """Return all tables of a dataset, those of lists after the table of their records."""
    found = [PARTIES]
    for section in SECTIONS:
        table = _section_table(section)
        found += [table, *(child for _, inner in table.children for child in _family(inner))]
    return (*found, CITATIONS)


def _family(table: Table) -> Iterator[Table]:
    yield table
    for _, child in table.children:
        yield from _family(child)


@cache
def _section_table(section: str) -> Table:
    record = SECTIONS[section]
    id_, *columns = _columns(record)
    name = TYPE_NAMES[record]
    key = Column(name, f"Id of the {name}.", refers_to=section)
    return Table(section, (id_,), tuple(columns), children=_children(record, section, (key,)))


def _columns(record: type, path: tuple[str, ...] = ()) -> Iterator[Column]:
    """Yield the columns of the values that a record has once, also of records inside it."""
    texts = field_texts(record)
    for name, (field_type, required) in fields_of(record).items():
        if field_type.record is not None:
            yield from _columns(field_type.record, (*path, name))
        elif field_type.kind == "leaf" or _is_list_of_texts(field_type):
            yield Column(
                "_".join((*path, name)),
                texts[name],
                required and not path,
                field_type,
                _table_of(_section(field_type)),
                (*path, name),
            )


def _children(record: type, parent: str, keys: tuple[Column, ...]) -> tuple[tuple[str, Table], ...]:
    """Return the tables of the lists of a record, except citations, by field."""
    found = []
    for name, (field_type, _) in fields_of(record).items():
        table_name = f"{parent}_{name}"
        inner = field_type.inner[-1] if field_type.inner else field_type
        if field_type.kind == "mapping":
            words = [_section(item) for item in _leaves(field_type)]
            columns = tuple(_pair_column(word) for word in words)
            pair = columns if all(words) else columns[:1]
            rest = columns[len(pair) :]
            found.append((name, Table(table_name, (*keys, *pair), rest, parent)))
        elif field_type.kind == "list" and inner.record is not None:
            number = Column("number", "Place in the list, from 0.")
            own = (*keys, number)
            children = _children(inner.record, table_name, own)
            columns = tuple(_columns(inner.record))
            found.append((name, Table(table_name, own, columns, parent, children)))
        elif field_type.kind == "list" and _section(inner) not in ("", "sources"):
            pair_key = (*keys, _pair_column(_section(inner)))
            found.append((name, Table(table_name, pair_key, (), parent)))
    return tuple(found)


def _pair_column(section: str) -> Column:
    """Return a column for ids of a section; for texts if it is empty."""
    if not section:
        return Column("text", "The text.")
    name = {"sides": "side", "parties": "party"}.get(section) or TYPE_NAMES[SECTIONS[section]]
    return Column(name, f"Id of the {name}.", refers_to=_table_of(section))


def _leaves(field_type: FieldType) -> Iterator[FieldType]:
    if not field_type.inner:
        yield field_type
    for inner in field_type.inner:
        yield from _leaves(inner)


def _is_list_of_texts(field_type: FieldType) -> bool:
    if field_type.kind != "list":
        return False
    (item,) = field_type.inner
    return item.kind == "leaf" and not _section(item)


def _section(field_type: FieldType) -> str:
    """Return the section to which an id refers, also `sides`; empty for other values."""
    return str(dict(field_type.metadata).get("refers_to", ""))


def _table_of(section: str) -> str:
    """Return the table with the records of a section."""
    return PARTIES.name if section == "sides" else section


def party_rows(info: DatasetInfo) -> Iterator[Row]:
    """Yield the rows of the sides and third parties."""
    for side in info.sides:
        yield PARTIES.name, [side.id, side.name, "side"]
    for party in info.parties:
        yield PARTIES.name, [party.id, party.name, "party"]


def rows(extract: Extract) -> Iterator[Row]:
    """Yield the rows of all tables, a record after the other."""
    yield from party_rows(extract.info)
    for section in SECTIONS:
        table = _section_table(section)
        for record in extract.stream(section):
            yield section, _values(record, (*table.keys, *table.columns))
            yield from _child_rows(record, table, [record.id])
            yield from _citations(section, record)


def _values(record: object, columns: tuple[Column, ...]) -> list[Any]:
    return [_at(record, column.path) for column in columns]


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = None if value is None else getattr(value, name)
    return value


def _child_rows(record: object, table: Table, key: list[Any]) -> Iterator[Row]:
    for name, child in table.children:
        content = getattr(record, name) or ()
        if isinstance(content, dict):
            for first, second in content.items():
                values = second if isinstance(second, tuple) else (second,)
                for value in dict.fromkeys(values):
                    yield child.name, [*key, first, value]
        elif child.keys[-1].name == "number":
            for number, item in enumerate(content):
                yield child.name, [*key, number, *_values(item, child.columns)]
                yield from _child_rows(item, child, [*key, number])
        else:
            for identifier in dict.fromkeys(content):
                yield child.name, [*key, identifier]


def _citations(section: str, record: Record) -> Iterator[Row]:
    """Yield the sources that a record and its parts cite in their lists of sources."""
    seen = set()
    for path, target, source in iter_values_with(record, "refers_to"):
        if target == "sources" and len(path) > 1 and path[-2] == "sources":
            part = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path[:-2])
            row = (record.id, part.removeprefix(".") or "record", source, section)
            if row not in seen:
                seen.add(row)
                yield CITATIONS.name, list(row)
