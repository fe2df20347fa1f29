"""Privacy on the command line: a few lines over one use case each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.paper import printing_on
from shadow_app.usecases.erasing import Going
from shadow_app.usecases.receipts import Receipt

Arguments: TypeAlias = argparse.Namespace


def retention(shadow: Shadow, args: Arguments) -> int:
    """Show what is past its time; let it go where asked to."""
    if args.months is not None:
        shadow.privacy.keep_for(args.months)
    seen = shadow.privacy.past_time()
    done = shadow.privacy.let_go(seen) if args.apply and not seen.nothing else None
    if args.json:
        told = {"months": seen.months, "applied": done is not None, "names": len(seen.names), **_told(seen.going)}
        output.say_json({**told, "receipts": done.receipts if done else ()})
        return 0
    output.say(say("Visits are kept for {months:|month|months}.", months=seen.months))
    if seen.nothing:
        output.say(say("Nothing is past its time."))
        return 0
    _say(seen.going)
    if seen.names:
        output.say(
            say(
                "{names:,|name of the key list is|names of the key list are} not needed any longer.",
                names=len(seen.names),
            )
        )
    if done is None:
        output.say(say("Nothing was touched; --apply lets it go for good."))
    else:
        output.say(
            say(
                "{receipts:,|visit|visits} erased; `shadow-app privacy receipts` says what went.",
                receipts=len(done.receipts),
            )
        )
    return 0


def privacy(shadow: Shadow, args: Arguments) -> int:
    """One of the sub-commands."""
    with printing_on(getattr(args, "paper", None)):
        return _WHAT[args.what](shadow, args)


def _hosts(shadow: Shadow, args: Arguments) -> int:
    lines = shadow.privacy.hosts()
    if args.json:
        told = [
            {"id": each.host_id, "visit": each.number, "on": each.on, "site": each.site, "pseudonym": each.pseudonym}
            | ({"name": each.name} if args.names else {})
            for each in lines
        ]
        output.say_json(told)
    elif not lines:
        output.say(say("Nobody was visited yet."))
    else:
        output.table(
            [
                (
                    each.number,
                    say("{day:%Y-%m-%d}", day=each.on),
                    each.site,
                    each.pseudonym,
                    *([each.name] if args.names else []),
                )
                for each in lines
            ]
        )
    return 0


def _erase(shadow: Shadow, args: Arguments) -> int:
    privacy = shadow.privacy
    if args.withdrawn:
        return _erase_withdrawn(shadow, args)
    if args.visit:
        visit_id = privacy.visit_named(args.visit)
        going = privacy.visit_going(visit_id)
        made = privacy.erase_visit(visit_id) if args.yes else []
    else:
        host_id = _host(shadow, args.host)
        going = privacy.person_going(host_id)
        made = privacy.erase_person(host_id) if args.yes else []
    if args.json:
        output.say_json({"erased": args.yes, **_told(going), "receipts": [_receipt(each) for each in made]})
        return 0
    _say(going)
    if not args.yes:
        output.say(say("Nothing was touched; --yes erases it for good, here and on every laptop."))
    for each in made:
        output.say(f"{each.what}: {each.took}. {each.spread}.")
    return 0


def _erase_withdrawn(shadow: Shadow, args: Arguments) -> int:
    visit_id = shadow.privacy.visit_named(args.withdrawn)
    count = (shadow.privacy.erase_withdrawn if args.yes else shadow.privacy.withdrawn_going)(visit_id)
    if args.json:
        output.say_json({"erased": args.yes, "records": count})
    elif args.yes:
        output.say(say("{count:,|note or photo|notes and photos} erased, here and on every laptop.", count=count))
    else:
        output.say(say("{count:,|note or photo was|notes and photos were} taken back.", count=count))
        output.say(say("Nothing was touched; --yes erases what was taken back for good, here and on every laptop."))
    return 0


def _held(shadow: Shadow, args: Arguments) -> int:
    found = shadow.privacy.export_held(_host(shadow, args.host), args.out, datetime.now().astimezone())
    counts = {kind: len(records) for kind, records in sorted(found.records.items())}
    if args.json:
        files = {"photos": len(found.photos), "voices": len(found.voices)}
        output.say_json({"records": counts, **files, "others": found.others})
        return 0
    output.say(
        say(
            "{out}: {sum:,|record|records} with {photos:,|photo|photos} and "
            "{voices:,|recording|recordings}, not encrypted.",
            out=args.out,
            sum=sum(counts.values()),
            photos=len(found.photos),
            voices=len(found.voices),
        )
    )
    if found.others:
        output.warn(
            say(
                "{others:,|note|notes} may name somebody else: look at {others:!|it|them} before you hand the file "
                "over.",
                others=found.others,
            )
        )
    return 0


def _receipts(shadow: Shadow, args: Arguments) -> int:
    if args.out:
        shadow.privacy.save(shadow.privacy.receipts_page(datetime.now().astimezone()), args.out)
        return 0
    found = shadow.privacy.receipts()
    if args.json:
        output.say_json([_receipt(each) for each in found])
        return 0
    for each in found:
        output.say(
            say("{moment:%Y-%m-%d %H:%M}", moment=each.at.astimezone()) + f"  {each.what}: {each.took}. {each.spread}."
        )
    if not found:
        output.say(say("Nothing was erased here yet."))
    return 0


def _statement(shadow: Shadow, args: Arguments) -> int:
    page = shadow.privacy.statement(datetime.now().astimezone())
    if args.out:
        shadow.privacy.save(page, args.out)
        return 0
    output.say(page.title)
    for section in page.sections:
        output.say("")
        output.say(section.title)
        for words, _ in section.lines:
            output.say(f"- {words}")
    return 0


def _host(shadow: Shadow, word: str) -> UUID:
    """A host by id, by the number of a visit that has one host, or by number and pseudonym.

    Raises:
        NotFound: nobody is meant.
        Refused: several are.
    """
    lines = shadow.privacy.hosts()
    number, _, pseudonym = word.partition(":")
    found = [each for each in lines if word == str(each.host_id)] or [
        each
        for each in lines
        if each.number.casefold() == number.casefold() and pseudonym.casefold() in ("", each.pseudonym.casefold())
    ]
    if not found:
        raise NotFound(say("There is no host “{word}”; `shadow-app privacy hosts` lists them.", word=word))
    if len(found) > 1:
        names = ", ".join(f"{each.number}:{each.pseudonym}" for each in found)
        raise Refused(say("Several hosts are meant ({names}); say which.", names=names))
    return found[0].host_id


def _say(going: Going) -> None:
    for each in going.visits:
        output.say(
            say(
                "{number}  {on:%Y-%m-%d}  {notes:,|note|notes}, {photos:,|photo|photos}",
                number=each.number,
                on=each.on,
                notes=each.notes,
                photos=each.photos,
            )
        )
    if going.contacts:
        output.say(
            say(
                "{contacts:,|contact|contacts} of the same name, with what was talked about",
                contacts=len(going.contacts),
            )
        )
    for title in going.editions:
        output.say(say("loses its content: {title}", title=title))
    if going.shared_hosts:
        output.say(
            say(
                "{shared_hosts:,|other host shares|other hosts share} these visits; what was noted with "
                "them goes as well.",
                shared_hosts=going.shared_hosts,
            )
        )
    output.say(
        say(
            "{pains_losing:,|pain point loses|pain points lose} notes, {pains_left_bare:,|stays|stay} without any; "
            "{snapshots:,|locked ranking stays, as it holds|locked rankings stay, as they hold} numbers only.",
            pains_losing=going.pains_losing,
            pains_left_bare=going.pains_left_bare,
            snapshots=going.snapshots,
        )
    )


def _told(going: Going) -> dict[str, Any]:
    return {
        "visits": [{"number": each.number, "on": each.on, "notes": each.notes} for each in going.visits],
        "records": going.records,
        "contacts": len(going.contacts),
        "editions": going.editions,
        "pain_points_losing": going.pains_losing,
        "pain_points_left_bare": going.pains_left_bare,
        "snapshots_staying": going.snapshots,
    }


def _receipt(each: Receipt) -> dict[str, Any]:
    return {
        "id": each.id,
        "at": each.at,
        "kind": each.kind,
        "record": each.record_id,
        "visit": each.number,
        "why": each.why,
        "records": each.records,
        "editions": each.editions,
        "spread": each.spread,
    }


_WHAT: dict[str, Callable[[Shadow, Arguments], int]] = {
    "hosts": _hosts,
    "erase": _erase,
    "held": _held,
    "receipts": _receipts,
    "statement": _statement,
}

COMMANDS: dict[str, Callable[[Shadow, Arguments], int]] = {"retention": retention, "privacy": privacy}
