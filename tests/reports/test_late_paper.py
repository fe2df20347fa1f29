"""What draws paper is loaded when something is printed, and by no other command."""

from __future__ import annotations

import subprocess
import sys

_COMMANDS = """
import sys
import shadow_app.cli.opened
from shadow_app.cli.parser import make_parser

make_parser().format_help()
print([each for each in ("reportlab", "PIL", "babel", "PySide6") if each in sys.modules])
"""


def test_no_command_loads_what_draws_paper_before_it_prints() -> None:
    # The first module is every command's own, as the first command on a store has it.
    done = subprocess.run([sys.executable, "-c", _COMMANDS], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
