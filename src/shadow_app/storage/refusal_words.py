"""Why something was not taken, or has no effect: kept in English, said where it is shown."""

from __future__ import annotations

from shadow_app.domain.kept_words import said_again
from shadow_app.domain.language import mark
from shadow_app.domain.rule_words import RULES

OTHER_UNDER_ID = mark("Device {device} has written something else under this id already.")
NUMBER_TWICE = mark(
    "Device {device} used the number {number} twice, so it was copied or put back from a backup. Both changes are "
    "kept; this one, handed over by {sender}, now counts as written by {moved}."
)
SEALED_TWICE = mark(
    "The change {number} of device {device} came under two seals, so somebody has sealed it anew or changed it. Both "
    "are kept; this one, handed over by {sender}, counts as written by {moved}, and only if a lead sealed it."
)
ERASES_ALL = mark("It would erase what belongs to the whole team.")
BEYOND_YEAR = mark("Its clock is beyond the year {year}.")
ID_USED = mark("Device {device} has used its id for another number already.")
SOMEBODY = "Somebody"
TRIED = {
    "accepted": mark("{who} tried to accept it; only a lead may, so it has no effect."),
    "has_questions": mark("{who} tried to ask about it; only a lead may, so it has no effect."),
    "set_aside": mark("{who} tried to set it aside; only a lead may, so it has no effect."),
    "merged_into_id": mark("{who} tried to merge it, or to take a merge apart; only a lead may, so it has no effect."),
    "introduction": mark("{who} tried to introduce a device; only a lead may, so it has no effect."),
    "revocation": mark("{who} tried to revoke a device; only a lead may, so it has no effect."),
    "erase": mark("{who} tried to erase it; only a lead may, so it has no effect."),
}
NO_EFFECT = "; only a lead may, so it has no effect."
"""How each of them ends, by which they are found again."""

_ALL = (OTHER_UNDER_ID, NUMBER_TWICE, SEALED_TWICE, BEYOND_YEAR, ID_USED, *TRIED.values(), *RULES)


def told(reason: str) -> str:
    """A reason as a person is told it."""
    return said_again(reason, _ALL)
