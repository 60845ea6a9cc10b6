"""The record types beside meetings."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a person held."""

    title: Text
    "Name of the office."
    start_date: PartialDate
    "First day in office."
    end_date: PartialDate | None = None
    "Last day in office; absent while the office is held."


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader named in the records."""

    id: Id
    "Permanent id."
    name: Text
    "Name in English."
    side: SideId
    "Side for which the person held office."
    born: PartialDate | None = None
    "Date of birth."
    died: PartialDate | None = None
    "Date of death; absent where none is known."
    offices: tuple[Office, ...] = ()
    "Offices held, in order of time."
    aliases: tuple[Text, ...] = ()
    "Other names, spellings and scripts that a reader might type."
    wikidata: WikidataItem | None = None
    "Wikidata item."
    note: Text | None = None
    "Where references disagree."


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject that comes back from meeting to meeting."""

    id: Id
    "Permanent id."
    title: Text
    "Name of the theme."
    description: Text
    "What belongs to it."
    aliases: tuple[Text, ...] = ()
    "Words that a reader might type for it."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAssessment:
    """Somebody's judgement of an outcome."""

    who: Text
    "Person or institution that judges, with office."
    date: PartialDate | None = None
    "When it was said."
    claim: Text
    "The judgement."
    sources: tuple[SourceId, ...] = ()
    "Sources of the judgement."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An assessed outcome or impact of one or more meetings."""

    id: Id
    "Permanent id."
    statement: Text
    "The outcome, in one sentence."
    scope: Id
    "Where it is felt: `bilateral`, `global`, `us-domestic`, `public-opinion`, `allies`, `media`."
    valence: Valence
    "How it is judged on the whole."
    extent: Extent
    "How far it came true."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings that it is an outcome of."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    assessments: tuple[OutcomeAssessment, ...] = ()
    "Who assessed it, and how."
    evidence: Text | None = None
    "What the record shows."
    sources: tuple[SourceId, ...] = ()
    "Sources of the evidence."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEvent:
    """A dated event in the background of the meetings."""

    id: Id
    "Permanent id."
    date: PartialDate
    "First day."
    end_date: PartialDate | None = None
    "Last day, where there is more than one."
    title: Text
    "Name of the event."
    category: Id
    "Field that it belongs to: `arms-control`, `sanctions`, `ukraine` ..."
    summary: Text
    "What happened."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    sources: tuple[SourceId, ...] = ()
    "Sources of the event."


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that happened and has_metadata on a driver or scenario."""

    date: PartialDate
    "When it happened."
    text: Text
    "What happened."
    sources: tuple[SourceId, ...] = ()
    "Sources of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A driver of relations or a scenario for them, with what to watch and the evidence so far."""

    id: Id
    "Permanent id."
    kind: OutlookKind
    "Driver or scenario."
    title: Text
    "Its name."
    summary: Text
    "What it is."
    indicators: tuple[Text, ...] = ()
    "What to watch."
    evidence: tuple[Evidence, ...] = ()
    "What has happened so far."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim of an article, held against the record."""

    id: Id
    "Permanent id."
    article: SourceId
    "The article that makes the claim."
    section: Id
    "Part of the article: `context`, `timeline`, `outcomes` or `outlook`."
    claim: Text
    "The claim, in our words."
    kind: ClaimKind
    "Sort of statement."
    verdict: Verdict
    "How it stands against the record."
    record: Text
    "What the record says."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings that it is about."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it is about."
    sources: tuple[SourceId, ...] = ()
    "Sources of what the record says."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that the record rests on, close to CSL-JSON."""

    id: Id
    "Permanent id."
    title: Text
    "Title; in square brackets where translated."
    publisher: Text | None = None
    "Who published it; absent where that is not known."
    author: Text | None = None
    "Who wrote it."
    date: PartialDate | None = None
    "When it was published."
    url: HttpUrl | None = None
    "Where it was seen; absent where no address is known."
    language: Language
    "Language of the text, BCP 47."
    type: SourceType
    "Sort of text."
    reprint: bool = False
    "Whether it is another outlet's text: look for the original."
    state_media: bool = False
    "Whether it is media that a state owns, funds or directs."
    same_text_as: SourceId | None = None
    "The source that prints the same agency text; count the two once."
