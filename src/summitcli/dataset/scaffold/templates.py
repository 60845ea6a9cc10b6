"""The texts from which files and records are made, and the values that go into them."""

import re
import unicodedata
from enum import StrEnum
from pathlib import Path
from string import Template

from summitcli.dataset.yaml_text import dump
from summitcli.model.values import (
    ClaimKind,
    Confidence,
    DeliverableStatus,
    DeliverableType,
    Extent,
    MeetingKind,
    MeetingStatus,
    OutlookKind,
    SourceType,
    Valence,
    Verdict,
)

SCHEMA_FILE = "schema.json"
SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"

_FOLDER = Path(__file__).parent
_MAX_SLUG = 70  # characters; an id may have 80

# The values of each enumeration, for the comments that list them.
_VALUES: dict[str, type[StrEnum]] = {
    "kinds": MeetingKind,
    "statuses": MeetingStatus,
    "deliverable_types": DeliverableType,
    "deliverable_statuses": DeliverableStatus,
    "valences": Valence,
    "confidences": Confidence,
    "extents": Extent,
    "outlook_kinds": OutlookKind,
    "claim_kinds": ClaimKind,
    "verdicts": Verdict,
    "source_types": SourceType,
}


def starter_files() -> list[str]:
    """Return the names of the files with which a dataset begins."""
    return sorted(file.name for file in (_FOLDER / "starter").iterdir())


def fill(template: str, values: dict[str, str]) -> str:
    """Return the text of a template, such as `skeletons/meeting.yaml`, with its values."""
    text = (_FOLDER / template).read_text(encoding="utf-8")
    listed = {name: ", ".join(members) for name, members in _VALUES.items()}
    return Template(text).substitute({**listed, **values})


def scalar(text: str) -> str:
    """Return a short text as it is written in YAML, in quotation marks if it needs them."""
    return dump({"": text}).split(":", 1)[1].strip()


def slug(text: str) -> str:
    """Return a text as an id, `united-states`, or nothing if it has no Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:_MAX_SLUG].rstrip("-")
