"""The pages of records that assess: outcomes, claims, drivers and scenarios."""

from summitcli.derived.views import ClaimView, OutcomeView, OutlookView
from summitcli.model import Dataset, Source
from summitcli.pages.common import (
    assessment_entries,
    fact,
    facts,
    line,
    links,
    title_link,
    title_links,
    word,
)
from summitcli.pages.page import Entry, Page, References, Section
from summitcli.pages.wording import capitalize, format_date, humanize


def outcome_page(outcome: OutcomeView, dataset: Dataset) -> Page:
    """Return the page of an outcome."""
    references = References(outcome.cited)
    evidence = Entry(text=outcome.evidence or "", references=references(outcome.sources))
    return Page(
        id=outcome.id,
        title=outcome.statement,
        kicker=f"Assessed outcome · {humanize(outcome.scope)}",
        lead="",
        facts=facts(
            fact("Judged", capitalize(outcome.valence)),
            fact("How far", word(outcome.extent)),
            fact("Scope", word(outcome.scope)),
            fact("Themes", title_links(outcome.themes, dataset)),
        ),
        sections=(
            Section("What the record shows", (evidence,) if outcome.evidence else (), part="notes"),
            Section(
                "Who assessed it",
                assessment_entries(outcome.assessments, references),
                part="judged",
            ),
            Section("Meetings", links(outcome.meetings, dataset), part="around"),
        ),
        sources=outcome.cited,
    )


def claim_page(claim: ClaimView, dataset: Dataset) -> Page:
    """Return the page of a claim, with its verdict and the evidence on record."""
    references = References(claim.cited)
    record = Entry(text=claim.record, references=references(claim.sources))
    article = dataset.by_id[claim.article]
    author = f", by {article.author}" if isinstance(article, Source) and article.author else ""
    return Page(
        id=claim.id,
        title=claim.claim,
        kicker=f"Claim · {humanize(claim.kind)}",
        lead="",
        facts=facts(
            fact("Verdict", word(claim.verdict)),
            fact(
                "Claimed in",
                ("'", title_link(claim.article, dataset), f"'{author}"),
                f"Part: {humanize(claim.section)}",
            ),
            fact("Themes", title_links(claim.themes, dataset)),
        ),
        sections=(
            Section("What the record says", (record,), part="notes"),
            Section("Meetings", links(claim.meetings, dataset), part="around"),
        ),
        sources=claim.cited,
    )


def outlook_page(outlook: OutlookView, dataset: Dataset) -> Page:
    """Return the page of a driver or scenario, with its indicators and the evidence so far."""
    references = References(outlook.cited)
    evidence = tuple(
        Entry(line(format_date(item.date)), (), item.text, references=references(item.sources))
        for item in sorted(outlook.evidence, key=lambda item: item.date)
    )
    return Page(
        id=outlook.id,
        title=outlook.title,
        kicker=f"Outlook · {outlook.kind}",
        lead=outlook.summary,
        facts=facts(fact("Themes", title_links(outlook.themes, dataset))),
        sections=(
            Section(
                "What to watch",
                tuple(Entry(text=item) for item in outlook.indicators),
                part="notes",
            ),
            Section("Evidence so far", evidence, part="notes"),
        ),
        sources=outlook.cited,
    )
