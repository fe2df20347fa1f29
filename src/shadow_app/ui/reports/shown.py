"""A report as the page shows it: one that would be made now, or an edition as it was given away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from shadow_app.bootstrap import Shadow
from shadow_app.domain.language import say
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.reports import titles
from shadow_app.reports.parts import ReportState
from shadow_app.ui.dates import day_words
from shadow_app.ui.figure_view import Draw
from shadow_app.ui.plural import tr
from shadow_app.ui.reports.choices import Choice
from shadow_app.ui.reports.figures import figures_of
from shadow_app.usecases.report_kinds import make
from shadow_app.usecases.reporting import Printed, Report
from shadow_app.usecases.review_gate import Obstacle, Why

translate = QCoreApplication.translate

KeepGoing = Callable[[], bool]


@dataclass(frozen=True)
class Shown:
    """What is on the page. `print_as` makes the file of a suffix; on the reading thread."""

    choice: Choice
    title: str
    file_name: str
    markdown: str
    print_as: Callable[[str, KeepGoing], Printed]
    figures: Mapping[str, Draw] = field(default_factory=dict)
    report: Report | None = None
    edition: Edition | None = None
    """The edition itself, or the newest one of the report that would be made now."""
    obstacles: tuple[Obstacle, ...] = ()

    @property
    def can_be_released(self) -> bool:
        """Whether it is a report that would be made now and nothing is in the way."""
        return self.report is not None and not self.obstacles

    @property
    def can_be_printed(self) -> bool:
        """Whether there is anything to print: a withdrawn edition has lost its content."""
        return self.report is not None or not self.gone

    @property
    def gone(self) -> bool:
        """Whether the edition was withdrawn."""
        return self.edition is not None and self.edition.withdrawn_at is not None


def read_shown(shadow: Shadow, choice: Choice) -> Shown:
    """On the reading thread, after the ranking was refreshed on the writing one.

    Raises:
        Trouble: there is nothing to show any more, or it cannot be read.
    """
    if choice.kind is None:
        return _edition(shadow, choice)
    kind: ReportKind = choice.kind
    report = make(shadow.reporting, kind, choice.id)
    editions = shadow.releasing.editions(kind, choice.id)
    return Shown(
        choice,
        titles.title(report),
        titles.file_name(report),
        shadow.reporting.printed(report, ".md").content.decode(),
        lambda suffix, keep_going: shadow.reporting.printed(report, suffix, keep_going),
        figures_of(report),
        report,
        editions[0] if editions else None,
        shadow.releasing.obstacles(kind, choice.id),
    )


def _edition(shadow: Shadow, choice: Choice) -> Shown:
    edition = next(each for each in shadow.releasing.editions() if each.id == choice.id)
    gone = edition.withdrawn_at is not None
    return Shown(
        choice,
        edition.title,
        titles.plain_name(f"{edition.title} edition {edition.number}"),
        _empty_page() if gone else shadow.releasing.content(edition.id, ".md").decode(),
        lambda suffix, _: Printed(shadow.releasing.content(edition.id, suffix)),
        edition=edition,
    )


def _empty_page() -> str:
    words = translate("ReportShown", "Nothing is left of what this edition said. Release a new one from the report.")
    title = translate("ReportShown", "Withdrawn")
    return f"# {title}\n\n{words}\n"


def standing_words(shown: Shown) -> str:
    """Where the report stands, in a sentence or two."""
    edition = shown.edition
    if shown.report is None:
        assert edition is not None
        return _edition_words(edition)
    words = [translate("ReportShown", "Draft: every page carries the word until the report is released.")]
    if shown.report.state is ReportState.REVIEWED:
        words = [translate("ReportShown", "Reviewed, not released: every page says so.")]
    if shown.obstacles:
        words = [translate("ReportShown", "Draft. Before it can be released: {what}.").format(what=_in_the_way(shown))]
    if edition is not None:
        words.append(_edition_words(edition))
    return " ".join(words)


def _edition_words(edition: Edition) -> str:
    day, by = day_words(edition.released_at.astimezone().date()), edition.released_by
    if edition.withdrawn_at is not None:
        return translate(
            "ReportShown", "Edition {number} of {day} lost its content on {gone}: {why}. Its hash and date stay."
        ).format(
            number=edition.number,
            day=day,
            gone=day_words(edition.withdrawn_at.astimezone().date()),
            why=say(edition.withdrawn_why),
        )
    told = translate("ReportShown", "Edition {number} was released on {day} by {by}; content {sha}.")
    return told.format(
        number=edition.number,
        day=day,
        by=by or translate("ReportShown", "somebody without a name"),
        sha=edition.content_sha256[:16],
    )


def _in_the_way(shown: Shown) -> str:
    counted: Mapping[Why, int] = Counter(each.why for each in shown.obstacles)
    return ", ".join(_obstacle(why, counted[why]) for why in Why if counted[why])


def _obstacle(why: Why, count: int) -> str:
    match why:
        case Why.DRAFT:
            return tr("%n note(s) not handed in", "", count)
        case Why.READY:
            return tr("%n note(s) to review", "", count)
        case Why.HAS_QUESTIONS:
            return tr("%n question(s) to answer", "", count)
        case Why.CHANGED:
            return tr("%n note(s) changed since the review", "", count)
        case Why.PERSONAL:
            return tr("%n note(s) that may name somebody", "", count)
