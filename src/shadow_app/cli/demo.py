"""`shadow-app demo --headless`: the main job on the demo data, without a window."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from shadow_app.bootstrap import Shadow, open_demo
from shadow_app.cli import output
from shadow_app.cli.figures import say_ranking
from shadow_app.usecases.writing import write_whole

UNITS_SHOWN = 5


def run_demo(out: Path) -> int:
    """Type twelve visits, rank what they say, print the reports into `out`."""
    with tempfile.TemporaryDirectory(prefix="shadow-demo-") as folder, closing(open_demo(Path(folder))) as shadow:
        cards = shadow.planning.visits()
        output.say(f"{len(cards)} visits, {sum(card.notes for card in cards)} notes typed into a throw-away store.")
        for unit in shadow.catalogue.units():
            output.say("")
            output.say(unit.name)
            say_ranking(shadow.prioritising.ranking(unit.id), UNITS_SHOWN)
        output.say("")
        _print(shadow, out)
    return 0


def _print(shadow: Shadow, out: Path) -> None:
    for card in shadow.planning.visits():
        name = f"visit-{card.visit.number}-{card.site.lower().replace(' ', '-')}.pdf"
        write_whole(out / name, shadow.reporting.printed(shadow.reporting.visit(card.visit.id)).content)
    for unit in shadow.catalogue.units():
        name = f"priorities-{unit.name.lower().replace(' ', '-')}.pdf"
        write_whole(out / name, shadow.reporting.printed(shadow.reporting.priorities(unit.id)).content)
    everything = shadow.reporting.printed(shadow.reporting.priorities())
    write_whole(out / "priorities.pdf", everything.content)
    output.say(f"The reports are in {out.resolve()}")
