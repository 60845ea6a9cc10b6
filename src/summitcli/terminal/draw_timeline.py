"""Draw a timeline: a vertical line with years as headings, and gaps where years are empty."""

from collections.abc import Container, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from summitcli.derived.timeline import TimelineEntry
from summitcli.pages.wording import first_sentence, format_date_in_year
from summitcli.terminal.console import Console, mark, styled
from summitcli.terminal.layout import Lines, beside, indented, print_lines, wrap

_MARKS = {"meeting": "●", "call": "○", "letter": "○", "statement": "○", "event": "◇"}
_MARK_TONES = {"meeting": "mark-meeting", "event": "mark-event"}
_WORD = len("statement")
_WIDE = 120  # width from which a summary fits beside the title
_NARROW = 60  # width below which titles and ids have lines of their own
_TITLE = 52  # width of the title beside a summary
_GAP_LINES = 8  # maximum height of a gap, one line a year


def draw_timeline(
    console: Console, entries: Sequence[TimelineEntry], recorded: Container[int] = ()
) -> None:
    """Draw entries, which must be in chronological order.

    `recorded` has the years of which the dataset has anything, so that a gap says whether its years
    are empty or their entries do not match.
    """
    print_lines(console, set_timeline(console, entries, recorded))


def set_timeline(
    console: Console, entries: Sequence[TimelineEntry], recorded: Container[int] = ()
) -> Lines:
    """Return the lines of a timeline, as `draw_timeline` draws them."""
    dates = max((cell_len(format_date_in_year(e.date, e.end_date)) for e in entries), default=0)
    lines: Lines = []
    last = None
    for year, group in groupby(entries, key=lambda entry: int(entry.date[:4])):
        if last is not None:
            lines += _gap(console, last, year, recorded)
        lines.append(styled(f"{year:04}", "heading"))
        for entry in group:
            lines += _entry(console, entry, dates)
        last = year
    return lines


def _entry(console: Console, entry: TimelineEntry, dates: int) -> Lines:
    dot = styled(_MARKS[entry.what], _MARK_TONES.get(entry.what, "mark-remote"))
    when = styled(format_date_in_year(entry.date, entry.end_date), "quiet")
    what = styled(entry.what, entry.what)
    title = styled(entry.title, "title" if entry.what == "meeting" else "plain")
    title = mark(console, title, record=entry.id)
    if entry.status not in (None, "held"):
        title.append_text(styled(f" ({entry.status})", "quiet"))
    identifier = styled(entry.id, "id")
    if console.width < _NARROW:
        head = Text("  ").join(part for part in (dot, when, what) if part)
        below = [*wrap(console, title, console.width - 2), identifier]
        return [*wrap(console, head, console.width), *indented(below)]
    when.pad_left(dates - cell_len(when.plain))
    start = 1 + 2 + dates + 2 + _WORD + 2
    named = Text.assemble(title, "  ", identifier)
    room = _TITLE if console.width >= _WIDE else console.width - start
    blocks = [[dot], [when], [what], wrap(console, named, room)]
    widths = [3, dates + 2, _WORD + 2, room + 2]
    if console.width >= _WIDE:
        summary = styled(first_sentence(entry.summary), "quiet")
        blocks.append(wrap(console, summary, console.width - start - room - 2))
        widths.append(0)
    return beside(blocks, widths)


def _gap(console: Console, last: int, year: int, recorded: Container[int]) -> Lines:
    """Return the years between two headings, a line each, so that a gap looks like one."""
    missing = year - last - 1
    if not missing:
        return [styled("│", "ornament")]
    what = "match" if any(other in recorded for other in range(last + 1, year)) else "entry"
    label = f"{last + 1}: no {what}"
    if missing > 1:
        an = "an" if what == "entry" else "a"
        label = f"{last + 1}–{year - 1}: {missing} years without {an} {what}"
    texts = wrap(console, styled(label, "quiet"), console.width - 3)
    line = styled("┊", "ornament")
    height = max(len(texts), min(missing, _GAP_LINES))
    return beside([[line] * height, texts], [3, 0])
