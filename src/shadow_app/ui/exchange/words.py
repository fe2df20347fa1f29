"""How this laptop stands to the others, in words: for the foot of the window and the head of the page."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from shadow_app.ui.dates import MEDIUM, SHORT, day_words
from shadow_app.ui.meeting_place import is_hub
from shadow_app.ui.plural import tr
from shadow_app.usecases.meeting import Arrangement, Seen, Standing

translate = QCoreApplication.translate

_NEW = 90
"""Seconds for which something has only just happened."""


def ago(moment: datetime, now: datetime) -> str:
    """ "12 min ago", "3 h ago", "3 May"."""
    passed = now - moment
    if passed < timedelta(seconds=_NEW):
        return translate("Exchange", "just now")
    if passed < timedelta(hours=1):
        return translate("Exchange", "{number} min ago").format(number=int(passed.total_seconds() // 60))
    if passed < timedelta(hours=24):
        return translate("Exchange", "{number} h ago").format(number=int(passed.total_seconds() // 3600))
    local = moment.astimezone()
    return day_words(local, SHORT if local.year == now.astimezone().year else MEDIUM)


def place_word(arrangement: Arrangement) -> str:
    """What the place is, as one speaks of it."""
    if is_hub(arrangement.address):
        return translate("Exchange", "the hub")
    return translate("Exchange", "the folder")


def unsent_words(standing: Standing) -> str:
    """ "37 notes unsent"."""
    notes, others = standing.unsent
    if notes:
        return tr("%Ln note(s) unsent", "", notes)
    if others:
        return translate("Exchange", "no note unsent, but other changes")
    return translate("Exchange", "nothing unsent")


def told_words(standing: Standing, now: datetime) -> str:
    """ "last told the folder 12 min ago"."""
    place = place_word(standing.arrangement)
    if standing.told_at is None:
        return translate("Exchange", "{place} was never told anything").format(place=place)
    return translate("Exchange", "last told {place} {when}").format(place=place, when=ago(standing.told_at, now))


def seen_words(seen: Seen, now: datetime) -> str:
    """ "Ben last seen 3 May"."""
    return translate("Exchange", "{laptop} last seen {when}").format(laptop=whose(seen), when=ago(seen.at, now))


def whose(seen: Seen) -> str:
    """A laptop, by its person where that is known."""
    return seen.person or short_id(seen.device)


def short_id(device: str) -> str:
    """A laptop's id, short enough to be read aloud."""
    return translate("Exchange", "laptop {number}").format(number=device[:4])


def key_words(fingerprint: str) -> str:
    """Digits of a key in fours, to be compared by telephone."""
    plain = fingerprint.replace(" ", "")
    return " ".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def standing_words(standing: Standing, now: datetime) -> str:
    """All that is to be known at a glance."""
    if not standing.arrangement.address:
        alone = translate("Exchange", "Works alone")
        parts = [translate("Exchange", "Hands over files") if standing.others else alone]
    else:
        parts = [_upper(unsent_words(standing)), told_words(standing, now)]
        if standing.arrangement.paused:
            parts.append(translate("Exchange", "paused"))
    parts += [seen_words(each, now) for each in standing.others[:1]]
    return "  ·  ".join(parts)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def twice_words(number: int) -> str:
    """ "2 fields written twice"."""
    return tr("%Ln field(s) written twice", "", number)
