"""A mistyped word is answered with the one that was meant, not with the whole list."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from shadow_app.domain.language import say


class NearParser(argparse.ArgumentParser):
    """Commands below it are parsers of the same kind."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse asks here whether a word is one of those that may stand there; Python 3.14 can suggest by itself.
        choices = [str(each) for each in action.choices or ()]
        if action.choices is None or str(value) in choices:
            super()._check_value(action, value)
            return
        near = get_close_matches(str(value), choices, n=2, cutoff=0.6)
        known = ", ".join(choices)
        meant = say("did you mean {words}?", words=" / ".join(near)) if near else say("one of {words}.", words=known)
        asked = f"{self.prog} --help" if action.metavar in ("COMMAND", "WHAT") else ""
        more = " " + say("`{command}` lists them all.", command=asked) if near and asked else ""
        raise argparse.ArgumentError(action, say("there is no “{value}”: {meant}", value=value, meant=meant) + more)
