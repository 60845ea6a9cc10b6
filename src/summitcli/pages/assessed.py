"""The articles of what is judged: outcomes, claims, drivers and scenarios."""

from summitcli.model import Claim, Dataset, Outcome, Outlook, Source
from summitcli.pages.common import capital, cited, facts, judgements, links, sections, titles
from summitcli.pages.page import Article, Entry, Fact, References, Section
from summitcli.pages.wording import format_date, humanize


def outcome_article(outcome: Outcome, dataset: Dataset) -> Article:
    """What is known of an outcome."""
    references = References()
    evidence = Entry(text=outcome.evidence or "", references=references(outcome.sources))
    return Article(
        id=outcome.id,
        title=outcome.statement,
        kicker=f"Assessed outcome · {humanize(outcome.scope)}",
        lead="",
        facts=facts(
            Fact("Judged", capital(outcome.valence)),
            Fact("How far", capital(humanize(outcome.extent))),
            Fact("Scope", capital(humanize(outcome.scope))),
            Fact("Themes", titles(outcome.themes, dataset)),
        ),
        sections=sections(
            Section("What the record shows", (evidence,) if outcome.evidence else ()),
            Section("Who assessed it", judgements(outcome.assessments, references)),
            Section("Meetings", links(outcome.meetings, dataset)),
        ),
        sources=cited(references, dataset),
    )


def claim_article(claim: Claim, dataset: Dataset) -> Article:
    """A claim, its verdict, and what the record says."""
    references = References()
    record = Entry(text=claim.record, references=references(claim.sources))
    article = dataset.by_id[claim.article]
    author = f", by {article.author}" if isinstance(article, Source) and article.author else ""
    named = article.title if isinstance(article, Source) else claim.article
    references((claim.article,))
    return Article(
        id=claim.id,
        title=claim.claim,
        kicker=f"Claim · {humanize(claim.kind)}",
        lead="",
        facts=facts(
            Fact("Verdict", capital(humanize(claim.verdict))),
            Fact("Claimed in", f"'{named}'{author}", f"Part: {humanize(claim.section)}"),
            Fact("Themes", titles(claim.themes, dataset)),
        ),
        sections=sections(
            Section("What the record says", (record,)),
            Section("Meetings", links(claim.meetings, dataset)),
        ),
        sources=cited(references, dataset),
    )


def outlook_article(outlook: Outlook, dataset: Dataset) -> Article:
    """A driver or scenario, what to watch, and the evidence so far."""
    references = References()
    evidence = tuple(
        Entry(format_date(item.date), "", item.text, references=references(item.sources))
        for item in sorted(outlook.evidence, key=lambda item: item.date)
    )
    return Article(
        id=outlook.id,
        title=outlook.title,
        kicker=f"Outlook · {outlook.kind}",
        lead=outlook.summary,
        facts=facts(Fact("Themes", titles(outlook.themes, dataset))),
        sections=sections(
            Section("What to watch", tuple(Entry(text=item) for item in outlook.indicators)),
            Section("Evidence so far", evidence),
        ),
        sources=cited(references, dataset),
    )
