"""Reading one line, the version that should be in use, from where the administrator keeps it. Nothing else is fetched.

Nothing is told to the server beyond the question itself: no version, no name, no number of this computer.
"""

from __future__ import annotations

import http.client
import re
import time
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from shadow_app.domain.errors import ImportTrouble, Unreachable
from shadow_app.domain.language import say

ANSWER_SECONDS = 10
"""Of silence, and in all: nobody waits longer for one line."""
LARGEST_FILE = 4 * 1024
_PIECE = 512
_VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,3}(?:(?:a|b|rc|\.dev)[0-9]{1,9})?")


def read_version(address: str, seconds: float = ANSWER_SECONDS, handlers: tuple[Any, ...] = ()) -> str:
    """The version on the first line of the file at `address`.

    Args:
        address: `https://…`, or the whole path of a file, which may lie on a file share.
        seconds: after which it is given up.
        handlers: more of urllib's, such as one that knows a certificate of one's own.

    Raises:
        ImportTrouble: the address is of another kind, or what lies there is no version.
        Unreachable: nothing answers, or it says no.
    """
    if address.casefold().startswith("https://"):
        data = _fetched(address, seconds, handlers)
    elif Path(address).is_absolute():
        data = _read(Path(address))
    else:
        raise ImportTrouble(
            say(
                "The address for news of a newer version, {address}, is neither https://… nor the whole path of a "
                "file: tell your administrator.",
                address=address,
            )
        )
    first = data.decode("utf-8-sig", errors="replace").strip().partition("\n")[0].strip()
    if len(data) > LARGEST_FILE or not _VERSION.fullmatch(first):
        raise ImportTrouble(
            say("{address} holds no version such as 1.4.2 on its first line: tell your administrator.", address=address)
        )
    return first


class _SafeRedirects(HTTPRedirectHandler):
    """Follows only to places that are as safe as the first."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> Any:
        if not newurl.casefold().startswith("https://"):
            raise URLError(say("it points to a place that is not https"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetched(address: str, seconds: float, handlers: tuple[Any, ...]) -> bytes:
    until = time.monotonic() + seconds
    opener = build_opener(ProxyHandler(), _SafeRedirects(), *(handlers or (HTTPSHandler(),)))
    request = Request(address, headers={"User-Agent": "Shadow", "Accept": "text/plain"})
    try:
        with opener.open(request, timeout=seconds) as answer:
            data = b""
            while len(data) <= LARGEST_FILE and (piece := answer.read1(_PIECE)):
                data += piece
                if time.monotonic() > until:
                    raise TimeoutError
            return data
    except HTTPError as error:
        raise Unreachable(
            say("{address} answers {code}: tell your administrator.", address=address, code=error.code)
        ) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        # URLError is an OSError; what a server that speaks nonsense causes is one of the other two.
        why = getattr(error, "reason", None) or str(error) or say("no answer in time")
        raise Unreachable(
            say("{address} cannot be reached ({why}): try again later.", address=address, why=why)
        ) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise Unreachable(
            say("{path} cannot be read ({why}): try again later, or tell your administrator.", path=path, why=why)
        ) from error
