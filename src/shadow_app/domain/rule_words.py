"""What is said of values that a record cannot hold. Kept in English where the log keeps why something is unfit;
`unfit` says it to people.
"""

from __future__ import annotations

from shadow_app.domain.language import mark

PROGRAMME_ENDS = mark("the programme would end on {ends_on}, before it starts on {starts_on}")
CONTRADICT = mark(
    "as many visits as {visits} and as few hours as {hours} contradict each other: a visit would last under a quarter "
    "of an hour"
)
COUNT_ENDS = mark("the count would end on {until_on}, before it starts on {from_on}")
WRONG_YEAR = mark("the year {year} is not between {first} and {last}")
FALLING = mark("the {name} weights must not fall while things get worse")
NO_TEXT = mark("it holds something that is no JSON")
COVERS_NOTHING = mark("the rectangle covers nothing")

MISSING = mark("it is missing")
UNKNOWN = mark("nothing of this name is known here")
TOO_LONG = mark("it is longer than {most:,} characters")
TOO_MANY = mark("it holds more than {most:,} values")
EMPTY = mark("it is empty")
TOO_LARGE = mark("it is too large, {most} is the most")
TOO_SMALL = mark("it is too small, {least} is the least")
NOT_ABOVE = mark("it must be more than {least}")
NOT_BELOW = mark("it must be less than {most}")
NO_NUMBER = mark("it is no number")
NO_DAY = mark("it is no day or time")
NEITHER = mark("it is neither yes nor no")
NO_ID = mark("it is no id")
NOT_LISTED = mark("it is none of the values that are known here")
NOT_TEXT = mark("it is no text")
WRONG_FORM = mark("it does not have the right form")

RULES = (
    *(PROGRAMME_ENDS, CONTRADICT, COUNT_ENDS, WRONG_YEAR, FALLING, NO_TEXT, COVERS_NOTHING),
    *(MISSING, UNKNOWN, TOO_LONG, TOO_MANY, EMPTY, TOO_LARGE, TOO_SMALL, NOT_ABOVE, NOT_BELOW),
    *(NO_NUMBER, NO_DAY, NEITHER, NO_ID, NOT_LISTED, NOT_TEXT, WRONG_FORM),
)
