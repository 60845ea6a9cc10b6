"""The record as files for other programs, and the page that offers them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitcli.dataset.atomic import open_new
from summitcli.export.selection import Extract, NothingToWriteError
from summitcli.model import Dataset
from summitcli.site.site import Head, Site
from summitcli.site.structured import describe_dataset


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file or folder below `data/`."""

    path: str
    label: str
    about: str
    size: int


def write_data(site: Site) -> Iterator[None]:
    """Write all files and their page; yield after each."""
    (site.folder / "data").mkdir(parents=True, exist_ok=True)
    files: list[DataFile] = []
    for name, label, about, write in _files(site.dataset):
        path = site.folder / "data" / name
        try:
            write(path)
        except NothingToWriteError:  # a calendar, for example, in which no meeting has a day
            path.unlink(missing_ok=True)
            continue
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.name.startswith("."):
                file.unlink()  # the mark of a folder that `summit export` may replace
                continue
            known = file.relative_to(site.folder / "data").as_posix()
            title = label if known == name else f"{label}: {file.stem}"
            files.append(DataFile(known, title, about, file.stat().st_size))
        yield
    site.write_page(
        "data/",
        "data.html",
        Head(
            title="Data",
            description="The whole record as files for other programs, free to use.",
            data=describe_dataset(site.dataset.info),
        ),
        files=files,
    )
    yield


def _files(dataset: Dataset) -> Iterator[tuple[str, str, str, Callable[[Path], object]]]:
    """Yield the name, the label and a description of each file, and what writes it."""
    from summitcli.export import bibtex, calendar_, dataset_json, geojson, parquet, sqlite
    from summitcli.model.schema import schema_text

    extract = Extract(dataset)

    def stream(write: Callable[[Any, Any], object], content: object) -> Callable[[Path], object]:
        def to_file(path: Path) -> None:
            with open_new(path) as out:
                write(content, out)

        return to_file

    yield (
        "meetings.json",
        "JSON",
        "Everything in one file, in the form in which summit reads it.",
        stream(dataset_json.write_json, extract),
    )
    yield (
        "summit.db",
        "SQLite",
        "Tables with keys between them and full-text search: for Datasette and SQL.",
        lambda path: sqlite.write_sqlite(extract, path),
    )
    yield (
        "parquet",
        "Parquet",
        "For pandas, DuckDB and Spark.",
        lambda path: parquet.write_parquet(extract, path),
    )
    yield (
        "record.ics",
        "Calendar",
        "Every meeting that is dated to the day: for calendar programs.",
        stream(calendar_.write, extract),
    )
    yield (
        "map.geojson",
        "GeoJSON",
        "Every meeting that has coordinates: for maps.",
        stream(geojson.write, extract),
    )
    yield (
        "sources.bib",
        "BibTeX",
        "All sources: for Zotero and LaTeX.",
        stream(bibtex.write, dataset.sources),
    )
    yield (
        "schema.json",
        "JSON Schema",
        "What each field of the JSON file means.",
        stream(lambda text, out: out.write(text.encode()), schema_text()),
    )
