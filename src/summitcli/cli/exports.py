"""The registry of export formats: a line for each, with the module that writes it."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Content(Enum):
    """What a writer gets as its first argument."""

    EXTRACT = auto()
    "The chosen records with all that they link to: `export.selection.Extract`."
    SOURCES = auto()
    "The sources that the chosen records cite."


class Target(Enum):
    """Where a format is written, and what a writer gets as its second argument."""

    TEXT = auto()
    "A file or standard output: an open binary stream."
    FILE = auto()
    "A file that is not text and needs -o: its path."
    FOLDER = auto()
    "A folder, which needs -o: its path."


@dataclass(frozen=True, slots=True)
class Export:
    """An export format. Its writer returns a note for the user, or None."""

    writer: str
    "Module and function below `summitcli.export` that write it: `geojson:write`."
    name: str
    "An example of a file or folder name."
    content: Content = Content.EXTRACT
    target: Target = Target.TEXT
    options: tuple[str, ...] = ()
    "Options of its own, which its writer takes as keyword arguments."


class ExportName(StrEnum):
    """The names of the export formats."""

    ICS = "ics"
    GEOJSON = "geojson"
    TIMELINEJS = "timelinejs"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"
    HTML = "html"
    SQLITE = "sqlite"
    PARQUET = "parquet"
    DATAPACKAGE = "datapackage"
    JSON = "json"
    JSONL = "jsonl"


EXPORTS = {
    ExportName.ICS: Export("calendar_:write", "meetings.ics", options=("anniversaries",)),
    ExportName.GEOJSON: Export("geojson:write", "meetings.geojson"),
    ExportName.TIMELINEJS: Export("timelinejs:write", "timeline.json"),
    ExportName.CSL_JSON: Export("csl_json:write", "sources.json", Content.SOURCES),
    ExportName.BIBTEX: Export("bibtex:write", "sources.bib", Content.SOURCES),
    ExportName.RIS: Export("ris:write", "sources.ris", Content.SOURCES),
    ExportName.HTML: Export("html:write_meetings", "meetings.html"),
    ExportName.SQLITE: Export("sqlite:write_sqlite", "meetings.db", target=Target.FILE),
    ExportName.PARQUET: Export("parquet:write_parquet", "meetings", target=Target.FOLDER),
    ExportName.DATAPACKAGE: Export("datapackage:write", "meetings", target=Target.FOLDER),
    ExportName.JSON: Export("dataset_json:write_json", "meetings.json"),
    ExportName.JSONL: Export("dataset_json:write_jsonl", "meetings.jsonl"),
}
