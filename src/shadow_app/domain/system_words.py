"""What the operating system says of a failure, in the language that holds; Python has it in English only."""

from __future__ import annotations

from shadow_app.domain.language import mark, say

KNOWN = (
    mark("No such file or directory"),
    mark("Permission denied"),
    mark("Operation not permitted"),
    mark("No space left on device"),
    mark("Disk quota exceeded"),
    mark("Is a directory"),
    mark("Not a directory"),
    mark("Directory not empty"),
    mark("File exists"),
    mark("File name too long"),
    mark("File too large"),
    mark("Read-only file system"),
    mark("Input/output error"),
    mark("Device or resource busy"),
    mark("Invalid argument"),
    mark("Too many open files"),
    mark("Too many levels of symbolic links"),
    mark("Broken pipe"),
    mark("Bad file descriptor"),
    mark("Connection refused"),
    mark("Connection timed out"),
    mark("Network is unreachable"),
    mark("No route to host"),
)
"""What files, folders and places answer; anything rarer is told as the system says it."""


def system_words(error: OSError) -> str:
    """Why the system refuses, in a few words; the kind of the error where it says nothing."""
    return say(error.strerror) if error.strerror else type(error).__name__
