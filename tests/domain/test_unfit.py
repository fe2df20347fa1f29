"""Why a value cannot be held, in words of our own: none of the library's is shown, in any language."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from odd_language import speaking_odd
from shadow_app.domain.language import speaking
from shadow_app.domain.rule_words import RULES
from shadow_app.domain.unfit import kept_reason, reason
from shadow_app.domain.vocabulary import Kind


class Held(BaseModel):
    """One field of every sort that records have."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    must: int
    line: Annotated[str, Field(min_length=1, max_length=3)] = "x"
    code: Annotated[str, Field(min_length=4)] = "xxxx"
    many: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    least: Annotated[int, Field(ge=1, le=5)] = 1
    above: Annotated[float, Field(gt=0, lt=9)] = 1
    yes: bool = False
    key: UUID | None = None
    day: date = date(2026, 11, 22)
    at: datetime | None = None
    kind: Kind = Kind.PAIN
    wish: Literal["a", "b"] = "a"
    table: dict[str, int] = {}


CASES = [
    ({}, "must", "it is missing"),
    ({"surplus": 1}, "surplus", "nothing of this name is known here"),
    ({"line": "xxxx"}, "line", "it is longer than 3 characters"),
    ({"line": ""}, "line", "it is empty"),
    ({"line": 7}, "line", "it is no text"),
    ({"code": "x"}, "code", "it does not have the right form"),
    ({"many": (1, 2, 3)}, "many", "it holds more than 2 values"),
    ({"many": 1}, "many", "it does not have the right form"),
    ({"least": 0}, "least", "it is too small, 1 is the least"),
    ({"least": 6}, "least", "it is too large, 5 is the most"),
    ({"least": "five"}, "least", "it is no number"),
    ({"above": 0.0}, "above", "it must be more than 0.0"),
    ({"above": 9.0}, "above", "it must be less than 9.0"),
    ({"above": float("inf")}, "above", "it is no number"),
    ({"yes": "perhaps"}, "yes", "it is neither yes nor no"),
    ({"key": "1"}, "key", "it is no id"),
    ({"day": "yesterday"}, "day", "it is no day or time"),
    ({"at": "noon"}, "at", "it is no day or time"),
    ({"kind": "?"}, "kind", "it is none of the values that are known here"),
    ({"wish": "c"}, "wish", "it is none of the values that are known here"),
    ({"table": []}, "table", "it does not have the right form"),
]


def first(fields: dict[str, Any], name: str) -> Any:
    with pytest.raises(ValidationError) as told:
        Held.model_validate({**({} if name == "must" else {"must": 1}), **fields})
    return next(each for each in told.value.errors() if each["loc"][0] == name)


@pytest.mark.parametrize(("fields", "name", "words"), CASES)
def test_a_misfit_is_said_in_our_own_words(fields: dict[str, Any], name: str, words: str) -> None:
    error = first(fields, name)
    assert reason(error) == kept_reason(error) == words


@pytest.mark.parametrize(("fields", "name", "words"), CASES)
def test_and_in_every_language(fields: dict[str, Any], name: str, words: str) -> None:
    error = first(fields, name)
    with speaking_odd():
        assert not any("a" <= letter <= "z" for letter in reason(error))
        assert kept_reason(error) == words


def test_the_german_of_it() -> None:
    with speaking("de"):
        assert reason(first({"line": "xxxx"}, "line")) == "es ist länger als 3 Zeichen"
        assert reason(first({"above": 0.0}, "above")) == "es muss mehr als 0.0 sein"


def test_what_is_kept_is_found_again() -> None:
    """Whatever is put into the log can be said later, in another language."""
    from shadow_app.domain.kept_words import said_again

    with speaking("de"):
        assert all(said_again(words, RULES) != words for _, _, words in CASES)
