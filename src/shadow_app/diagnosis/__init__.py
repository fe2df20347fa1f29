"""What the program remembers of its own work, so that a mistake of ours can be found: never what somebody wrote.

The log and the report hold ids, counts, durations, kinds of errors and lines of our code. They stay on this computer;
nothing is ever sent.
"""

from __future__ import annotations

from shadow_app.diagnosis.harmless import CodeName, code_name
from shadow_app.diagnosis.log_file import LogFile, log_folder, start_log
from shadow_app.diagnosis.report import our_mistake, place_of, report_on, write_report
from shadow_app.diagnosis.work import noted_news, timed

__all__ = [
    "CodeName",
    "LogFile",
    "code_name",
    "log_folder",
    "noted_news",
    "our_mistake",
    "place_of",
    "report_on",
    "start_log",
    "timed",
    "write_report",
]
