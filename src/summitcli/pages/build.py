"""The article of a record of any type."""

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    Outcome,
    Outlook,
    Person,
    Record,
    Source,
    Theme,
)
from summitcli.pages.assessed import claim_article, outcome_article, outlook_article
from summitcli.pages.meeting import meeting_article
from summitcli.pages.page import Article
from summitcli.pages.reference import event_article, person_article, source_article, theme_article


def article(record: Record, dataset: Dataset) -> Article:
    """What is known of a record, with everything that links to it."""
    match record:
        case Meeting():
            return meeting_article(record, dataset)
        case Theme():
            return theme_article(record, dataset)
        case Person():
            return person_article(record, dataset)
        case Outcome():
            return outcome_article(record, dataset)
        case ContextEvent():
            return event_article(record, dataset)
        case Outlook():
            return outlook_article(record, dataset)
        case Claim():
            return claim_article(record, dataset)
        case Source():
            return source_article(record, dataset)
