"""The team on the command line: whose laptop may do what, and until when."""

from __future__ import annotations

import argparse
from datetime import date, datetime, time, timezone
from typing import Any, TypeAlias

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import Labels, mark, say
from shadow_app.domain.record_words import record_word, value_word
from shadow_app.domain.team import Standing, TeamRole
from shadow_app.domain.visible import visible

Arguments: TypeAlias = argparse.Namespace

_STANDING = Labels(
    {
        Standing.ROOT: mark("founded the team"),
        Standing.INTRODUCED: mark("introduced"),
        Standing.ACCEPTED: mark("accepted here"),
        Standing.EXPIRED: mark("its time has ended"),
        Standing.REVOKED: mark("revoked"),
    }
)


def team(shadow: Shadow, args: Arguments) -> int:
    """Do what was asked, then show the team as it is."""
    match args.what:
        case "found":
            shadow.team.found()
        case "introduce":
            shadow.team.introduce(args.device, TeamRole(args.role), _end_of(args.until))
        case "revoke":
            shadow.team.revoke(args.device, args.why)
        case "rename":
            shadow.team.rename(args.device, args.person)
    told = _told(shadow)
    if args.json:
        output.say_json(told)
    else:
        _say(shadow, told)
    return 0


def _told(shadow: Shadow) -> dict[str, Any]:
    state = shadow.team.state()
    return {
        "team": str(state.team),
        "key": state.fingerprint,
        "lead": state.lead,
        "founded": state.founded,
        "leads": state.leads,
        "own_device": state.own_device,
        "own_key": state.own_fingerprint,
        "people": [
            {
                "device": each.device,
                "person": each.person,
                "key": each.fingerprint,
                "role": str(each.role),
                "since": _day(each.since),
                "until": _day(each.until),
                "seen_at": None if each.seen_at is None else each.seen_at.isoformat(),
                "standing": str(each.standing),
                "why": each.why,
            }
            for each in shadow.team.people()
        ],
        "without_effect": [
            {"words": each.words, "kind": each.kind, "count": each.count} for each in shadow.team.attempts()
        ],
    }


def _say(shadow: Shadow, told: dict[str, Any]) -> None:
    whose = say("the team of {lead}", lead=told["lead"]) if told["lead"] else say("your own team")
    may = say("may act as a lead") if told["leads"] else say("acts as a shadower's")
    output.say(
        say(
            "This laptop ({device}, key {own_key}) is in {whose}, key {key}, and {may}.",
            device=told["own_device"],
            own_key=told["own_key"],
            whose=whose,
            key=told["key"],
            may=may,
        )
    )
    for each in shadow.team.people():
        until = say(" until {until:%d %B %Y}", until=each.until) if each.until else ""
        seen = say(", last seen {seen_at:%d %B %Y}", seen_at=each.seen_at) if each.seen_at else ""
        why = f" ({each.why})" if each.why else ""
        who = each.person or say("somebody without a name")
        output.say(
            say(
                "{device}  {who}  {role}  {standing}{until}{why}{seen}  key {fingerprint}",
                device=each.device,
                who=who,
                role=value_word(TeamRole, each.role),
                standing=_STANDING[each.standing],
                until=until,
                why=why,
                seen=seen,
                fingerprint=each.fingerprint,
            )
        )
    for attempt in shadow.team.attempts():
        output.warn(f"{attempt.words} ({attempt.count:,} × {record_word(attempt.kind)})")


def _day(moment: datetime | None) -> str | None:
    return None if moment is None else moment.date().isoformat()


def _end_of(day: str | None) -> datetime | None:
    if day is None:
        return None
    try:
        return datetime.combine(date.fromisoformat(day), time.max, timezone.utc)
    except ValueError:
        raise Refused(say("{visible} is no day: write it such as 2027-03-31.", visible=visible(day))) from None
