"""Exports imported by the real tools, where somebody has one: twice, and looked at.

* `SHADOW_TEST_RT`: the address of a Request Tracker's REST2 interface with name and password in it, such as
  `http://root:secret@127.0.0.1:8765/REST/2.0`; its queue General has the custom field Shadow ID.
* `SHADOW_TEST_REDMINE`: a command that runs a Ruby script from standard input inside a Redmine, such as
  `sh -c "cd /usr/share/redmine && RAILS_ENV=production exec bundle exec rails runner -"`; it makes a project of its
  own.

Everywhere else the same files are held against the documented formats in `test_export_tools.py`.
"""

from __future__ import annotations

import base64
import io
import json
import os
import shlex
import subprocess
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from exported import pain
from shadow_app.domain.record import new_id
from shadow_app.interchange.export_rows import Addressee, PainOut, Passage, Subject
from shadow_app.usecases.export_formats import format_named
from shadow_app.usecases.exporting import known_ids

RT, REDMINE = os.environ.get("SHADOW_TEST_RT", ""), os.environ.get("SHADOW_TEST_REDMINE", "")
HOSTILE = (
    '*bold* _it_ #1 {{toc}} [[Wiki]] !http://x/y.png! @admin user:admin r12 <b>x</b> &lt;i&gt; "q":http://a a@b.de',
    "</pre><script>alert(1)</script> `x` ~~s~~ ==raw== |a|b| (c) -del- h1. head ftp://a.b/c",
    "1. no list, sign-on at 3-4 o'clock: 80 % of it",
)


def exported(name: str, *rows: PainOut) -> bytes:
    out = io.BytesIO()
    format_named(name).shape.write(Subject.PAINS, rows, Addressee(requester="desk@firm.example"), out)
    return out.getvalue()


class Tracker:
    """Request Tracker over REST2, as a script of somebody who imports would speak to it."""

    def __init__(self, address: str) -> None:
        parts = urllib.parse.urlsplit(address)
        name = f"{parts.username}:{parts.password}".encode()
        self._base = f"{parts.scheme}://{parts.hostname}:{parts.port}{parts.path}"
        self._headers = {
            "Authorization": f"Basic {base64.b64encode(name).decode()}",
            "Content-Type": "application/json",
        }

    def call(self, method: str, path: str, body: bytes | None = None) -> Any:
        asked = urllib.request.Request(f"{self._base}{path}", method=method, data=body, headers=self._headers)
        with urllib.request.urlopen(asked) as answer:
            return json.loads(answer.read())

    def found(self, body: bytes) -> list[str]:
        query = urllib.parse.quote(f"'CF.{{Shadow ID}}' = '{json.loads(body)['CustomFields']['Shadow ID']}'")
        return [each["id"] for each in self.call("GET", f"/tickets?query={query}")["items"]]

    def take(self, body: bytes) -> None:
        """Change what is there, add what is not."""
        there = self.found(body)
        self.call(*(("PUT", f"/ticket/{there[0]}") if there else ("POST", "/ticket")), body)


@pytest.mark.skipif(not RT, reason="no Request Tracker to import into: SHADOW_TEST_RT is not set")
def test_request_tracker_takes_it_and_a_second_import_updates() -> None:
    tracker, first = Tracker(RT), pain(id=new_id(), story=(Passage("What we saw", HOSTILE),))
    (body,) = exported("rt-rest", first).splitlines()
    assert tracker.found(body) == []
    tracker.take(body)
    (number,) = tracker.found(body)
    ticket = tracker.call("GET", f"/ticket/{number}")
    assert (ticket["Subject"], ticket["Priority"]) == (first.title, "100")
    assert ticket["Due"].startswith("2026-12-24")
    sent = tracker.call("GET", f"/ticket/{number}/attachments")["items"][0]["id"]
    content = tracker.call("GET", f"/attachment/{sent}")
    assert content["ContentType"] == "text/plain"
    assert base64.b64decode(content["Content"]).decode() == json.loads(body)["Content"]

    (again,) = exported("rt-rest", pain(id=first.id, title="Label printer still jams", priority=2)).splitlines()
    tracker.take(again)
    assert tracker.found(again) == [number]
    ticket = tracker.call("GET", f"/ticket/{number}")
    assert (ticket["Subject"], ticket["Priority"]) == ("Label printer still jams", "75")


@pytest.mark.skipif(not REDMINE, reason="no Redmine to import into: SHADOW_TEST_REDMINE is not set")
def test_redmine_takes_it_as_words_and_its_list_leaves_it_out(tmp_path: Path) -> None:
    rows = (
        pain(id=new_id(), title="=1+1 *jams*", story=(Passage("What we saw", HOSTILE),)),
        pain(id=new_id(), priority=5, due_on=None, effort_days=None),
    )
    script = (Path(__file__).parent / "redmine_import.rb").read_text(encoding="utf-8")
    data = base64.b64encode(exported("redmine", *rows)).decode()
    ran = subprocess.run(
        shlex.split(REDMINE), input=f'CSV_FILE = "{data}"\n{script}'.encode(), capture_output=True, check=True
    )
    seen = json.loads(ran.stdout.decode().splitlines()[-1])
    assert seen["unsaved"] == []
    core = {"subject", "description", "priority", "category", "due_date", "estimated_hours", "unique_id"}
    assert core <= set(seen["mapped"])
    assert any(each.startswith("cf_") for each in seen["mapped"])
    first, second = seen["issues"]
    assert (first["subject"], first["priority"], first["due"]) == ("'=1+1 *jams*", "Immediate", "2026-12-24")
    assert (first["category"], first["hours"], first["shadow"]) == ("Label printing", 40.0, str(rows[0].id))
    assert (second["priority"], second["due"], second["hours"]) == ("Low", None, None)
    for markup, shown in first["shown"].items():
        # Nothing but our own list: no link, no picture, no emphasis, no script.
        assert shown["tags"] == ["li", "p", "ul"], markup
        assert [line.replace("\N{WORD JOINER}", "") for line in shown["lines"]] == list(HOSTILE), markup

    listed = tmp_path / "issues.csv"
    listed.write_text(seen["list"], encoding="utf-8")
    assert known_ids(listed) == {row.id for row in rows}
