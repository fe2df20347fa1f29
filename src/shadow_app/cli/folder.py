"""A shared folder on the command line: keep in step with it, ask how things stand, get into a remote one."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from time import monotonic
from typing import TypeAlias

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.transport import Watch
from shadow_app.usecases import remote_folders
from shadow_app.usecases.folder_status import status_at

Arguments: TypeAlias = argparse.Namespace

_EVERY = 0.2
"""Seconds between two lines of progress."""


def folder(shadow: Shadow, args: Arguments) -> int:
    """Keep in step, or say how things stand."""
    return {"sync": keep_in_step, "status": _status}[args.what](shadow, args)


def keep_in_step(shadow: Shadow, args: Arguments) -> int:
    """Exchange with the place at `args.address`, and say what came of it."""
    with _Progress() as progress:
        done = shadow.exchange.sync_at(args.address, args.accept, Watch(told=progress.told))
    unknown = [{"device": each.device, "key": each.fingerprint, "person": each.person} for each in done.unknown]
    if args.json:
        told = {"sent": done.sent, "received": done.received, "pictures": done.pictures, "later": done.later}
        output.say_json({**told, "unknown": unknown, "refused": done.refused, "warnings": done.warnings})
        return 0
    output.say(
        say(
            "{sent:,|change|changes} left there, {received:,} taken, "
            "{pictures:,|picture or report|pictures and reports}.",
            sent=done.sent,
            received=done.received,
            pictures=done.pictures,
        )
    )
    if done.later:
        output.say(say("{later:,} have not arrived whole yet; they are looked at again next time.", later=done.later))
    for each in unknown:
        who = each["person"] or say("somebody without a name")
        output.say(
            say(
                "Unknown device {device} of {who}, key {key}: --accept {device} takes it.",
                device=each["device"],
                who=who,
                key=each["key"],
            )
        )
    for sentence in (*done.refused, *done.warnings):
        output.warn(sentence)
    return 0


def _status(shadow: Shadow, args: Arguments) -> int:
    found = status_at(shadow.store, args.address)
    if args.json:
        output.say_json(
            {
                "place": found.place,
                "unsent": found.unsent,
                "last_time": found.last_time,
                "devices": [each._asdict() for each in found.devices],
                "trouble": found.trouble,
            }
        )
    else:
        when = say("{last_time:%d %B %Y, %H:%M} UTC", last_time=found.last_time) if found.last_time else say("never")
        output.say(
            say(
                "{place}: last exchanged {when}, {unsent:,|change|changes} unsent.",
                place=found.place,
                when=when,
                unsent=found.unsent,
            )
        )
        for each in found.devices:
            who = say("this laptop") if each.own else each.person or say("unknown, see `folder sync`")
            output.say(
                say(
                    "  {device}  {segments:,|segment|segments}  {who}",
                    device=each.device,
                    segments=each.segments,
                    who=who,
                )
            )
        if found.trouble:
            output.warn(found.trouble)
    return 1 if found.trouble else 0


class _Progress:
    """How far it is, on one line of a terminal that is wiped at the end; nothing where nobody watches."""

    def __init__(self) -> None:
        self._shown = -_EVERY if sys.stderr.isatty() else float("inf")
        self._dirty = False

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._dirty:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def told(self, done: int, of: int) -> None:
        """Between two pieces."""
        if monotonic() - self._shown >= _EVERY:
            self._shown = monotonic()
            self._dirty = True
            sys.stderr.write("\r\x1b[K" + say("{done:,} of {of:,}", done=done, of=of))
            sys.stderr.flush()


def _login(args: Arguments) -> int:
    password = os.environ.get(remote_folders.PASSWORD)
    if password is None and sys.stdin.isatty():
        password = getpass.getpass(say("Password of the shared folder: "))
    if not password:
        raise Refused(
            say(
                "There is no password: type one, or set {PASSWORD} where there is no terminal.",
                PASSWORD=remote_folders.PASSWORD,
            )
        )
    place = remote_folders.log_in(args.address, password)
    output.say(say("{place} opens with it; this computer's keyring keeps it from now on.", place=place))
    return 0


def _logout(args: Arguments) -> int:
    output.say(say("The password of {log_out} is no longer kept here.", log_out=remote_folders.log_out(args.address)))
    return 0


def _trust(args: Arguments) -> int:
    output.say(
        say(
            "{trust_host} is known by that key from now on.",
            trust_host=remote_folders.trust_host(args.address, args.fingerprint),
        )
    )
    return 0


WITHOUT_STORE: dict[str, Callable[[Arguments], int]] = {"login": _login, "logout": _logout, "trust": _trust}
