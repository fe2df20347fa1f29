"""A mistyped word is answered with the one that was meant, not with the whole list."""

from __future__ import annotations

import argparse
from difflib import get_close_matches


class NearParser(argparse.ArgumentParser):
    """Commands below it are parsers of the same kind."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        # argparse asks here whether a word is one of those that may stand there; Python 3.14 can suggest by itself.
        choices = [str(each) for each in action.choices or ()]
        if action.choices is None or str(value) in choices:
            super()._check_value(action, value)
            return
        near = get_close_matches(str(value), choices, n=2, cutoff=0.5)
        meant = f"did you mean {' or '.join(near)}?" if near else f"one of {', '.join(choices)}."
        asked = f"{self.prog} --help" if action.metavar in ("COMMAND", "WHAT") else ""
        more = f" `{asked}` lists them all." if near and asked else ""
        raise argparse.ArgumentError(action, f"there is no “{value}”: {meant}{more}")
