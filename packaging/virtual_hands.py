"""A virtual display and a person's hands on it: finds the window, presses keys, sees when it has come to rest.

Keys are pressed by xdotool, so that what arrives is what a keyboard sends. What is on the display is read from Xvfb's
own memory, so that nothing has to guess how long a busy machine takes.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 240
"""A machine that builds eight things at once may be slow; a program that does nothing is found out all the same."""
REST_SECONDS = 3.0
_SAVED_SECONDS = 30
_BLINKS = 2
"""Pictures that take turns while nothing happens: the caret is there, and is not."""


class NoWindow(Exception):
    """The program did not do what a person would have waited for."""


def missing_tools() -> list[str]:
    """What has to be installed first."""
    return [each for each in ("Xvfb", "xdotool") if shutil.which(each) is None]


@contextmanager
def virtual_display() -> Iterator[Hands]:
    """An X server of its own, with a free number, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="shadow-display-") as memory:
        reader, writer = os.pipe()
        command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-ac")
        server = subprocess.Popen(
            (*command, "-fbdir", memory), pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writer)
        try:
            with os.fdopen(reader, encoding="ascii") as said:
                number = said.readline().strip()
            if not number:
                raise NoWindow("Xvfb does not start")
            yield Hands(f":{number}", Path(memory) / "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait()


class Hands:
    """Keys for the window in front of one display."""

    def __init__(self, display: str, screen: Path) -> None:
        """
        Args:
            display: such as ":77".
            screen: the file that is the display's memory, as Xvfb writes it.
        """
        self.display = display
        self._screen = screen
        self._environ = {**os.environ, "DISPLAY": display}
        self._window = ""

    def find_window(self, title: str, alive: Callable[[], bool]) -> None:
        """Wait until a window of this title is on the display, and put the keyboard on it."""
        found: list[str] = []

        def there() -> bool:
            if not alive():
                raise NoWindow("the program ended before its window was there")
            found[:] = self._do("search", "--onlyvisible", "--name", f"^{title}$").split()
            return bool(found)

        self.wait(there, f"no window called {title}")
        self._window = found[-1]
        self._do("windowfocus", "--sync", self._window)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, such as "ctrl+Return"; then wait until the display is at rest."""
        self._do("key", "--clearmodifiers", "--delay", "120", *keys)
        self.rest()

    def type(self, words: str) -> None:
        """Type a line."""
        self._do("type", "--clearmodifiers", "--delay", "40", words)
        self.rest()

    def close_window(self, program: subprocess.Popen[Any]) -> None:
        """Close the window as its frame's button does, and wait for the program's end; at last end it."""
        if self._window and program.poll() is None:
            _ask_to_close(self.display, int(self._window))
        try:
            program.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            program.terminate()
            program.wait()

    def rest(self) -> None:
        """Wait until nothing changes but a blinking caret."""
        seen: deque[tuple[float, str]] = deque()

        def still() -> bool:
            now = time.monotonic()
            seen.append((now, hashlib.sha256(self._screen.read_bytes()).hexdigest()))
            whole = now - seen[0][0] >= REST_SECONDS
            while now - seen[0][0] > REST_SECONDS:
                seen.popleft()
            return whole and len({each for _, each in seen}) <= _BLINKS

        self.wait(still, "the window never comes to rest", pause=0.25)

    def picture(self, path: Path) -> None:
        """Keep what is on the display, as PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png_of(self._screen.read_bytes()))

    def wait(self, happened: Callable[[], bool], trouble: str, pause: float = 0.5) -> None:
        """Ask until it is so.

        Raises:
            NoWindow: it never was.
        """
        until = time.monotonic() + PATIENCE_SECONDS
        while not happened():
            if time.monotonic() > until:
                raise NoWindow(trouble)
            time.sleep(pause)

    def _do(self, *words: str) -> str:
        done = subprocess.run(("xdotool", *words), env=self._environ, check=False, capture_output=True, text=True)
        return done.stdout


def take_note(hands: Hands, line: str, alive: Callable[[], bool], opened: Path, kept: Callable[[], bool]) -> None:
    """Continue the visit that is live, type a line, press Enter, and wait until it is in the store.

    Args:
        hands: on the display.
        line: what is noted.
        alive: whether the program still runs.
        opened: the file beside the store that is there while a window has it open.
        kept: whether the note is in the store.
    """
    hands.find_window("Shadow", alive)
    hands.wait(lambda: opened.exists() or not alive(), "the window never opens the store")
    until = time.monotonic() + 2 * PATIENCE_SECONDS
    while alive() and time.monotonic() < until:
        # A page that is still being filled takes no keys and cannot be told from one that is ready: then once more.
        for keys in ("alt+1", "ctrl+Return"):
            hands.press(keys)
        hands.type(line)
        hands.press("Return")
        if _soon(kept):
            return
    raise NoWindow("the note is not in the store")


def _soon(kept: Callable[[], bool]) -> bool:
    until = time.monotonic() + _SAVED_SECONDS
    while not kept():
        if time.monotonic() > until:
            return False
        time.sleep(1.0)
    return True


class _Message(ctypes.Structure):
    """Xlib's XClientMessageEvent, filled up to the size of an XEvent (24 words)."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


_CLIENT_MESSAGE = 33


def _ask_to_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW, as a window manager does; xdotool can only ask one, and a bare display has none."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XSendEvent.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p)
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    connection = x11.XOpenDisplay(display.encode())
    if not connection:
        raise NoWindow(f"the display {display} is gone")
    message = _Message(type=_CLIENT_MESSAGE, display=connection, window=window, format=32)
    message.message_type = x11.XInternAtom(connection, b"WM_PROTOCOLS", False)
    message.data[0] = x11.XInternAtom(connection, b"WM_DELETE_WINDOW", False)
    x11.XSendEvent(connection, window, False, 0, ctypes.byref(message))
    x11.XCloseDisplay(connection)  # which sends what is still to be sent


def png_of(screen: bytes) -> bytes:
    """A display's memory as PNG. It lies there as xwd: 25 numbers, a table of colours, four bytes a point.

    Written out, because this runs where only Python is.
    """
    numbers = struct.unpack(">25I", screen[:100])
    width, height, line = numbers[4], numbers[5], numbers[12]
    start = numbers[0] + 12 * numbers[19]
    rows = bytearray()
    for top in range(height):
        points = screen[start + top * line :][: width * 4]
        row = bytearray(width * 3)
        row[0::3], row[1::3], row[2::3] = points[2::4], points[1::4], points[0::4]
        rows += b"\0" + row
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    sized = [
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(sized)
