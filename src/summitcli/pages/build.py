"""Build the page of a view of any type."""

from summitcli.derived.views import (
    ClaimView,
    EventView,
    MeetingView,
    OutcomeView,
    OutlookView,
    ParticipantView,
    PersonView,
    SourceView,
    ThemeView,
    View,
)
from summitcli.model import Dataset
from summitcli.pages.assessed import claim_page, outcome_page, outlook_page
from summitcli.pages.meeting import meeting_page
from summitcli.pages.page import Choice, Page
from summitcli.pages.participant import participant_page
from summitcli.pages.parts import choose_parts
from summitcli.pages.reference import event_page, person_page, source_page, theme_page


def page_of(view: View, dataset: Dataset, choice: Choice | None = None) -> Page:
    """Return the page of a record, or the chosen parts of it."""
    choice = choice or Choice()
    return choose_parts(_full_page(view, dataset, choice.most), choice)


def _full_page(view: View, dataset: Dataset, most: int | None) -> Page:
    """Return a page with all sections, each with links to at most so many records."""
    match view:
        case MeetingView():
            return meeting_page(view, dataset)
        case ThemeView():
            return theme_page(view, dataset, most)
        case ParticipantView():
            return participant_page(view, dataset, most)
        case PersonView():
            return person_page(view, dataset, most)
        case OutcomeView():
            return outcome_page(view, dataset)
        case EventView():
            return event_page(view, dataset, most)
        case OutlookView():
            return outlook_page(view, dataset)
        case ClaimView():
            return claim_page(view, dataset)
        case SourceView():
            return source_page(view, dataset, most)
