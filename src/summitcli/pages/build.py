"""Build the page of a view of any type."""

from summitcli.derived.views import (
    ClaimView,
    EventView,
    MeetingView,
    OutcomeView,
    OutlookView,
    PersonView,
    SourceView,
    ThemeView,
    View,
)
from summitcli.model import Dataset
from summitcli.pages.assessed import claim_page, outcome_page, outlook_page
from summitcli.pages.meeting import meeting_page
from summitcli.pages.page import Page
from summitcli.pages.reference import event_page, person_page, source_page, theme_page


def page_of(view: View, dataset: Dataset) -> Page:
    """Return the page of a record, with links to everything that its view names."""
    match view:
        case MeetingView():
            return meeting_page(view, dataset)
        case ThemeView():
            return theme_page(view, dataset)
        case PersonView():
            return person_page(view, dataset)
        case OutcomeView():
            return outcome_page(view, dataset)
        case EventView():
            return event_page(view, dataset)
        case OutlookView():
            return outlook_page(view, dataset)
        case ClaimView():
            return claim_page(view, dataset)
        case SourceView():
            return source_page(view, dataset)
