"""Archived copies of web pages, for when the page itself has gone."""

_ARCHIVE = "https://web.archive.org/web"


def archived_address(address: str, date: str | None) -> str:
    """Return the address of the Wayback Machine's copy nearest to a date, or of the newest one."""
    digits = (date or "").replace("-", "")
    return "/".join(filter(None, (_ARCHIVE, digits, address)))
