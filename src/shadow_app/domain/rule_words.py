"""What a record says of values that contradict each other. Kept in English where the log keeps why something is unfit;
`unfit.refusal` says it to people.
"""

from __future__ import annotations

from shadow_app.domain.language import mark

PROGRAMME_ENDS = mark("the programme would end on {ends_on}, before it starts on {starts_on}")
CONTRADICT = mark(
    "{visits} visits in {hours} hours contradict each other: a visit would last under a quarter of an hour"
)
COUNT_ENDS = mark("the count would end on {until_on}, before it starts on {from_on}")
WRONG_YEAR = mark("the year {year} is not between {first} and {last}")
FALLING = mark("the {name} weights must not fall while things get worse")
NO_TEXT = mark("it holds something that is no JSON")
COVERS_NOTHING = mark("the rectangle covers nothing")

RULES = (PROGRAMME_ENDS, CONTRADICT, COUNT_ENDS, WRONG_YEAR, FALLING, NO_TEXT, COVERS_NOTHING)
