"""The Arrow schema of each record type, and records as the values that fit it.

Both follow from the fields of the record types, so that a new field appears by itself. A record
inside a record becomes a struct, a list of records a list of structs, and a mapping from sides or
parties a struct with a field for each of them. A date stays text, because it may be a year or a
month alone; beside it, `date_day` has complete dates as days.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeAlias

import pyarrow as pa

from summitcli.model import DatasetInfo, Meeting
from summitcli.model.fields import FieldType, fields_of
from summitcli.model.schema import field_texts

DAY = "_day"
"Suffix of the fields that have complete dates as days."
_ISO_DAY = len("2018-07-16")
_TYPES = {str: pa.string(), int: pa.int32(), float: pa.float64(), bool: pa.bool_()}

# Properties of records that queries need often, and that would otherwise be long-winded.
_DERIVED: dict[type, dict[str, tuple[pa.DataType, str]]] = {
    Meeting: {
        "in_person": (pa.bool_(), "Whether the leaders met in one place."),
        "themes": (pa.list_(pa.string()), "Theme ids of all topics, in order of appearance."),
    }
}

Value: TypeAlias = str | int | float | bool | date | list[Any] | dict[str, Any] | None
Row: TypeAlias = dict[str, Value]
Convert: TypeAlias = Callable[[Any], Value]
Column: TypeAlias = tuple[pa.Field, str, Convert]
"A field of the schema, the attribute that it shows, and a function that converts its value."


class RecordSchema:
    """The schema of a record type, for the sides and parties of a dataset."""

    def __init__(self, record: type, info: DatasetInfo) -> None:
        sides = [side.id for side in info.sides]
        self._parties = {"sides": sides, "parties": sides + [party.id for party in info.parties]}
        self._columns = list(self._columns_of(record))
        self.arrow = pa.schema([field for field, _, _ in self._columns])

    def row(self, record: object) -> Row:
        """Return a record as plain values."""
        return _row(record, self._columns)

    def _columns_of(self, record: type) -> Iterator[Column]:
        texts = field_texts(record)
        for name, (field_type, _) in fields_of(record).items():
            arrow, convert = self._type_of(field_type)
            yield _field(name, arrow, texts.get(name, "")), name, convert
            if dict(field_type.metadata).get("partial_date"):
                text = f"The day of `{name}`, if it is a complete date."
                yield _field(name + DAY, pa.date32(), text), name, _day
        for name, (arrow, text) in _DERIVED.get(record, {}).items():
            yield _field(name, arrow, text), name, _plain

    def _type_of(self, field_type: FieldType) -> tuple[pa.DataType, Convert]:
        """Return the Arrow type of a field, and a function that converts its values."""
        if field_type.record is not None:
            columns = list(self._columns_of(field_type.record))
            struct = pa.struct([field for field, _, _ in columns])
            return struct, lambda value: None if value is None else _row(value, columns)
        if field_type.kind == "list":
            item, convert = self._type_of(field_type.inner[0])
            return pa.list_(item), lambda values: [convert(value) for value in values]
        if field_type.kind == "mapping":
            return self._mapping_of(field_type)
        for kind, arrow in _TYPES.items():
            if issubclass(field_type.bare, kind) and (kind is not int or field_type.bare is int):
                return arrow, _text if kind is str else _plain
        raise TypeError(field_type.bare)

    def _mapping_of(self, field_type: FieldType) -> tuple[pa.DataType, Convert]:
        key, inner = field_type.inner
        item, convert = self._type_of(inner)
        parties = self._parties[str(dict(key.metadata)["refers_to"])]

        def by_party(values: Any) -> Value:
            if values is None:
                return None
            return {party: convert(value) for party, value in values.items()}

        return pa.struct([pa.field(party, item) for party in parties]), by_party


def _field(name: str, arrow: pa.DataType, text: str) -> pa.Field:
    return pa.field(name, arrow, metadata={"description": text})


def _row(record: object, columns: list[Column]) -> Row:
    return {field.name: convert(getattr(record, name)) for field, name, convert in columns}


def _plain(value: Any) -> Value:
    return list(value) if isinstance(value, tuple) else value


def _text(value: str | None) -> Value:
    return None if value is None else str(value)


def _day(text: str | None) -> Value:
    return date.fromisoformat(text) if text and len(text) == _ISO_DAY else None
