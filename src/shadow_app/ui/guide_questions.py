"""The guide questions of a visit, word for word (`domain.md` §2.2), and the keys that their answers live under."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

MUST_NOT = "prep.not_recorded"


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `elsewhere` names the part of the page that answers it, if one does."""

    key: str
    words: str
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that are asked at one time."""

    title: str
    questions: tuple[Question, ...]


def sections() -> tuple[Section, ...]:
    """In the order of the day, up to the closing, which belongs to the debrief."""
    return (_prep(), _opening(), _during(), _incident(), _requests())


def _prep() -> Section:
    return Section(
        translate("Guide", "Prep (IT, before)"),
        (
            Question(
                "prep.list",
                translate("Guide", "What do we believe are this unit's top 10 services? (lock list)"),
                "list",
            ),
            Question("prep.tickets", translate("Guide", "What were their tickets/changes in 90 days?")),
            Question("prep.promises", translate("Guide", "Which promises are open here?"), "promises"),
            Question("prep.focus", translate("Guide", "Focus of the day?"), "focus"),
            Question(
                "prep.practical",
                translate("Guide", "Consent, works council, PPE, safety rules, who hosts, what is a typical day?"),
            ),
            Question(MUST_NOT, translate("Guide", "What must not be recorded?"), "must_not"),
        ),
    )


def _opening() -> Section:
    return Section(
        translate("Guide", "Opening (host)"),
        (
            Question("opening.today", translate("Guide", "What will today look like?")),
            Question("opening.good_day", translate("Guide", "What makes a good day?")),
            Question("opening.deadlines", translate("Guide", "What must be done by when, and what happens if not?")),
            Question(
                "opening.consent",
                translate("Guide", "May I note / quote / photograph? (three separate yes/no)"),
                "consent",
            ),
        ),
    )


def _during() -> Section:
    return Section(
        translate("Guide", "During"),
        (
            Question("during.show", translate("Guide", "Show me.")),
            Question("during.waiting", translate("Guide", "What are you waiting for?")),
            Question("during.fails", translate("Guide", "What do you do when it fails?")),
            Question("during.often", translate("Guide", "How often?")),
            Question("during.who_else", translate("Guide", "Who else stops?")),
            Question("during.desk", translate("Guide", "Did you ring the desk – why not?")),
            Question("during.before", translate("Guide", "What did you have before?")),
            Question("during.works", translate("Guide", "What works well, don't touch?")),
        ),
    )


def _incident() -> Section:
    return Section(
        translate("Guide", "Critical incident"),
        (
            Question("incident.badly", translate("Guide", "last time it went badly")),
            Question("incident.well", translate("Guide", "last time it went well")),
        ),
    )


def _requests() -> Section:
    return Section(
        translate("Guide", "Requests"),
        (Question("requests.expired", translate("Guide", "anything you asked IT for and no longer need?")),),
    )
