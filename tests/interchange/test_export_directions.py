"""The table of `domain.md` §4, cell by cell, and what reaches each tool's file."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shadow_app.interchange.directions import (
    FRESHSERVICE,
    GLPI,
    ITOP,
    JIRA,
    REDMINE,
    REQUEST_TRACKER,
    SERVICENOW,
    Directions,
    Level,
)

IMPACTS = [
    (SERVICENOW, (1, 2, 3)),
    (ITOP, (1, 2, 3)),
    (GLPI, (5, 3, 2)),
    (FRESHSERVICE, (3, 2, 1)),
    (JIRA, ("Extensive / Widespread", "Significant / Large", "Moderate / Limited")),
]
URGENCIES = [
    (SERVICENOW, (1, 2, 3)),
    (ITOP, (1, 2, 3)),
    (GLPI, (5, 3, 2)),
    (FRESHSERVICE, (3, 2, 1)),
    (JIRA, ("Critical", "High", "Medium")),
]
PRIORITIES = [
    (GLPI, (5, 4, 3, 2, 1)),
    (FRESHSERVICE, (4, 3, 2, 1, 1)),
    (JIRA, ("Highest", "High", "Medium", "Low", "Lowest")),
    (REDMINE, ("Immediate", "Urgent", "High", "Normal", "Low")),
    (REQUEST_TRACKER, (100, 75, 50, 25, 0)),
]


@pytest.mark.parametrize(("tool", "levels"), IMPACTS)
def test_impact(tool: Directions, levels: Sequence[Level]) -> None:
    assert [tool.impact(ours) for ours in (1, 2, 3)] == list(levels)


@pytest.mark.parametrize(("tool", "levels"), URGENCIES)
def test_urgency(tool: Directions, levels: Sequence[Level]) -> None:
    assert [tool.urgency(ours) for ours in (1, 2, 3)] == list(levels)


@pytest.mark.parametrize(("tool", "levels"), PRIORITIES)
def test_priority(tool: Directions, levels: Sequence[Level]) -> None:
    assert [tool.priority(ours) for ours in (1, 2, 3, 4, 5)] == list(levels)


@pytest.mark.parametrize("tool", [GLPI, FRESHSERVICE, REQUEST_TRACKER])
def test_where_high_numbers_are_urgent_the_order_is_turned(tool: Directions) -> None:
    levels = [level for level in tool.priorities if isinstance(level, int)]
    assert len(levels) == 5
    assert levels == sorted(levels, reverse=True)


@pytest.mark.parametrize("tool", [SERVICENOW, ITOP])
def test_where_the_tool_works_it_out_there_is_no_priority(tool: Directions) -> None:
    assert tool.priorities == ()


@pytest.mark.parametrize("ours", [0, 4])
def test_a_level_outside_the_scale_is_our_mistake(ours: int) -> None:
    with pytest.raises(ValueError, match="not in"):
        GLPI.impact(ours)
