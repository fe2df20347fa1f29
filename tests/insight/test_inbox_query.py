"""A search line: every stretch of it is words, a filter, or a filter that says it is not understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.insight.inbox_query import KEYS, STATES, Meaning, Trait, parse_inbox, with_filter

typed = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.builds("{}:{}".format, st.sampled_from([*KEYS, "sate", "http"]), st.text(max_size=12)),
        st.sampled_from(
            ["state:ready|draft", 'service:"label printing"|none', '"', "is:", "from:2026-13", "is:told|x"]
        ),
    ),
    max_size=6,
).map(" ".join)


@given(line=typed)
def test_nothing_typed_is_ever_lost_and_nothing_raises(line: str) -> None:
    query = parse_inbox(line)
    kept = "".join("".join(part.source.split()) for part in query.parts)
    assert kept == "".join(line.split())
    unclear = [part for part in query.parts if part.meaning is Meaning.MISUNDERSTOOD]
    assert len(query.remarks) >= len(unclear)
    words = [part.source for part in query.parts if part.meaning is Meaning.WORDS]
    assert query.words == " ".join(words)


@given(line=typed, state=st.sampled_from(sorted(STATES)))
def test_setting_a_filter_leaves_everything_else_as_it_was_typed(line: str, state: str) -> None:
    before = [part.source for part in parse_inbox(line).parts if part.key != "state"]
    query = parse_inbox(with_filter(line, "state", (state,)))
    assert [part.source for part in query.parts if part.key != "state"] == before
    assert query.states == {STATES[state]}
    assert not any(part.key == "state" for part in parse_inbox(with_filter(line, "state", ())).parts)


def test_words_and_every_kind_of_filter() -> None:
    line = (
        'printer jam state:ready|draft kind:pain service:02|"label printing"|none site:harbour unit:depots team:desk '
        "visit:A3-4 role:driver from:2026-05-01 until:2026-05 is:untagged is:told|surprise"
    )
    query = parse_inbox(line)
    assert query.words == "printer jam"
    assert query.states == {ReviewState.READY, ReviewState.DRAFT}
    assert query.kinds == {Kind.PAIN}
    assert query.names == {
        "service": ("02", "label printing", "none"),
        "site": ("harbour",),
        "unit": ("depots",),
        "team": ("desk",),
        "visit": ("A3-4",),
        "role": ("driver",),
    }
    assert (query.since, query.until) == (date(2026, 5, 1), date(2026, 5, 31))
    assert query.traits == (frozenset({Trait.UNTAGGED}), frozenset({Trait.TOLD, Trait.SURPRISE}))
    assert query.remarks == ()


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("state:redy", "“state:redy” is not a filter; did you mean state:ready?"),
        ("kind:pain|wate", "“kind:wate” is not a filter; did you mean kind:wait?"),
        (
            "is:xyz",
            "“is:xyz” is not a filter; is can be untagged, ambiguous, surprise, told, unguarded, ungrouped.",
        ),
        ("serivce:02", "“serivce:02” is not a filter; did you mean service:02?"),
        ("site:", "“site:” says no value; name one, as in site:name."),
        ("from:", "“from:” says no value; write it as from:2026-05-01."),
        ("state:", "“state:” says no value; state can be draft, ready, questions, accepted, aside."),
        ("from:soon", "“from:soon” is not a day; write it as from:2026-05-01 or from:2026-05."),
        ("from:2026-02-30", "“from:2026-02-30” is not a day; write it as from:2026-05-01 or from:2026-05."),
        ("until:0001-01", "“until:0001-01” is not a day; write it as until:2026-05-01 or until:2026-05."),
        ("from:2026-06 until:2026-05", "from:2026-06-01 is later than until:2026-05-31, so no note can fit."),
    ],
)
def test_what_is_not_understood_says_so_in_one_sentence(line: str, remark: str) -> None:
    query = parse_inbox(line)
    assert query.remarks == (remark,)
    assert not (query.words)
    assert not (query.states)
    assert not (query.kinds)
    assert not (query.traits)


def test_a_filter_with_one_wrong_value_is_not_half_taken() -> None:
    query = parse_inbox("state:ready|redy")
    assert query.states == frozenset()
    assert len(query.remarks) == 1


@pytest.mark.parametrize("line", ["08:15", "http://intranet/x", "foo:bar", '"state:ready"', "printer:", "state"])
def test_a_colon_alone_makes_no_filter(line: str) -> None:
    query = parse_inbox(line)
    assert (query.words, query.remarks) == (line, ())


def test_the_same_filter_twice_adds_up_and_days_only_narrow() -> None:
    query = parse_inbox("state:ready state:set_aside from:2026-05-01 from:2026-05-03 until:2026-05-09 until:2026-06-01")
    assert query.states == {ReviewState.READY, ReviewState.SET_ASIDE}
    assert (query.since, query.until) == (date(2026, 5, 3), date(2026, 5, 9))


def test_a_value_with_a_space_is_put_in_quotes() -> None:
    assert with_filter("jam", "service", ("label printing", "02")) == 'jam service:"label printing"|02'


def test_a_kind_that_is_spelt_like_a_state_stays_a_kind() -> None:
    asked = parse_inbox("kind:question state:question")
    assert asked.kinds == {Kind.QUESTION}
    assert not asked.remarks
    assert asked.states == {ReviewState.HAS_QUESTIONS}
