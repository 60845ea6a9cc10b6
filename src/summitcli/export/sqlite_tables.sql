-- The tables of an exported dataset. The comment above a table and those beside its columns
-- describe them: the table 'descriptions' and Datasette's metadata are made from them.
--
-- Dates are ISO 8601 with reduced precision: 2018, 2018-07 or 2018-07-16. Where a record has
-- 'first_day' and 'last_day', these are the complete dates of the days that it may cover, for
-- comparisons and sorting. Parts of a record are numbered from 1 in the order of the record.

-- The dataset: one row.
CREATE TABLE dataset (
  title TEXT NOT NULL, -- Title of the dataset.
  version TEXT, -- Version of the dataset.
  as_of TEXT, -- Date up to which sources were read.
  data_licence TEXT, -- Licence of the dataset, as an SPDX identifier.
  code_licence TEXT -- Licence of the program that comes with it.
);

-- The two sides, and third parties whose accounts are given.
CREATE TABLE parties (
  id TEXT PRIMARY KEY, -- Permanent short name.
  number INTEGER NOT NULL, -- Order; the sides are 1 and 2.
  name TEXT NOT NULL, -- Name as readers see it.
  is_side INTEGER NOT NULL, -- 1 for a side, 0 for a third party.
  focus TEXT REFERENCES people (id) -- The leader whose meetings the dataset is mostly about.
);

-- Every record of every type. Ids are unique over all types.
CREATE TABLE records (
  id TEXT PRIMARY KEY, -- Permanent id.
  type TEXT NOT NULL, -- meeting, theme, person, outcome, event, outlook, claim or source.
  title TEXT NOT NULL -- Title, name or statement.
);

-- Other names of people, themes and meetings, for searching.
CREATE TABLE aliases (
  record TEXT NOT NULL REFERENCES records (id), -- The record.
  number INTEGER NOT NULL, -- Order.
  alias TEXT NOT NULL, -- The other name.
  PRIMARY KEY (record, number)
);

-- Leaders of the sides.
CREATE TABLE people (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  name TEXT NOT NULL, -- Name in English.
  short_name TEXT, -- Name in lists, if it is not the surname.
  side TEXT NOT NULL REFERENCES parties (id), -- Side for which the person held office.
  born TEXT, -- Date of birth.
  died TEXT, -- Date of death, if one is known.
  wikidata TEXT, -- Wikidata item.
  note TEXT -- Points on which references disagree.
);

-- Offices that leaders held.
CREATE TABLE offices (
  person TEXT NOT NULL REFERENCES people (id), -- The leader.
  number INTEGER NOT NULL, -- Order.
  title TEXT NOT NULL, -- Name of the office.
  start_date TEXT NOT NULL, -- First day in office.
  end_date TEXT, -- Last day in office; empty for current holders.
  PRIMARY KEY (person, number)
);

-- Subjects that recur from meeting to meeting.
CREATE TABLE themes (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  title TEXT NOT NULL, -- Name of the theme.
  description TEXT NOT NULL, -- Scope of the theme.
  from_article INTEGER NOT NULL -- Whether the article that the dataset examines names it.
);

-- Meetings in person and remote contacts: calls, letters, joint statements.
CREATE TABLE meetings (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  title TEXT NOT NULL, -- Title.
  summary TEXT NOT NULL, -- Summary.
  kind TEXT NOT NULL, -- Form of the meeting: summit, bilateral, phone-call ...
  in_person INTEGER NOT NULL, -- Whether the leaders met in one place.
  status TEXT NOT NULL, -- held, cancelled, not-held, planned or disputed.
  status_note TEXT, -- Details of the status.
  date TEXT, -- First day, or the planned date.
  end_date TEXT, -- Last day, if it lasted more than one.
  first_day TEXT, -- Earliest day that the date covers.
  last_day TEXT, -- Latest day that the date covers.
  date_note TEXT, -- How the date is known, and where sources disagree.
  announced_on TEXT, -- When it was announced, if it did not take place.
  cancelled_on TEXT, -- When it was cancelled.
  city TEXT, -- City or town.
  country TEXT, -- Country, as it was called at the time.
  venue TEXT, -- Building or room.
  lat REAL, -- Latitude, degrees north, WGS 84.
  lon REAL, -- Longitude, degrees east, WGS 84.
  occasion TEXT, -- The conference or anniversary on the margins of which it took place.
  initiator TEXT, -- Who asked for it: a side's id, joint or a short text.
  planned_minutes INTEGER, -- Length of the main talks as planned.
  actual_minutes INTEGER, -- Actual length of the main talks.
  qualifier TEXT, -- about, more-than or less-than; empty if the length is exact.
  length_note TEXT, -- Who gives these lengths, and where sources disagree.
  public_output TEXT, -- Press conference, statements, readouts.
  confidence TEXT -- How reliable the record is.
);

-- Other spellings and names of the places of meetings, for searching.
CREATE TABLE place_aliases (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  alias TEXT NOT NULL, -- The other name of the place.
  PRIMARY KEY (meeting, number)
);

-- Treaties and statements signed or negotiated at a meeting.
CREATE TABLE agreements (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  name TEXT NOT NULL, -- Name of the treaty or statement.
  PRIMARY KEY (meeting, number)
);

-- The leaders who met.
CREATE TABLE leaders (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  side TEXT NOT NULL REFERENCES parties (id), -- The side.
  number INTEGER NOT NULL, -- Order within the side.
  person TEXT NOT NULL REFERENCES people (id), -- The leader.
  PRIMARY KEY (meeting, side, number)
);

-- People who took part in a meeting.
CREATE TABLE participants (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  name TEXT NOT NULL, -- Full name, or 'not named'.
  office TEXT NOT NULL, -- Office at the time.
  side TEXT NOT NULL REFERENCES parties (id), -- Side for which the person took part.
  person TEXT, -- Id of the person, the same in all meetings; empty if not named.
  leader TEXT REFERENCES people (id), -- The record of the person, if it is a leader.
  PRIMARY KEY (meeting, number)
);

-- Leaders of third countries who took part.
CREATE TABLE other_principals (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  name TEXT NOT NULL, -- Name and office.
  PRIMARY KEY (meeting, number)
);

-- Parts of a meeting, in order of time.
CREATE TABLE sessions (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  title TEXT NOT NULL, -- Name of the part.
  date TEXT, -- Date on which it began.
  start_local TEXT, -- Start in local time.
  end_local TEXT, -- End in local time; earlier than the start if it ended after midnight.
  place TEXT, -- Building or room.
  planned_minutes INTEGER, -- Length as planned.
  actual_minutes INTEGER, -- Actual length.
  interpreters_only INTEGER, -- Whether only interpreters were with the leaders; empty: not known.
  note TEXT, -- Further information.
  PRIMARY KEY (meeting, number)
);

-- Who was present at a part of a meeting.
CREATE TABLE session_present (
  meeting TEXT NOT NULL, -- The meeting.
  session INTEGER NOT NULL, -- Number of the session.
  number INTEGER NOT NULL, -- Order.
  name TEXT NOT NULL, -- Name, as in participants.
  participant INTEGER, -- Number of the participant of that name.
  PRIMARY KEY (meeting, session, number),
  FOREIGN KEY (meeting, session) REFERENCES sessions (meeting, number),
  FOREIGN KEY (meeting, participant) REFERENCES participants (meeting, number)
);

-- Subjects of the talks.
CREATE TABLE topics (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  label TEXT, -- The subject, in the source's wording.
  detail TEXT, -- Points made, and by whom.
  PRIMARY KEY (meeting, number)
);

-- Themes to which the subjects of the talks belong.
CREATE TABLE topic_themes (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  topic INTEGER NOT NULL, -- Number of the topic.
  theme TEXT NOT NULL REFERENCES themes (id), -- The theme.
  PRIMARY KEY (meeting, topic, theme),
  FOREIGN KEY (meeting, topic) REFERENCES topics (meeting, number)
);

-- Agreements and announcements, and their status today.
CREATE TABLE deliverables (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  text TEXT NOT NULL, -- The agreement or announcement.
  type TEXT NOT NULL, -- Type of agreement.
  status TEXT NOT NULL, -- Status of the agreement today.
  status_note TEXT, -- Evidence for the status.
  signed TEXT, -- Date of signature or announcement.
  PRIMARY KEY (meeting, number)
);

-- Points on which the sides' accounts of a meeting differ.
CREATE TABLE accounts (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  point TEXT NOT NULL, -- The question at issue.
  PRIMARY KEY (meeting, number)
);

-- The account that a party gives of a disputed point.
CREATE TABLE account_versions (
  meeting TEXT NOT NULL, -- The meeting.
  account INTEGER NOT NULL, -- Number of the account.
  party TEXT NOT NULL REFERENCES parties (id), -- The side or third party.
  text TEXT NOT NULL, -- Its account.
  PRIMARY KEY (meeting, account, party),
  FOREIGN KEY (meeting, account) REFERENCES accounts (meeting, number)
);

-- Judgements of a meeting by named people and institutions.
CREATE TABLE assessments (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  who TEXT NOT NULL, -- Who gives the judgement.
  office TEXT, -- Office at that time.
  date TEXT, -- Date of the judgement.
  valence TEXT NOT NULL, -- positive, mixed, neutral or negative.
  claim TEXT NOT NULL, -- The judgement.
  PRIMARY KEY (meeting, number)
);

-- Further information about a meeting.
CREATE TABLE notes (
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  number INTEGER NOT NULL, -- Order.
  text TEXT NOT NULL, -- The note.
  PRIMARY KEY (meeting, number)
);

-- Assessed outcomes of meetings.
CREATE TABLE outcomes (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  statement TEXT NOT NULL, -- The outcome.
  scope TEXT NOT NULL, -- Area affected.
  valence TEXT NOT NULL, -- Direction of the overall judgement.
  extent TEXT NOT NULL, -- How far it was realised.
  evidence TEXT, -- Evidence from the record.
  from_article INTEGER NOT NULL -- Whether the article that the dataset examines names it.
);

-- Judgements of an outcome.
CREATE TABLE outcome_assessments (
  outcome TEXT NOT NULL REFERENCES outcomes (id), -- The outcome.
  number INTEGER NOT NULL, -- Order.
  who TEXT NOT NULL, -- Who gives the judgement.
  date TEXT, -- Date of the judgement.
  claim TEXT NOT NULL, -- The judgement.
  PRIMARY KEY (outcome, number)
);

-- Background events.
CREATE TABLE context (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  date TEXT NOT NULL, -- First day.
  end_date TEXT, -- Last day, if it lasted more than one.
  first_day TEXT NOT NULL, -- Earliest day that the date covers.
  last_day TEXT NOT NULL, -- Latest day that the date covers.
  title TEXT NOT NULL, -- Name of the event.
  category TEXT NOT NULL, -- Field to which it belongs.
  summary TEXT NOT NULL -- Description of the event.
);

-- Drivers of relations, and scenarios for them.
CREATE TABLE outlook (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  kind TEXT NOT NULL, -- driver or scenario.
  title TEXT NOT NULL, -- Name.
  summary TEXT NOT NULL -- Description.
);

-- Indicators to watch for a driver or scenario.
CREATE TABLE indicators (
  outlook TEXT NOT NULL REFERENCES outlook (id), -- The driver or scenario.
  number INTEGER NOT NULL, -- Order.
  text TEXT NOT NULL, -- The indicator.
  PRIMARY KEY (outlook, number)
);

-- Events that bear on a driver or scenario.
CREATE TABLE evidence (
  outlook TEXT NOT NULL REFERENCES outlook (id), -- The driver or scenario.
  number INTEGER NOT NULL, -- Order.
  date TEXT NOT NULL, -- Date of the event.
  text TEXT NOT NULL, -- Description of the event.
  PRIMARY KEY (outlook, number)
);

-- Claims of an article, checked against the record.
CREATE TABLE claims (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  article TEXT NOT NULL REFERENCES sources (id), -- The article.
  section TEXT NOT NULL, -- Part of the article.
  claim TEXT NOT NULL, -- The claim, paraphrased.
  kind TEXT NOT NULL, -- fact, assessment, attribution or forecast.
  verdict TEXT NOT NULL, -- How it compares with the record.
  record TEXT NOT NULL -- Finding of the record.
);

-- Texts on which the records are based.
CREATE TABLE sources (
  id TEXT PRIMARY KEY REFERENCES records (id), -- Permanent id.
  title TEXT NOT NULL, -- Title; in square brackets if it is translated.
  publisher TEXT, -- Publisher.
  author TEXT, -- Author.
  date TEXT, -- Date of publication.
  url TEXT, -- Web address.
  language TEXT NOT NULL, -- Language of the text, as a BCP 47 code.
  type TEXT NOT NULL, -- primary, news, analysis or reference.
  reprint INTEGER NOT NULL, -- Whether it reprints another outlet's text.
  state_media INTEGER NOT NULL, -- Whether a state owns, funds or directs its publisher.
  same_text_as TEXT REFERENCES sources (id) -- Another source with the same agency text.
);

-- Themes that outcomes, events, drivers, scenarios and claims concern.
CREATE TABLE record_themes (
  record TEXT NOT NULL REFERENCES records (id), -- The record.
  theme TEXT NOT NULL REFERENCES themes (id), -- The theme.
  PRIMARY KEY (record, theme)
);

-- Meetings that outcomes and claims concern.
CREATE TABLE record_meetings (
  record TEXT NOT NULL REFERENCES records (id), -- The record.
  meeting TEXT NOT NULL REFERENCES meetings (id), -- The meeting.
  PRIMARY KEY (record, meeting)
);

-- The source of every statement: which record, or which part of it, cites which source.
CREATE TABLE citations (
  id INTEGER PRIMARY KEY, -- Number of the citation.
  record TEXT NOT NULL REFERENCES records (id), -- The record.
  part TEXT, -- Kind of part: topics, accounts ...; empty if the record as a whole cites it.
  number INTEGER, -- Number of the part, as in the table of that part.
  source TEXT NOT NULL REFERENCES sources (id) -- The source.
);

-- Every text of every record in one place, for searching; 'texts_fts' is its full-text index.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY, -- Number of the text.
  record TEXT NOT NULL REFERENCES records (id), -- The record.
  field TEXT NOT NULL, -- The field: summary, topics.detail ...
  number INTEGER, -- Number of the part or value, if there can be several.
  text TEXT NOT NULL -- The text.
);

-- Descriptions of all tables, views and columns.
CREATE TABLE descriptions (
  table_name TEXT NOT NULL, -- The table or view.
  column_name TEXT, -- The column; empty for the table itself.
  description TEXT NOT NULL -- The description.
);
