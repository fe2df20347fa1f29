"""The four drills, end to end: each as its page of the guide prints it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from factories import NOON, Firm, put, tag
from guide_drills import Laptops, blocks
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import ImportTrouble, Refused, WrongKey
from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ConsentSubject, ReviewState, VisitState
from shadow_app.storage import keys
from shadow_app.storage.search import find_notes

WORDS, NEW_WORDS, LEADS, TEAMS = "a long walk home", "another long walk", "the keys of the house", "the team's own key"
QUOTE = "every parcel twice"
BOTH = ["she says every parcel twice", "the gun is dead"]


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Laptops:
    return Laptops(tmp_path, monkeypatch, capsys)


@pytest.fixture
def firm() -> Firm:
    """Ann's visit V1."""
    return Firm()


def visited(shadow: Shadow, firm: Firm, state: ReviewState = ReviewState.DRAFT) -> None:
    """A visit V1 with two notes, the second quoting its host, who agreed to everything, and another one, V2."""
    firm.put_into(shadow.store)
    put(shadow.store, firm.visit.edited(number="V1", state=VisitState.LIVE))
    for subject in ConsentSubject:
        shadow.planning.agree(firm.visit.id, subject, True)
    spoken = firm.note(f"she says {QUOTE}", 5, quote=QUOTE, state=state)
    silent = firm.note("the gun is dead", state=state, lost_minutes=4.0)
    put(shadow.store, silent, spoken, *(tag(each, firm.scanning) for each in (silent, spoken)))
    other = Visit(
        site_id=firm.site.id, role_id=firm.loader.id, shadower_id=firm.ann.id, number="V2", starts_at=NOON,
        state=VisitState.REVIEWED, exposure_hours=1.0,
    )  # fmt: skip
    put(shadow.store, other, Observation(visit_id=other.id, at=NOON, text="said in confidence"))


def texts(shadow: Shadow) -> list[str]:
    with shadow.store.reading() as read:
        return sorted(each.text for each in read.where(Observation))


def found(shadow: Shadow, words: str) -> int:
    with shadow.store.reading() as read:
        return len(find_notes(read, words))


def shown(shadow: Shadow, firm: Firm) -> list[str]:
    return sorted(each.note.text for each in shadow.capture.timeline(firm.visit.id))


def no_quotes(shadow: Shadow, firm: Firm) -> None:
    shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)


def test_the_restore_drill(laptops: Laptops, firm: Firm) -> None:
    laptops.new("ann", WORDS)
    laptops.new("lea", LEADS)
    laptops.do("ann", lambda ann: visited(ann, firm))
    made, to_keep, mistake, put_back, well, met = blocks("drill-restore.md")
    device = laptops.do("ann", lambda ann: ann.store.device)
    laptops.play(made)
    laptops.do("ann", lambda ann: no_quotes(ann, firm))
    laptops.play(to_keep)
    laptops.play(mistake)
    laptops.play(put_back)
    hidden = ["she says [quote withdrawn]", "the gun is dead"]
    assert laptops.do("ann", lambda ann: shown(ann, firm)) == hidden
    assert laptops.do("ann", lambda ann: found(ann, "twice")) == 0
    assert laptops.do("ann", lambda ann: "said in confidence" in texts(ann)) is False
    assert laptops.do("ann", lambda ann: ann.store.device) != device
    laptops.play(well)
    laptops.play(met)
    for who in ("ann", "lea"):
        assert laptops.do(who, lambda at: shown(at, firm)) == [*hidden, "the new gun is dead as well"]
    laptops.play(well)


def test_the_lost_passphrase_drill(laptops: Laptops, firm: Firm) -> None:
    code = laptops.new("ann", WORDS)
    laptops.new("lea", LEADS)
    laptops.do("ann", lambda ann: visited(ann, firm))
    (make, let, look), by_code, (by_team, new_code), see = blocks("drill-lost-passphrase.md")
    laptops.answers = {"SHADOW_NEW_PASSPHRASE": TEAMS, "SHADOW_TEAM_PASSPHRASE": TEAMS}
    word = next(each for each in laptops.say(make).split() if each.startswith("shadow-team-"))
    laptops.instead = {"shadow-team-mfrgg…": word, "XTEA-4J5V-…": code}
    laptops.say(let)
    assert "team" in laptops.say(look)

    laptops.answers["SHADOW_NEW_PASSPHRASE"] = NEW_WORDS
    laptops.words["ann"] = ""
    laptops.play(by_code)
    laptops.words["ann"] = NEW_WORDS
    assert laptops.do("ann", texts) == [*BOTH[:0], "said in confidence", *BOTH]

    laptops.words["ann"], laptops.answers["SHADOW_NEW_PASSPHRASE"] = "", "a third long walk"
    laptops.say(by_team)
    laptops.words["ann"] = "a third long walk"
    fresh = laptops.say(new_code).strip().rpartition(": ")[2]
    assert keys.unlock(laptops.path("ann"), recovery_code=fresh, environ={}, find=lambda: None)
    laptops.play(see)
    assert len(laptops.do("ann", texts)) == 3
    places = [laptops.path("ann"), *laptops.path("ann").parent.glob("backups/*.db")]
    assert len(places) > 1
    for place in places:
        for forgotten in (WORDS, NEW_WORDS):
            with pytest.raises(WrongKey):
                keys.unlock(place, passphrase=forgotten, environ={}, find=lambda: None)


def test_the_lost_laptop_drill(laptops: Laptops, firm: Firm, tmp_path: Path) -> None:
    laptops.new("ann", WORDS)
    laptops.new("lea", LEADS)
    laptops.do("lea", lambda lea: lea.team.found())
    laptops.do("lea", lambda lea: lea.exchange.send(tmp_path / "first.shadow"))
    laptops.do("ann", lambda ann: ann.exchange.take(ann.exchange.preview(tmp_path / "first.shadow"), accept=True))
    laptops.do("ann", lambda ann: visited(ann, firm))
    backup = laptops.do("ann", lambda ann: ann.backups.make().path)
    stick = Path.cwd()
    for each in (backup, backup.with_name(backup.name + ".key")):
        shutil.copy(each, stick)
    laptops.do("ann", lambda ann: put(ann.store, firm.note("passed on", 9)))
    laptops.do("ann", lambda ann: ann.exchange.send(tmp_path / "work.shadow"))
    laptops.do("lea", lambda lea: lea.exchange.take(lea.exchange.preview(tmp_path / "work.shadow"), accept=True))
    lost = laptops.do("ann", lambda ann: ann.store.device)

    revoke, restore, meet, erase, back = blocks("drill-lost-laptop.md")
    laptops.instead = {"5c1e…": lost, "shadow.20261121T093012000000Z.daily.db": backup.name}
    laptops.play(revoke)
    laptops.path("new").parent.mkdir()
    laptops.words["new"] = WORDS
    laptops.play(restore)
    assert laptops.do("new", lambda new: shown(new, firm)) == BOTH
    laptops.instead["77a0…"] = laptops.do("new", lambda new: new.store.device)
    laptops.play(meet)
    assert laptops.do("new", lambda new: shown(new, firm)) == ["passed on", *BOTH]

    held = b"".join(each.read_bytes() for each in laptops.path("ann").parent.rglob("*") if each.is_file())
    assert QUOTE.encode() not in held
    with pytest.raises(WrongKey):
        keys.unlock(laptops.path("ann"), passphrase="a thief's guess", environ={}, find=lambda: None)
    laptops.do("ann", lambda ann: put(ann.store, firm.note("written by a thief", 20)))
    laptops.do("ann", lambda ann: ann.exchange.send(tmp_path / "thief.shadow"))
    with closing(laptops.at("lea")) as lea, pytest.raises(ImportTrouble, match="revoked"):
        lea.exchange.take(lea.exchange.preview(tmp_path / "thief.shadow"), accept=True)

    laptops.play(erase)
    laptops.play(back)
    for who in ("lea", "new", "ann"):
        assert laptops.do(who, lambda at: shown(at, firm)) == [], who


def test_the_withdrawn_consent_drill(laptops: Laptops, firm: Firm) -> None:
    laptops.new("ann", WORDS)
    laptops.new("lea", LEADS)
    laptops.do("lea", lambda lea: lea.team.found())
    laptops.do("lea", lambda lea: visited(lea, firm, ReviewState.ACCEPTED))
    stands, exchanged, anew, erased = blocks("drill-withdrawn-consent.md")
    laptops.play(stands)
    assert QUOTE in Path("visit.md").read_text("utf-8")
    laptops.do("ann", lambda ann: no_quotes(ann, firm))
    laptops.play(exchanged)
    for who in ("ann", "lea"):
        assert laptops.do(who, lambda at: found(at, "twice")) == 0
        (edition,) = laptops.do(who, lambda at: at.releasing.editions())
        assert edition.withdrawn_at is not None
        with closing(laptops.at(who)) as at, pytest.raises(Refused, match="was withdrawn"):
            at.releasing.content(edition.id)
    laptops.play(anew)
    again = Path("visit-2.md").read_text("utf-8")
    assert QUOTE not in again
    newest = laptops.do("lea", lambda lea: lea.releasing.editions()[0])
    assert (newest.number, newest.withdrawn_at) == (2, None)
    laptops.play(erased)
    for who in ("ann", "lea"):
        assert laptops.do(who, lambda at: shown(at, firm)) == ["she says [quote withdrawn]", "the gun is dead"]
        assert laptops.do(who, lambda at: at.exchange.differences()) == []


@pytest.mark.parametrize("page", ["restore", "lost-passphrase", "lost-laptop", "withdrawn-consent"])
def test_each_drill_has_a_page_that_others_lead_to(page: str) -> None:
    guide = Path(__file__).parents[1] / "docs" / "guide"
    assert blocks(f"drill-{page}.md")
    assert f"(drill-{page}.md)" in (guide / "README.md").read_text("utf-8")
