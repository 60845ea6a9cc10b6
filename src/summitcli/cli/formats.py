"""The output formats, by name and by the suffix of a file."""

from enum import StrEnum

from msgspec import Struct


class FormatName(StrEnum):
    """The names of the output formats."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    YAML = "yaml"
    HTML = "html"
    SVG = "svg"


class Format(Struct, frozen=True):
    """An output format that `export` writes."""

    writer: str
    "Module and function below `summitcli.export` that write it: `separated:write_csv`."
    suffixes: tuple[str, ...]
    "Suffixes of its files, the usual one first."


# All formats except TABLE and SVG, which `terminal` draws.
FORMATS = {
    FormatName.PLAIN: Format("plain:write_plain", (".txt",)),
    FormatName.JSON: Format("json_:write_json", (".json",)),
    FormatName.JSONL: Format("json_:write_jsonl", (".jsonl",)),
    FormatName.CSV: Format("separated:write_csv", (".csv",)),
    FormatName.TSV: Format("separated:write_tsv", (".tsv",)),
    FormatName.MD: Format("markdown:write_markdown", (".md",)),
    FormatName.YAML: Format("yaml_:write_yaml", (".yaml", ".yml")),
    FormatName.HTML: Format("html:write_html", (".html", ".htm")),
}

ALIASES = {"markdown": "md", "ndjson": "jsonl", "text": "plain", "yml": "yaml"}
# Suffixes and names of formats that are not written here, with what to do instead.
NOT_HERE = {
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "write .csv, which spreadsheets open"),
    **dict.fromkeys((".docx", ".odt", ".pdf"), "write .html or .md, and convert it"),
    **dict.fromkeys((".png", ".jpg", ".jpeg"), "write .svg, or see 'summit chart'"),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3"), "see 'summit export sqlite'"),
    ".parquet": "see 'summit export parquet'",
    ".ics": "see 'summit export ics'",
    ".geojson": "see 'summit export geojson'",
    **dict.fromkeys((".bib", ".bibtex"), "see 'summit export bibtex'"),
    ".ris": "see 'summit export ris'",
}
