"""Parquet: a folder with one file a section, for DuckDB, pandas, Polars, Spark ..."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from summitcli.export.extras import library
from summitcli.export.selection import Extract
from summitcli.export.target import new_folder
from summitcli.model import SECTIONS, DatasetInfo

if TYPE_CHECKING:
    import pyarrow as pa

    from summitcli.export.parquet_schema import Row

_ROWS = 1_000  # records of a row group, which are all in memory at once


def write_parquet(extract: Extract, path: Path) -> None:
    """Write records as a folder of Parquet files; empty sections have a file without rows.

    The same records give the same bytes with the same version of PyArrow.
    """
    with library("pyarrow", "parquet"):
        from summitcli.export.parquet_schema import RecordSchema
    with new_folder(path) as folder:
        info = RecordSchema(DatasetInfo, extract.info)
        _write(folder / "dataset.parquet", info.arrow, [info.row(extract.info)], extract.info)
        for section, record_type in SECTIONS.items():
            schema = RecordSchema(record_type, extract.info)
            rows = map(schema.row, extract.stream(section))
            _write(folder / f"{section}.parquet", schema.arrow, rows, extract.info)


def _write(path: Path, schema: "pa.Schema", rows: "Iterable[Row]", info: DatasetInfo) -> None:
    """Write rows in groups, so that only a group of them is in memory."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = schema.with_metadata({"title": info.title, "version": info.version or ""})
    with ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(iter(rows)):
            writer.write_batch(pa.RecordBatch.from_pylist(group, schema))


def _groups(rows: "Iterator[Row]") -> "Iterator[list[Row]]":
    while group := list(islice(rows, _ROWS)):
        yield group
