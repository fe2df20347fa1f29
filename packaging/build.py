"""Packages: `python3 dev.py package VERB`, which runs this with the project's libraries.

Everything goes to build/ (folders) and dist/ (what is handed out). Nothing is signed or published here unless the
environment holds what it needs.
"""

from __future__ import annotations

import argparse
import sys

from pack_deb import build_deb
from pack_freeze import freeze
from pack_project import EXTRA_LIBRARIES, PackTrouble


def main(arguments: list[str]) -> int:
    """Run one verb; 1, with a sentence, where something is in the way."""
    args = _parser().parse_args(arguments)
    try:
        args.run(args)
    except PackTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 dev.py package", description="Build packages of Shadow.")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    frozen = verbs.add_parser("freeze", help="the program as one folder, without Python or anything to install")
    frozen.add_argument("--without", action="append", default=[], choices=sorted(EXTRA_LIBRARIES), help="leave this out")
    frozen.add_argument("--system-libraries", choices=("bundle", "depend"), default="bundle", help="bring them, or not")
    frozen.set_defaults(run=lambda args: freeze(args.system_libraries, tuple(args.without)))
    deb = verbs.add_parser("deb", help="a Debian package, of the folder that leaves system libraries out")
    deb.add_argument("--quick", action="store_true", help="pack fast instead of small")
    deb.set_defaults(run=lambda args: build_deb(args.quick))
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
