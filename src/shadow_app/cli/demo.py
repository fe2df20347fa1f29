"""`shadow-app demo --headless`: the main job on the demo data, without a window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

from shadow_app.bootstrap import Shadow, open_demo
from shadow_app.cli import output
from shadow_app.cli.figures import say_ranking
from shadow_app.domain.language import say
from shadow_app.domain.record import TEAM
from shadow_app.domain.vocabulary import ReportKind, VisitType
from shadow_app.usecases.report_kinds import make
from shadow_app.usecases.writing import write_whole

UNITS_SHOWN = 5


def run_demo(out: Path) -> int:
    """Type twelve visits, rank what they say, print the reports into `out`."""
    with tempfile.TemporaryDirectory(prefix="shadow-demo-") as folder, closing(open_demo(Path(folder))) as shadow:
        cards = shadow.planning.visits()
        output.say(
            say(
                "{cards:|visit|visits}, {sum:|note|notes} typed into a throw-away store.",
                cards=len(cards),
                sum=sum(card.notes for card in cards),
            )
        )
        for unit in shadow.catalogue.units():
            output.say("")
            output.say(unit.name)
            say_ranking(shadow.prioritising.ranking(unit.id), UNITS_SHOWN)
        output.say("")
        _print(shadow, out)
    return 0


def _print(shadow: Shadow, out: Path) -> None:
    for name, kind, subject_id in _wanted(shadow):
        write_whole(out / f"{name}.pdf", shadow.reporting.printed(make(shadow.reporting, kind, subject_id)).content)
    output.say(say("The reports are in {resolve}", resolve=out.resolve()))


def _wanted(shadow: Shadow) -> Iterator[tuple[str, ReportKind, UUID]]:
    """Every report that the demo has something to say in: file name, kind, subject."""
    cards = shadow.planning.visits()
    for card in cards:
        yield f"visit-{card.visit.number}-{_plain(card.site)}", ReportKind.VISIT, card.visit.id
        if card.visit.visit_type is VisitType.POST_RELEASE:
            yield f"release-{card.visit.number}-{_plain(card.site)}", ReportKind.RELEASE, card.visit.id
    for site_id, site in sorted({(card.visit.site_id, card.site) for card in cards}, key=lambda each: each[1]):
        yield f"you-said-{_plain(site)}", ReportKind.YOU_SAID, site_id
    for unit in shadow.catalogue.units():
        yield f"unit-{_plain(unit.name)}", ReportKind.UNIT, unit.id
        yield f"priorities-{_plain(unit.name)}", ReportKind.PRIORITIES, unit.id
    yield "priorities", ReportKind.PRIORITIES, TEAM
    yield "programme", ReportKind.PROGRAMME, TEAM
    yield "service-desk", ReportKind.DESK, TEAM


def _plain(name: str) -> str:
    return name.lower().replace(" ", "-")
