"""Who is what at a moment: the same whatever the order, and only as far as the root's word reaches."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.authority import Authority, Statement, authority_of
from shadow_app.domain.team import Introduction, Revocation, TeamRole, fingerprint, is_leads, leads_fields, team_of_key

DAY_ZERO = datetime(2026, 5, 1, tzinfo=timezone.utc)
ANN, BEN, CEM, DEE = (letter * 64 for letter in "abcd")
SHADOWER = TeamRole.SHADOWER


def day(number: float) -> datetime:
    return DAY_ZERO + timedelta(days=number)


def cid(number: float, who: str = ANN) -> str:
    return f"{int(day(number).timestamp() * 1000):012x}0000{who[:16]}"


def introduces(
    signer: str, key: str, on: float, role: TeamRole = TeamRole.LEAD, until: float | None = None
) -> Statement:
    end = None if until is None else day(until)
    said = Introduction(device=key[:16], public_key=key, role=role, since=day(on), until=end)
    return Statement(cid(on, signer), signer, said)


def revokes(signer: str, key: str, on: float, at: float | None = None) -> Statement:
    said = Revocation(device=key[:16], public_key=key, at=day(on if at is None else at), why="lost")
    return Statement(cid(on, signer), signer, said)


def leads(found: Authority, key: str, on: float) -> bool:
    return found.leads(key, cid(on, key))


def test_the_root_leads_always_and_nobody_else_by_himself() -> None:
    found = authority_of(ANN, [introduces(BEN, BEN, 1), revokes(BEN, ANN, 2), revokes(ANN, ANN, 3)])
    assert leads(found, ANN, -9)
    assert leads(found, ANN, 9)
    assert not leads(found, BEN, 5)
    assert found.role(BEN, day(5)) is None
    assert found.revoked == {}


def test_a_chain_reaches_as_far_as_its_links() -> None:
    said = [introduces(ANN, BEN, 1, until=10), introduces(BEN, CEM, 5), introduces(BEN, DEE, 11)]
    found = authority_of(ANN, said)
    assert [leads(found, BEN, on) for on in (0.5, 1, 10, 10.1)] == [False, True, True, False]
    assert leads(found, CEM, 20), "who was introduced by a lead stays when that lead's time ends"
    assert not leads(found, DEE, 20), "whose time has ended introduces nobody"


def test_a_shadower_introduces_nobody() -> None:
    found = authority_of(ANN, [introduces(ANN, BEN, 1, SHADOWER), introduces(BEN, CEM, 2)])
    assert found.role(BEN, day(3)) is SHADOWER
    assert found.role(CEM, day(3)) is None


def test_a_later_word_about_a_key_replaces_the_earlier_one() -> None:
    found = authority_of(ANN, [introduces(ANN, BEN, 1), introduces(ANN, BEN, 5, SHADOWER)])
    assert leads(found, BEN, 4)
    assert not leads(found, BEN, 6)


def test_a_revocation_cuts_and_a_new_introduction_begins_anew() -> None:
    found = authority_of(ANN, [introduces(ANN, BEN, 1), revokes(ANN, BEN, 5, at=3), introduces(ANN, BEN, 8)])
    assert [leads(found, BEN, on) for on in (2, 4, 6, 9)] == [True, False, False, True]
    assert found.revoked == {}
    assert authority_of(ANN, [revokes(ANN, DEE, 2)]).revoked[DEE].why == "lost", "also who was never introduced"


def test_the_roots_revocation_takes_what_was_said_since_along() -> None:
    stolen = [introduces(ANN, BEN, 1), introduces(BEN, CEM, 4), revokes(ANN, BEN, 6, at=3)]
    assert not leads(authority_of(ANN, stolen), CEM, 9)
    other = [introduces(ANN, BEN, 1), introduces(ANN, DEE, 1), introduces(BEN, CEM, 4), revokes(DEE, BEN, 6, at=3)]
    found = authority_of(ANN, other)
    assert not leads(found, BEN, 4)
    assert leads(found, CEM, 9), "another lead's reaches the key alone"


def test_what_a_lead_said_after_being_introduced_again_counts_again() -> None:
    said = [introduces(ANN, BEN, 1), revokes(ANN, BEN, 3), introduces(ANN, BEN, 5), introduces(BEN, CEM, 6)]
    assert leads(authority_of(ANN, said), CEM, 9)


def test_of_two_who_revoke_each_other_the_first_has_said_it() -> None:
    both = [introduces(ANN, BEN, 1), introduces(ANN, CEM, 1.5), revokes(BEN, CEM, 3), revokes(CEM, BEN, 4, at=2)]
    found = authority_of(ANN, both)
    assert leads(found, BEN, 9)
    assert not leads(found, CEM, 9)


_keys = st.sampled_from([ANN, BEN, CEM, DEE])
_days = st.integers(0, 12)
_ends = st.one_of(st.none(), st.integers(13, 20))
_said = st.one_of(
    st.builds(introduces, _keys, _keys, _days, st.sampled_from(list(TeamRole)), _ends),
    st.builds(revokes, _keys, _keys, _days, _days),
)


@given(st.lists(_said, max_size=9, unique_by=lambda each: each.cid), st.integers(0, 2**32))
def test_order_and_repetition_decide_nothing(said: list[Statement], seed: int) -> None:
    shuffled = [*said, *said[:3]]
    random.Random(seed).shuffle(shuffled)
    one, other = authority_of(ANN, said), authority_of(ANN, shuffled)
    for key in (ANN, BEN, CEM, DEE):
        assert [one.role(key, day(on)) for on in range(21)] == [other.role(key, day(on)) for on in range(21)]
    assert one.revoked == other.revoked


@given(st.lists(_said.filter(lambda each: each.signer != ANN), max_size=9))
def test_without_the_root_nobody_is_anything(said: list[Statement]) -> None:
    found = authority_of(ANN, said)
    assert not found.spans
    assert not found.revoked


@pytest.mark.parametrize(
    ("kind", "data", "fields"),
    [
        ("observation", {"state": "accepted", "text": "x"}, {"state"}),
        ("observation", {"state": "has_questions"}, {"state"}),
        ("observation", {"state": "set_aside"}, {"state"}),
        ("observation", {"state": "ready"}, set()),
        ("observation", {"state": "draft"}, set()),
        ("observation", {"state": ["accepted"]}, set()),
        ("pain_point", {"merged_into_id": None}, {"merged_into_id"}),
        ("pain_point", {"title": "x"}, set()),
        ("revocation", {"why": "x", "at": "y"}, {"why", "at"}),
        ("visit", {"state": "accepted"}, set()),
    ],
)
def test_which_fields_are_a_leads(kind: str, data: dict[str, object], fields: set[str]) -> None:
    assert leads_fields(kind, data) == fields
    assert is_leads("put", kind, data) == bool(fields)
    assert is_leads("erase", kind, {})


def test_a_team_is_its_root() -> None:
    assert team_of_key(ANN) != team_of_key(BEN)
    assert fingerprint("0123456789abcdef" * 4) == "0123 4567 89ab cdef"
