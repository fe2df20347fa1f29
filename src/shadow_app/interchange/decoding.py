"""From the bytes of a text file to its lines: which encoding, and what is no text at all.

Office programs on Windows still write Windows-1252 and UTF-16 without being asked, so an encoding is recognised from
the bytes alone (`domain.md` §4). What cannot be decoded becomes U+FFFD, and the row that holds it is refused later.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.language import mark, say

MAX_BYTES = 64 * 1024 * 1024
"""A catalogue of 100,000 rows is about 20 MB; anything above this is not what a person meant to import."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    # UTF-32's mark begins with UTF-16's, so it is asked first.
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)

_NOT_TEXT = (
    (b"PK\x03\x04", mark("an Excel workbook or another packed file")),
    (b"\xd0\xcf\x11\xe0", mark("an old Excel workbook")),
    (b"%PDF", mark("a PDF")),
    (b"SQLite format 3\x00", mark("a database")),
    (b"\x89PNG", mark("a picture")),
    (b"\xff\xd8\xff", mark("a picture")),
    (b"\x1f\x8b", mark("a packed file")),
)

_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The lines of a file, and the name of the encoding that was recognised, for the preview."""

    lines: io.TextIOWrapper
    encoding: str


def decode(data: bytes) -> DecodedText:
    """Recognise the encoding of a text file and open it for reading line by line.

    Tried in order: a byte-order mark; UTF-16 without a mark, known by its zero bytes; UTF-8; Windows-1252.

    Raises:
        ImportTrouble: the file is empty, too large, or plainly something other than text.
    """
    _refuse_size(data)
    _refuse_other_formats(data)
    for start, codec, name in _MARKS:
        if data.startswith(start):
            return _opened(data[len(start) :], codec, name)
    codec, name = _without_mark(data)
    return _opened(data, codec, name)


def _opened(data: bytes, codec: str, name: str) -> DecodedText:
    if not data.strip(b"\x00 \t\r\n"):
        raise ImportTrouble(say("The file is empty. Export it again from the program that it comes from."))
    # newline="" leaves line ends inside quoted cells alone, as the csv module asks for.
    return DecodedText(io.TextIOWrapper(io.BytesIO(data), encoding=codec, errors="replace", newline=""), name)


def _refuse_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise ImportTrouble(
            say(
                "The file is larger than {max_bytes} MB. Leave out columns or split it, then import the parts.",
                max_bytes=MAX_BYTES // 1024 // 1024,
            )
        )


def _refuse_other_formats(data: bytes) -> None:
    for start, what in _NOT_TEXT:
        if data.startswith(start):
            raise ImportTrouble(
                say("The file is {what}, not a CSV file. Open it where it was made and save it as CSV.", what=say(what))
            )
    if data[:400].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise ImportTrouble(say("The file is a web page or XML, not a CSV file. Export it as CSV and import that."))


def _without_mark(data: bytes) -> tuple[str, str]:
    sample = data[:4096]
    half = len(sample) // 2
    # Latin text in UTF-16 has a zero in every second byte; in any other encoding zeros are strays.
    if half and sample[1::2].count(0) > half * 0.4:
        return "utf-16-le", "UTF-16"
    if half and sample[0::2].count(0) > half * 0.4:
        return "utf-16-be", "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        good = sum(1 for _ in _WELL_FORMED.finditer(data))
        broken = data.decode("utf-8", "replace").count("\ufffd")
        # A few broken bytes in a file full of good UTF-8 are damage to some rows, not another encoding.
        return ("utf-8", "UTF-8") if good > broken else ("cp1252", "Windows-1252")
    return "utf-8", "UTF-8"
