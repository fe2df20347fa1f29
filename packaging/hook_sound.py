"""At the start of the frozen program on Linux: where the sound card's library is, if the folder brings it.

`sounddevice` asks ctypes, which asks the system's list of libraries, a compiler and a linker; none of them looks here.
"""

from __future__ import annotations

import os
import sys

BROUGHT = "libportaudio.so.2"


def point_to_portaudio() -> None:
    """Answer the question for PortAudio with the file of the folder; all others, and all without it, as ever."""
    path = os.path.join(getattr(sys, "_MEIPASS", ""), BROUGHT)  # noqa: PTH118  # before the first import of pathlib
    if not os.path.isfile(path):  # noqa: PTH113
        return
    import ctypes.util

    usual = ctypes.util.find_library

    def find_library(name: str) -> str | None:
        return path if name == "portaudio" else usual(name)

    ctypes.util.find_library = find_library


point_to_portaudio()
