"""`shadow-app doctor`: is the store well, and what protects it?"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from shadow_app.bootstrap import is_there
from shadow_app.cli import output
from shadow_app.cli.asking import open_asking
from shadow_app.diagnosis import log_folder
from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.settings import Settings
from shadow_app.usecases.company_words import team_words, unsent_words
from shadow_app.usecases.examining import Finding, examine_store


def run_doctor(path: Path, settings: Settings, *, as_json: bool, full: bool, noted: bool = False) -> int:
    """Say what was found; 0 when all is well, 1 when something needs a person.

    Raises:
        NotFound: there is no store yet.
    """
    if not is_there(path):
        raise NotFound(say("There is no store at {path} yet; `shadow-app init --name NAME` makes one.", path=path))
    with closing(open_asking(settings, path)) as shadow:
        if noted:
            shadow.backups.noted()
        finding = examine_store(shadow.store, full=full)
        team, unsent = team_words(shadow.team), unsent_words(shadow.meeting.standing())
        backups, aside = shadow.backups.words(), shadow.backups.aside_words()
    if as_json:
        output.say_json(
            {
                "store": finding.path,
                "bytes": finding.size,
                "protection": finding.protection,
                "backups": backups,
                "aside": aside,
                "team": team,
                "unsent": unsent,
                "well": finding.well,
                **vars(finding.health),
                "versions": finding.versions,
                "log": log_folder(),
            }
        )
    else:
        _say(finding, backups, aside, team, unsent)
    return 0 if finding.well else 1


def _say(finding: Finding, backups: str, aside: str, team: str, unsent: str) -> None:
    health = finding.health
    output.say(
        say(
            "Store     {path} ({size:.1f} MB, schema {schema})",
            path=finding.path,
            size=finding.size / 1e6,
            schema=health.schema,
        )
    )
    for line in finding.protection:
        output.say(say("Key       {line}", line=line))
    output.say(say("Backups   {backups}", backups=backups))
    if aside:
        output.say(say("Aside     {aside}", aside=aside))
    output.say(say("Team      {team}", team=team))
    output.say(say("Unsent    {unsent}", unsent=unsent))
    output.say(
        say(
            "Holds     {visits:|visit|visits}, {notes:|note|notes}, {photos:|photo|photos}, {changes:|change|changes}",
            visits=health.visits,
            notes=health.notes,
            photos=health.photos,
            changes=health.changes,
        )
    )
    output.say(say("Versions  {list}", list=", ".join(f"{name} {number}" for name, number in finding.versions.items())))
    output.say(
        say("Log       {log_folder} (ids, counts and durations; never what somebody wrote)", log_folder=log_folder())
    )
    output.say(say("SQLite    {sqlite}, SQLCipher {cipher}", sqlite=health.sqlite, cipher=health.cipher))
    for complaint in health.complaints:
        output.say(say("Problem   {complaint}", complaint=complaint))
    output.say(say("All is well.") if finding.well else say("Do not delete anything; make a copy of both files first."))
