"""From the filters as typed to a Selection: names resolved, dates read, mistakes said in a line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from summitcli.cli.streams import log_note
from summitcli.errors import UsageError
from summitcli.model import IN_PERSON, Dataset, MeetingKind, MeetingStatus
from summitcli.model.dates import Span, span
from summitcli.search.select import ANY, KINDS, STATUSES, Selection

if TYPE_CHECKING:
    from summitcli.search.filters import Filters
    from summitcli.search.match import Named

T = TypeVar("T", MeetingKind, MeetingStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterArgs:
    """The filters of a command line, as they were typed."""

    years: list[int] | None = None
    since: str | None = None
    until: str | None = None
    leaders: list[str] | None = None
    places: list[str] | None = None
    themes: list[str] | None = None
    kinds: list[str] | None = None
    statuses: list[str] | None = None
    all_leaders: bool = False


def selection(typed: FilterArgs, dataset: Dataset) -> Selection:
    """The selection that typed filters mean; raises UsageError for what means nothing."""
    return Selection(
        years=frozenset(_year(year) for year in typed.years or ()),
        within=period(typed.since, typed.until),
        leaders=_ids("--leader", typed.leaders, dataset) or frozenset(),
        meetings=_ids("--place", typed.places, dataset),
        themes=theme_ids(typed.themes, dataset),
        kinds=_members("--kind", typed.kinds, KINDS) or IN_PERSON,
        statuses=_members("--status", typed.statuses, STATUSES) or STATUSES["held"],
        all_leaders=typed.all_leaders,
    )


def scope(typed: FilterArgs, wanted: Selection, dataset: Dataset) -> str:
    """What is looked at, for a caption: `Trump – Putin, in person, held, since 2018`."""
    focus = dataset.info.focus or {}
    sides = (focus[side.id] for side in dataset.info.sides if side.id in focus)
    if wanted.leaders:
        whom = " or ".join(sorted(dataset.titles[person] for person in wanted.leaders))
    elif wanted.all_leaders or not focus:
        whom = "all leaders"
    else:
        whom = " – ".join(dataset.titles[person].split()[-1] for person in sides)
    parts = [
        whom,
        _named(wanted.kinds, KINDS, "kind"),
        _named(wanted.statuses, STATUSES, "status"),
        *([" or ".join(map(str, sorted(wanted.years)))] if wanted.years else []),
        *([f"since {typed.since.strip()}"] if typed.since else []),
        *([f"until {typed.until.strip()}"] if typed.until else []),
        *([" or ".join(sorted(dataset.titles[t] for t in wanted.themes))] if wanted.themes else []),
        *([" or ".join(typed.places)] if typed.places else []),
    ]
    return ", ".join(parts)


def _named(members: frozenset[T], known: Mapping[str, frozenset[T]], what: str) -> str:
    name = next((name for name, group in known.items() if group == members), "")
    if name == ANY:
        return f"of any {what}"
    return (name or " or ".join(sorted(members))).replace("-", " ")


def _year(year: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise UsageError(f"--year: {year} is on no calendar; years go from 1 to 9999")
    return year


def search_filters(typed: FilterArgs, dataset: Dataset) -> "Filters":
    """What search hits have to be; without a filter nothing is asked of them."""
    from summitcli.search.filters import Filters

    return Filters(
        years=frozenset(_year(year) for year in typed.years or ()),
        within=period(typed.since, typed.until),
        leaders=_ids("--leader", typed.leaders, dataset) or frozenset(),
        meetings=_ids("--place", typed.places, dataset),
        themes=theme_ids(typed.themes, dataset),
        kinds=_members("--kind", typed.kinds, KINDS),
        statuses=_members("--status", typed.statuses, STATUSES),
    )


def period(since: str | None, until: str | None) -> Span | None:
    """The days from `--since` to `--until`, both included; None where neither was given."""
    if since is None and until is None:
        return None
    first = date.min if since is None else _days("--since", since).first
    last = date.max if until is None else _days("--until", until).last
    if last < first:
        raise UsageError(f"--since {since} is after --until {until}; turn them round")
    return Span(first, last)


def _days(option: str, text: str) -> Span:
    try:
        return span(text.strip())
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _ids(option: str, typed: list[str] | None, dataset: Dataset) -> frozenset[str] | None:
    """The ids that the values of a filter name; None where it was not given."""
    if not typed:
        return None
    from summitcli.search import resolve as naming

    known = {"--leader": naming.leaders, "--place": naming.places, "--theme": naming.themes}
    return _resolved(option, typed, known[option](dataset))


def _resolved(option: str, typed: list[str], things: "list[Named]") -> frozenset[str]:
    from summitcli.search.resolve import resolve

    ids: set[str] = set()
    for value in typed:
        found, remark = resolve(option, value, things)
        ids |= found
        if remark:
            log_note(remark)
    return frozenset(ids)


def theme_ids(typed: list[str] | None, dataset: Dataset) -> frozenset[str]:
    """The themes that `--theme` names; none where it was not given."""
    return _ids("--theme", typed, dataset) or frozenset()


def _members(
    option: str, typed: list[str] | None, known: Mapping[str, frozenset[T]]
) -> frozenset[T]:
    members: set[T] = set()
    for value in typed or ():
        exact = known.get(value.strip().casefold().replace(" ", "-").replace("_", "-"))
        if exact is not None:
            members |= exact
            continue
        for name in _resolved(option, [value], _values(known)):
            members |= known[name]
    return frozenset(members)


def one_of(option: str, typed: str | None, known: list[str]) -> str | None:
    """The one value of an option that was meant; None where none was given."""
    if typed is None:
        return None
    found = _resolved(option, [typed], _values(dict.fromkeys(known)))
    if len(found) > 1:
        raise UsageError(f"{option}: '{typed}' may be {' or '.join(sorted(found))}; give one")
    return next(iter(found))


def _values(known: Iterable[str]) -> "list[Named]":
    from summitcli.search.resolve import values

    return values(known)
