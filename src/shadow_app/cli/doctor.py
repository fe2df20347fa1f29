"""`shadow-app doctor`: is the store well, and what protects it?"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from shadow_app.bootstrap import is_there, open_shadow
from shadow_app.cli import output
from shadow_app.diagnosis import log_folder
from shadow_app.domain.errors import NotFound
from shadow_app.settings import Settings
from shadow_app.usecases.examining import Finding, examine_store


def run_doctor(path: Path, settings: Settings, *, as_json: bool, full: bool, noted: bool = False) -> int:
    """Say what was found; 0 when all is well, 1 when something needs a person.

    Raises:
        NotFound: there is no store yet.
    """
    if not is_there(path):
        raise NotFound(f"There is no store at {path} yet; `shadow-app init --name NAME` makes one.")
    with closing(open_shadow(settings, path)) as shadow:
        if noted:
            shadow.backups.noted()
        finding = examine_store(shadow.store, full=full)
        backups = shadow.backups.words()
    if as_json:
        output.say_json(
            {
                "store": finding.path,
                "bytes": finding.size,
                "protection": finding.protection,
                "backups": backups,
                "well": finding.well,
                **vars(finding.health),
                "versions": finding.versions,
                "log": log_folder(),
            }
        )
    else:
        _say(finding, backups)
    return 0 if finding.well else 1


def _say(finding: Finding, backups: str) -> None:
    health = finding.health
    output.say(f"Store     {finding.path} ({finding.size / 1e6:.1f} MB, schema {health.schema})")
    for line in finding.protection:
        output.say(f"Key       {line}")
    output.say(f"Backups   {backups}")
    output.say(
        f"Holds     {health.visits} visits, {health.notes} notes, {health.photos} photos, {health.changes} changes"
    )
    output.say(f"Versions  {', '.join(f'{name} {number}' for name, number in finding.versions.items())}")
    output.say(f"Log       {log_folder()} (ids, counts and durations; never what somebody wrote)")
    output.say(f"SQLite    {health.sqlite}, SQLCipher {health.cipher}")
    for complaint in health.complaints:
        output.say(f"Problem   {complaint}")
    output.say("All is well." if finding.well else "Do not delete anything; make a copy of both files first.")
