-- Indexes, views and the full-text index: created when all rows are in place.

CREATE INDEX records_type ON records (type);
CREATE INDEX meetings_first_day ON meetings (first_day);
CREATE INDEX leaders_person ON leaders (person);
CREATE INDEX participants_person ON participants (person);
CREATE INDEX topic_themes_theme ON topic_themes (theme);
CREATE INDEX record_themes_theme ON record_themes (theme);
CREATE INDEX record_meetings_meeting ON record_meetings (meeting);
CREATE INDEX citations_record ON citations (record);
CREATE INDEX citations_source ON citations (source);
CREATE INDEX texts_record ON texts (record);

-- Full-text index of the texts: SELECT ... FROM texts_fts WHERE texts_fts MATCH 'treaty'.
-- Datasette finds it only if the name of the table is in double quotes.
CREATE VIRTUAL TABLE texts_fts USING fts5 (
  text, content="texts", content_rowid="id", tokenize='unicode61 remove_diacritics 2'
);

INSERT INTO texts_fts (texts_fts) VALUES ('rebuild');

-- Meetings with the names of the leaders, the length and the themes.
CREATE VIEW v_meetings AS
SELECT
  id, -- Permanent id.
  date, -- First day.
  end_date, -- Last day, if it lasted more than one.
  title, -- Title.
  kind, -- Form of the meeting.
  in_person, -- Whether the leaders met in one place.
  status, -- held, cancelled, not-held, planned or disputed.
  city, -- City or town.
  country, -- Country.
  (
    SELECT group_concat(name, ', ')
    FROM (
      SELECT people.name FROM leaders
      JOIN people ON people.id = leaders.person
      JOIN parties ON parties.id = leaders.side
      WHERE leaders.meeting = meetings.id AND parties.number = 1
      ORDER BY leaders.number
    )
  ) AS first_side, -- Leaders of the first side.
  (
    SELECT group_concat(name, ', ')
    FROM (
      SELECT people.name FROM leaders
      JOIN people ON people.id = leaders.person
      JOIN parties ON parties.id = leaders.side
      WHERE leaders.meeting = meetings.id AND parties.number = 2
      ORDER BY leaders.number
    )
  ) AS second_side, -- Leaders of the second side.
  actual_minutes AS minutes, -- Actual length of the main talks.
  qualifier, -- about, more-than or less-than.
  (
    SELECT group_concat(theme, ', ')
    FROM (
      SELECT theme FROM topic_themes
      WHERE topic_themes.meeting = meetings.id
      GROUP BY theme
      ORDER BY min(topic)
    )
  ) AS themes -- Ids of the themes, in order of the topics.
FROM meetings
ORDER BY first_day, id;

-- Remote contacts: calls, letters and joint statements.
CREATE VIEW v_calls AS
SELECT
  v_meetings.id, -- Permanent id.
  v_meetings.date, -- Date.
  v_meetings.title, -- Title.
  v_meetings.kind, -- phone-call, conference-call, letter ...
  v_meetings.status, -- Whether it took place.
  v_meetings.first_side, -- Leaders of the first side.
  v_meetings.second_side, -- Leaders of the second side.
  meetings.initiator, -- Who asked for it.
  v_meetings.minutes, -- Length.
  v_meetings.themes -- Ids of the themes.
FROM v_meetings
JOIN meetings ON meetings.id = v_meetings.id
WHERE NOT v_meetings.in_person
ORDER BY meetings.first_day, meetings.id;

-- How often each theme came up at meetings and contacts that were held.
CREATE VIEW v_theme_counts AS
SELECT
  themes.id, -- The theme.
  themes.title, -- Its name.
  count(DISTINCT iif(meetings.in_person, meetings.id, NULL)) AS meetings, -- Meetings in person.
  count(DISTINCT iif(meetings.in_person, NULL, meetings.id)) AS remote, -- Calls and letters.
  min(meetings.date) AS first, -- Date of the first.
  max(meetings.date) AS last -- Date of the last.
FROM themes
LEFT JOIN topic_themes ON topic_themes.theme = themes.id
LEFT JOIN meetings ON meetings.id = topic_themes.meeting AND meetings.status = 'held'
GROUP BY themes.id
ORDER BY count(DISTINCT meetings.id) DESC, themes.id;

-- How often each theme came up in each year.
CREATE VIEW v_theme_years AS
SELECT
  topic_themes.theme, -- The theme.
  substr(meetings.date, 1, 4) AS year, -- The year.
  count(DISTINCT meetings.id) AS meetings -- Meetings and remote contacts that were held.
FROM topic_themes
JOIN meetings ON meetings.id = topic_themes.meeting
WHERE meetings.status = 'held' AND meetings.date IS NOT NULL
GROUP BY topic_themes.theme, year
ORDER BY topic_themes.theme, year;

-- Disputed points with the accounts of the sides beside each other.
CREATE VIEW v_accounts AS
SELECT
  accounts.meeting, -- The meeting.
  meetings.date, -- Its date.
  accounts.number, -- Number of the account.
  accounts.point, -- The question at issue.
  max(iif(parties.number = 1, versions.text, NULL)) AS first_side, -- Account of the first side.
  max(iif(parties.number = 2, versions.text, NULL)) AS second_side, -- Account of the second side.
  group_concat(iif(parties.is_side, NULL, parties.name || ': ' || versions.text), char(10))
    AS others -- Accounts of third parties.
FROM accounts
JOIN meetings ON meetings.id = accounts.meeting
JOIN account_versions AS versions
  ON versions.meeting = accounts.meeting AND versions.account = accounts.number
JOIN parties ON parties.id = versions.party
GROUP BY accounts.meeting, accounts.number
ORDER BY meetings.first_day, accounts.meeting, accounts.number;

-- How often and how long each leader met leaders of the other side.
CREATE VIEW v_leaders AS
SELECT
  people.id, -- The leader.
  people.name, -- Name.
  people.side, -- Side.
  count(iif(meetings.in_person, 1, NULL)) AS meetings, -- Meetings in person that were held.
  count(iif(meetings.in_person, NULL, meetings.id)) AS remote, -- Calls, letters, statements.
  sum(iif(meetings.in_person, meetings.actual_minutes, NULL)) AS minutes, -- Known minutes in person.
  min(meetings.date) AS first, -- Date of the first.
  max(meetings.date) AS last -- Date of the last.
FROM people
LEFT JOIN leaders ON leaders.person = people.id
LEFT JOIN meetings ON meetings.id = leaders.meeting AND meetings.status = 'held'
GROUP BY people.id
ORDER BY people.id;

-- Everybody who took part in meetings that were held, and how often.
CREATE VIEW v_participants AS
SELECT
  participants.person, -- Id of the person.
  participants.name, -- Name.
  participants.side, -- Side.
  count(DISTINCT participants.meeting) AS meetings, -- Meetings in which the person took part.
  group_concat(DISTINCT participants.office) AS offices, -- Offices at the time.
  min(meetings.date) AS first, -- Date of the first.
  max(meetings.date) AS last -- Date of the last.
FROM participants
JOIN meetings ON meetings.id = participants.meeting
WHERE participants.person IS NOT NULL AND meetings.status = 'held'
GROUP BY participants.person
ORDER BY count(DISTINCT participants.meeting) DESC, participants.person;

-- Agreements with their meetings.
CREATE VIEW v_deliverables AS
SELECT
  deliverables.meeting, -- The meeting.
  meetings.title, -- Its title.
  meetings.date, -- Its date.
  deliverables.text, -- The agreement or announcement.
  deliverables.type, -- Type of agreement.
  deliverables.status, -- Status today.
  deliverables.status_note -- Evidence for the status.
FROM deliverables
JOIN meetings ON meetings.id = deliverables.meeting
ORDER BY meetings.first_day, meetings.id, deliverables.number;

-- Sources with the number of records and statements that cite them.
CREATE VIEW v_sources AS
SELECT
  sources.id, -- The source.
  sources.title, -- Title.
  sources.publisher, -- Publisher.
  sources.date, -- Date of publication.
  sources.url, -- Web address.
  count(DISTINCT citations.record) AS records, -- Records that cite it.
  count(citations.id) AS citations -- Statements and records that cite it.
FROM sources
LEFT JOIN citations ON citations.source = sources.id
GROUP BY sources.id
ORDER BY count(DISTINCT citations.record) DESC, sources.id;
