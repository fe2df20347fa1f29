"""The team hub on the command line: making it, people and laptops, showing visits, keeping in step."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import visit_card
from shadow_app.cli.folder import keep_in_step
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import Labels, mark, say
from shadow_app.usecases import hub_desk

Arguments: TypeAlias = argparse.Namespace

WITHOUT_STORE = ("init", "revoke", "people")
"""What an administrator does, who need not have a store."""


def hub(shadow: Shadow, args: Arguments) -> int:
    """The verbs that need a store."""
    match args.what:
        case "sync":
            args.accept = []
            return keep_in_step(shadow, args)
        case "share":
            visit = visit_card(shadow, args.visit).visit
            how = "without" if args.off else "own" if args.own else "with"
            hub_desk.share(args.address, visit.id, args.login, how=how)
            who = "everybody" if args.login == hub_desk.EVERYBODY else args.login
            _done(args, {"visit": str(visit.id), "login": args.login, "how": how}, _SHARED[how].format(who=who))
        case _:
            device = args.device or shadow.store.device
            hub_desk.add_device(args.address, args.login, device, args.label)
            _done(
                args,
                {"device": device, "login": args.login},
                say("Device {device} may write for {login}.", device=device, login=args.login),
            )
    return 0


_SHARED = Labels(
    {
        "with": mark("The visit is shown to {who}, who may write in it as well."),
        "without": mark("The visit is shown to {who} no more; what was taken until now is not taken away."),
        "own": mark("The visit is {who}'s own from now on."),
    }
)


def run_without_store(args: Arguments) -> int:
    """The administrator's verbs."""
    match args.what:
        case "init":
            return _init(args)
        case "people":
            return _people(args)
        case _:
            return _revoke(args)


def _init(args: Arguments) -> int:
    members = [hub_desk.member(words) for words in args.member]
    if args.print:
        output.say(hub_desk.script(members))
        return 0
    if args.address is None:
        raise Refused(say("Say which database: postgresql://LOGIN@HOST/DATABASE, or --print for the SQL."))
    made = hub_desk.make(args.address, members)
    if args.json:
        told = [{"name": each.name, "login": each.login, "role": each.role} for each in made.members]
        output.say_json({"hub": made.where, "version": made.version, "views": list(made.views), "members": told})
        return 0
    output.say(
        say(
            "{where} is a team hub, version {version}; doing this again does no harm.",
            where=made.where,
            version=made.version,
        )
    )
    output.say(say("For BI tools: {list}.", list=", ".join(f"shadow_bi.{each}" for each in made.views)))
    for each in made.members:
        output.say(
            say(
                "{name} gets in as {login} ({role}). Set how they prove it: \\password {login}",
                name=each.name,
                login=each.login,
                role=each.role,
            )
        )
    output.say(say("Next, on the lead's laptop:"))
    lead = next((each.login for each in made.members if each.role == "lead"), "LEAD")
    output.say(say("  shadow-app hub add-device postgresql://{lead}@{where} {lead}", lead=lead, where=made.where))
    output.say(say("  shadow-app hub sync postgresql://{lead}@{where}", lead=lead, where=made.where))
    return 0


def _people(args: Arguments) -> int:
    found = hub_desk.people(args.address)
    if args.json:
        output.say_json(
            [
                {
                    "login": each.login,
                    "name": each.name,
                    "role": each.role,
                    "gone": each.gone,
                    "laptops": [{"device": d, "label": label, "revoked": lost} for d, label, lost in each.laptops],
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        output.say(f"{each.login}  {each.name}, {each.role}{say(' (gone)') if each.gone else ''}")
        for device, label, lost in each.laptops:
            output.say(f"  {device}  {label}{say(' (revoked)') if lost else ''}".rstrip())
    return 0


def _revoke(args: Arguments) -> int:
    if args.device:
        hub_desk.revoke_device(args.address, args.device)
        said = say(
            "Device {device} writes no more. If it was lost, change its owner's password as well.", device=args.device
        )
        _done(args, {"device": args.device}, said)
    else:
        hub_desk.revoke_member(args.address, args.member)
        said = say(
            "{member} neither reads nor writes any more. What was taken until now is not taken away.",
            member=args.member,
        )
        _done(args, {"member": args.member}, said)
    return 0


def _done(args: Arguments, told: dict[str, str], said: str) -> None:
    output.say_json(told) if args.json else output.say(said)


COMMANDS: dict[str, Callable[[Shadow, Arguments], int]] = {"hub": hub}
