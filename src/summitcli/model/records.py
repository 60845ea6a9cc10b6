"""The record types other than meetings."""

from summitcli.model.record import record
from summitcli.model.values import (
    ClaimKind,
    Extent,
    HttpUrl,
    Id,
    Language,
    MeetingId,
    OutlookKind,
    PartialDate,
    SideId,
    SourceId,
    SourceType,
    Text,
    ThemeId,
    Valence,
    Verdict,
    WikidataItem,
)


@record
class Office:
    """An office that a person held."""

    title: Text
    "Name of the office."
    start_date: PartialDate
    "First day in office."
    end_date: PartialDate | None = None
    "Last day in office; absent for current holders."


@record
class Person:
    """A leader of one of the sides."""

    id: Id
    "Permanent id."
    name: Text
    "Name in English."
    short_name: Text | None = None
    "Name in lists; needed only if it is not the last word of the name: `Xi` for Xi Jinping."
    side: SideId
    "Side for which the person held office."
    born: PartialDate | None = None
    "Date of birth."
    died: PartialDate | None = None
    "Date of death; absent if none is known."
    offices: tuple[Office, ...] = ()
    "Offices held, in order of time."
    aliases: tuple[Text, ...] = ()
    "Other names, spellings and scripts that a reader might type."
    wikidata: WikidataItem | None = None
    "Wikidata item."
    note: Text | None = None
    "Points on which references disagree."


@record
class Theme:
    """A subject that recurs from meeting to meeting."""

    id: Id
    "Permanent id."
    title: Text
    "Name of the theme."
    description: Text
    "Scope of the theme."
    aliases: tuple[Text, ...] = ()
    "Other words for it that a reader might type."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


@record
class OutcomeAssessment:
    """A named person's or institution's judgement of an outcome."""

    who: Text
    "Person or institution that gives the judgement, with office."
    date: PartialDate | None = None
    "Date of the judgement."
    claim: Text
    "The judgement."
    sources: tuple[SourceId, ...] = ()
    "Sources of the judgement."


@record
class Outcome:
    """An assessed outcome or impact of one or more meetings."""

    id: Id
    "Permanent id."
    statement: Text
    "The outcome, in one sentence."
    scope: Id
    "Area affected: `bilateral`, `global`, `us-domestic`, `public-opinion`, `allies`, `media`."
    valence: Valence
    "Direction of the overall judgement."
    extent: Extent
    "How far it was realised."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings of which it is an outcome."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    assessments: tuple[OutcomeAssessment, ...] = ()
    "Judgements of the outcome."
    evidence: Text | None = None
    "Evidence from the record."
    sources: tuple[SourceId, ...] = ()
    "Sources of the evidence."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


@record
class ContextEvent:
    """A dated event in the background of the meetings."""

    id: Id
    "Permanent id."
    date: PartialDate
    "First day."
    end_date: PartialDate | None = None
    "Last day, if it lasted more than one."
    title: Text
    "Name of the event."
    category: Id
    "Field to which it belongs: `arms-control`, `sanctions`, `ukraine` ..."
    summary: Text
    "Description of the event."
    aliases: tuple[Text, ...] = ()
    "Other names of the event that a reader might type."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    sources: tuple[SourceId, ...] = ()
    "Sources of the event."


@record
class Evidence:
    """An event that bears on a driver or scenario."""

    date: PartialDate
    "Date of the event."
    text: Text
    "Description of the event."
    sources: tuple[SourceId, ...] = ()
    "Sources of the event."


@record
class Outlook:
    """A driver of relations or a scenario for them, with indicators and the evidence so far."""

    id: Id
    "Permanent id."
    kind: OutlookKind
    "Driver or scenario."
    title: Text
    "Name of the driver or scenario."
    summary: Text
    "Description."
    indicators: tuple[Text, ...] = ()
    "Indicators to watch."
    evidence: tuple[Evidence, ...] = ()
    "Events that bear on it, so far."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."


@record
class Claim:
    """A claim that an article makes, checked against the record."""

    id: Id
    "Permanent id."
    article: SourceId
    "The article that makes the claim."
    section: Id
    "Part of the article: `context`, `timeline`, `outcomes` or `outlook`."
    claim: Text
    "The claim, paraphrased."
    kind: ClaimKind
    "Type of statement."
    verdict: Verdict
    "How it compares with the record."
    record: Text
    "Finding of the record."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings that it is about."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it is about."
    sources: tuple[SourceId, ...] = ()
    "Sources of the finding."


@record
class Source:
    """A text on which the record is based; the fields follow CSL-JSON."""

    id: Id
    "Permanent id."
    title: Text
    "Title; in square brackets if it is translated."
    publisher: Text | None = None
    "Publisher; absent if not known."
    author: Text | None = None
    "Author."
    date: PartialDate | None = None
    "Date of publication."
    url: HttpUrl | None = None
    "Web address; absent if none is known."
    language: Language
    "Language of the text, as a BCP 47 code."
    type: SourceType
    "Type of text."
    reprint: bool = False
    "Whether it reprints another outlet's text; cite the original if you can find it."
    state_media: bool = False
    "Whether its publisher is owned, funded or directed by a state."
    same_text_as: SourceId | None = None
    "Another source with the same agency text; the two count as one."
