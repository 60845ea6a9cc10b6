"""The weights of the ranking: every number that decides the order of search hits."""

# The weight of a passage. The names of a record weigh most, what it only mentions least.
NAME = 10.0  # title, name, agreements, other names, city, surname
COUNTRY = 9.2  # less than a theme of that name
LEADER = 8.0  # leaders of a meeting
NEAR_NAME = 7.0  # words for a theme, venue, statements, claims; from this weight on, a name
EVENT = 6.5  # the summary of an event, which tells nothing but the event
ABOUT = 5.0  # kind, status and occasion of a meeting
THEME = 4.0  # names of the themes that a record concerns
SYNONYM = 1.9  # words for these themes; no other passage has this weight
TEXT = 3.0  # summaries, descriptions, topics
MENTION = 2.0  # notes, accounts, assessments, evidence
SOURCE = 1.0  # titles and publishers of sources

# The cost of matching a typed word with a word of the record: the weight is halved per unit.
FORM_COST = 0.15  # a plural for a singular, or the other way round
TRANSLATION_COST = 0.0  # a word of another language, for the English one
FAMILY_COST = 0.3  # a word with the same root: `withdrew` for `withdrawal`
EQUIVALENT_COST = 0.7  # an everyday word for one of the record
KNOWN_COST = 1.5  # added if many records have the everyday word too, a part of it if a few do
KNOWN_IN = 30  # records from which it is added in full
JOINED_COST = 0.1  # two words typed as one, or one as two
PREFIX_COST = 0.6  # the beginning of a word
TYPO_COST = 1.0  # each extra, missing, wrong or transposed letter
FIRST_LETTER_COST = 1.0  # added if the first letter is wrong
TYPOS_FROM = (4, 8)  # letters from which a word may contain one typo, and two
FIRST_TYPO_FROM = 5  # letters from which the first may be wrong
PREFIX_FROM = 4  # letters from which a word may be the beginning of a longer one

# Bonuses, added to the weighted mean over the words.
WHOLE_NAME = 9.0  # the query is a whole name of the record; less if it is a part of one
WHOLE_ALIAS = 0.85  # the least share of this for a whole other name, if that is all that was typed
WHOLE = 1.5  # the power to which the share of the query that is in a name counts
TOGETHER = 3.0  # two words are next to each other; less if they are further apart
EACH_MORE = 2.0  # for each further word, up to the fifth: a remembered phrase
VERBATIM = 14.0  # the whole query is in a text word for word; much less for a part of it
REPEATED = 0.35  # the share of what a query tells, by rarity, that such a part has to tell
OUTRIGHT = 3.5  # the query has a proper name from the title of an event
BY_ID = 0.6  # the share of this if the query only has the words of its id
EXTREME = 6.0  # the record is the first, last or longest, as the query asks
DATE = 4.0  # the record has the date in the query
BEGUN = 0.75  # the share of this for a record that begins within the time and ends after it
OVERLAPPING = 0.5  # and for one that begins before it

# The score of a record before any word is looked at. The focus pair wins ties.
PRIOR = {
    "meeting": 1.2,
    "theme": 1.2,
    "person": 1.2,
    "event": 1.2,
    "outlook": 0.7,
    "outcome": 0.6,
    "claim": 0.3,
    "source": 0.0,
}
IN_FOCUS = 0.5
IN_PERSON = 0.4
HELD = 0.3
NOT_HELD = -0.6  # only announced or claimed: ranked below meetings that took place

# The share of the words that a record has counts to this power: a record that lacks one is behind.
LACKING = 1.5
ABSENT = 0.5  # the share that is left of a record for each word that its kind needs and it lacks
TELLING = 3.0  # the weight of the words from which the score of a record's kind counts in full

FAR = 2.0  # up to this weight of a passage, everyday words for its words are not looked for
OTHERS = 0.6  # how much the records with other meanings of a word make it less rare

# In a query of this many words, words count fully only if they are in the names of a record or in
# one passage; of what is scattered over its texts, this share counts.
LONG = 3
SCATTERED = 0.2

RARE = 20  # records up to which a name in the title of an event names that event

# The share of the words, by their rarity, that a record must contain if it lacks some.
ENOUGH = 0.4
# If no record has enough: the share of what the best record has, below which one is left out.
PARTLY = 0.5

# The sum that makes a score of 100; a higher sum also makes 100.
BEST = NAME + WHOLE_NAME + TOGETHER + DATE
