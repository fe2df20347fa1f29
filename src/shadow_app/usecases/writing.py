"""Write a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from shadow_app.domain.errors import Trouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words


def write_whole(path: Path, content: bytes) -> None:
    """Write to a temporary name beside the target, sync, rename.

    Raises:
        Trouble: the disk says no; what was there before is still there.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise Trouble(
            say(
                "{path} could not be written ({strerror}); choose another place and try again.",
                path=path,
                strerror=system_words(error),
            )
        ) from error
