"""What is said to be one change and is not the same: which of it the log keeps (`absorb`), and what is proven.

Somebody may pass a change on without its seal or its content, or sealed anew.
"""

from __future__ import annotations

import json
from typing import Any

from shadow_app.domain.change import Change
from shadow_app.domain.team import is_leads
from shadow_app.storage.erasing import husk
from shadow_app.storage.seals import is_sound


def checked(came: Change) -> Change:
    """What goes into the log of a change: a seal that is none is not kept, nor what an erasure holds beside it."""
    if came.op == "erase" and (came.data or came.replaces or not came.seal or not is_sound(came)):
        return husk(came.model_copy(update={"seal": ""}))
    if came.seal and not (is_leads(came.op, came.kind, came.data) and is_sound(came)):
        return came.model_copy(update={"seal": ""})
    return came


def is_unproven(each: Change) -> bool:
    """Whether it is a lead's to write and bears no seal."""
    return not each.seal and is_leads(each.op, each.kind, each.data)


def says_otherwise(came: Change, kept: Any) -> bool:
    """Of two that say to be one change, whether each stands for itself, since different seals vouch for them.

    Somebody has sealed another's change anew, or made something else of it. Which one counts hangs on who may do what,
    and that may come later; so both are kept, and whoever reads them decides (`judging`). A sealed erasure does not say
    what its record belonged to, so a husk that does is kept beside it.
    """
    if came.seal == kept.seal:
        return False
    came, kept = checked(came), checked(kept) if isinstance(kept, Change) else kept
    if came.seal == kept.seal:
        return False
    if is_unproven(came) or is_unproven(kept):
        return came.op == "erase" == kept.op and bool(came.data or kept.data)
    return True


def weight(each: Any) -> tuple[int, str]:
    """Of two that say to be one change: what is proven before what is not, content before a husk."""
    if not is_unproven(each):
        return 2, ""
    return int(each.op == "put"), json.dumps([str(each.record_id), each.data, each.replaces], sort_keys=True)
