"""How much counts for how much: every number that the ranking of search hits rests on."""

# Where a word stands. A record's own names weigh most, what it only mentions least.
NAME = 10.0  # title, name, agreements, other names, city, surname
COUNTRY = 9.2  # less than a theme of that name, more than a theme that it is a word for
LEADER = 8.0  # leaders of a meeting
NEAR_NAME = 7.0  # words for a theme, venue, statements and claims; what weighs as much is a name
ABOUT = 5.0  # kind, status and occasion of a meeting
THEME = 4.0  # names of the themes that a record concerns, and their synonyms
TEXT = 3.0  # summaries, descriptions, topics
MENTION = 2.0  # notes, accounts, assessments, evidence
SOURCE = 1.0  # titles and publishers of sources

# How well a typed word fits a word of the record: a fit is 0.5 to the power of its cost.
FORM_COST = 0.15  # a plural for a singular, or the other way round
JOINED_COST = 0.1  # two words typed as one, or one as two
PREFIX_COST = 0.6  # the beginning of a word
TYPO_COST = 1.0  # each letter too many, too few, wrong or in the wrong place
FIRST_LETTER_COST = 1.0  # and if it is the first
TYPOS_FROM = (4, 8)  # letters from which a word may hold one typo, and two
FIRST_TYPO_FROM = 5  # letters from which the first may be wrong
PREFIX_FROM = 4  # letters from which a word may stand for a longer one

# What is added to the weighed mean of the words' fits.
WHOLE_NAME = 9.0  # the query is a name of the record, whole; less where it is a part of one
TOGETHER = 3.0  # two words stand next to each other; less where they stand apart
EACH_MORE = 1.5  # and for each further word, up to the fifth: a remembered phrase
EXTREME = 6.0  # it is the first, last or longest, where that is asked for
DATE = 4.0  # the record is of the date that was asked for

# What a record weighs without any word. The focus pair wins ties.
PRIOR = {
    "meeting": 1.2,
    "theme": 1.2,
    "person": 1.2,
    "event": 1.0,
    "outlook": 0.7,
    "outcome": 0.6,
    "claim": 0.3,
    "source": 0.0,
}
IN_FOCUS = 0.5
IN_PERSON = 0.4
HELD = 0.3
NOT_HELD = -0.6  # announced or claimed only: behind what took place

# How much of a query a record must hold: by the words' weight, where not all are there.
ENOUGH = 0.55

# The most that a record can be worth, and so a score of 100; what is worth more has 100 too.
BEST = NAME + WHOLE_NAME + TOGETHER + DATE
