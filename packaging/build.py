"""Packages: `python3 dev.py package VERB`, which runs this with the project's libraries."""

from __future__ import annotations

import argparse
import sys

from pack_freeze import freeze
from pack_project import PackTrouble


def main(arguments: list[str]) -> int:
    args=arguments
    try:
        freeze(args[0])
    except PackTrouble as t:
        print(t, file=sys.stderr); return 1
    return 0

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
