"""Which way the scales of other tools run: 1 is the highest impact here and in ServiceNow and iTop, the lowest in
GLPI and Freshservice (`domain.md` §4). This is the only place that knows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Level: TypeAlias = int | str

IMPACTS = URGENCIES = (1, 2, 3)
PRIORITIES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Directions:
    """A tool's levels in our order, highest first; empty where the tool has none or works it out itself."""

    impacts: tuple[Level, ...] = ()
    urgencies: tuple[Level, ...] = ()
    priorities: tuple[Level, ...] = ()

    def impact(self, ours: int) -> Level:
        """The tool's level for our impact 1 … 3."""
        return self.impacts[IMPACTS.index(ours)]

    def urgency(self, ours: int) -> Level:
        """The tool's level for our urgency 1 … 3."""
        return self.urgencies[URGENCIES.index(ours)]

    def priority(self, ours: int) -> Level:
        """The tool's level for our priority 1 … 5."""
        return self.priorities[PRIORITIES.index(ours)]


SERVICENOW = Directions((1, 2, 3), (1, 2, 3))
"""Its priority is looked up from the two and read-only."""

ITOP = Directions((1, 2, 3), (1, 2, 3))
"""Impact 1 a department, 2 a service, 3 a person; urgency 1 critical … 4 low. It works the priority out itself."""

GLPI = Directions((5, 3, 2), (5, 3, 2), (5, 4, 3, 2, 1))
"""1 very low … 5 very high."""

FRESHSERVICE = Directions((3, 2, 1), (3, 2, 1), (4, 3, 2, 1, 1))
"""Impact and urgency 1 low … 3 high; priority 1 low … 4 urgent: it has four, so our last two share one."""

JIRA = Directions(
    ("Extensive / Widespread", "Significant / Large", "Moderate / Limited"),
    ("Critical", "High", "Medium"),
    ("Highest", "High", "Medium", "Low", "Lowest"),
)
"""The names that Jira and Jira Service Management come with."""

REDMINE = Directions(priorities=("Immediate", "Urgent", "High", "Normal", "Low"))
"""The names of its default data; it has neither impact nor urgency."""

REQUEST_TRACKER = Directions(priorities=(100, 75, 50, 25, 0))
"""A number, higher is more urgent; by default 0 reads Low, 50 Medium and 100 High."""
