"""The paper of whatever a command prints."""

from __future__ import annotations

import argparse

from shadow_app.domain.language import say
from shadow_app.domain.paper import PAPERS


def paper_option(parser: argparse.ArgumentParser) -> None:
    """Let the command be asked for a paper."""
    parser.add_argument("--paper", choices=PAPERS, help=say("the paper, instead of the one in your settings"))
