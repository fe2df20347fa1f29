"""The words of Review: states, orders, what is unclear in a note, and where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import Evidence, ReviewState
from shadow_app.domain.words import REVIEW_STATES
from shadow_app.insight.inbox_card import Sort
from shadow_app.ui import amounts
from shadow_app.ui.dates import BRIEF, SMALL, day_words
from shadow_app.ui.note_view import kind_word, minutes_words
from shadow_app.ui.scale_words import damage_word
from shadow_app.usecases.reviewing import Reviewed

translate = QCoreApplication.translate


def state_word(state: ReviewState) -> str:
    """Where a note stands."""
    return REVIEW_STATES[state]


def state_meaning(state: ReviewState) -> str:
    """The same as a sentence, with who says so."""
    return {
        ReviewState.DRAFT: translate("Review", "Draft: its author is not done with it."),
        ReviewState.READY: translate("Review", "Ready: its author has handed it in."),
        ReviewState.HAS_QUESTIONS: translate("Review", "Has a question: its author sees it on Today."),
        ReviewState.ACCEPTED: translate("Review", "Accepted by the lead: it may be printed."),
        ReviewState.SET_ASIDE: translate("Review", "Set aside by the lead: it is kept, not counted, never printed."),
    }[state]


def sort_word(sort: Sort) -> str:
    """What an order is called."""
    return {
        Sort.NEEDS: translate("Review", "Unclear first"),
        Sort.NEWEST: translate("Review", "Newest first"),
        Sort.OLDEST: translate("Review", "Oldest first"),
        Sort.DAMAGE: translate("Review", "Most damage"),
        Sort.MINUTES: translate("Review", "Most time lost"),
        Sort.VISIT: translate("Review", "By visit"),
    }[sort]


def unclear_words(reviewed: Reviewed) -> str:
    """What a person must still say about a note; empty where nothing is missing."""
    note = reviewed.note
    if note.unresolved_tags:
        return translate("Review", "unclear: {tags}").format(tags=", ".join(note.unresolved_tags[:3]))
    if note.offers_open:
        return translate("Review", "something to accept or decline")
    if note.kind.costs_time and not reviewed.card.shown.services and not note.not_scored:
        return translate("Review", "no service yet")
    return ""


def about_words(reviewed: Reviewed) -> str:
    """Where and when, in one line: "Harbour depot · driver · Service desk · 12 Nov 2026"."""
    card = reviewed.card
    day = day_words(reviewed.note.local_time, SMALL)
    return "  ·  ".join(part for part in (card.site, card.role, card.team, day) if part)


def cost_words(reviewed: Reviewed) -> str:
    """Lost time and how often: "6 min × 3"; empty where nobody has said."""
    lost = minutes_words(reviewed.note.lost_minutes)
    return f"{lost} × {amounts.whole(reviewed.note.count)}" if lost and reviewed.note.count > 1 else lost


def fact_lines(reviewed: Reviewed) -> str:
    """Everything that stands beside a note, a line each."""
    note, card = reviewed.note, reviewed.card
    moment = f"{day_words(note.local_time, BRIEF)}, {note.local_time:%H:%M}"
    lines = [
        (translate("Review", "Service"), ", ".join(card.shown.services) or translate("Review", "none yet")),
        (translate("Review", "Pain point"), ", ".join(title for _, title in card.pain_points)),
        (translate("Review", "Place"), " · ".join(part for part in (card.site, card.unit) if part)),
        (translate("Review", "Seen with"), card.role),
        (translate("Review", "Visit"), " · ".join(part for part in (card.visit_number, card.team, moment) if part)),
        (translate("Review", "Time lost"), cost_words(reviewed)),
        (translate("Review", "Damage"), "" if note.business_damage is None else damage_word(note.business_damage)),
        (translate("Review", "Known by"), _known_by(reviewed)),
    ]
    return "\n".join(f"{name}:  {value}" for name, value in lines if value)


def spoken(reviewed: Reviewed) -> str:
    """The card as one sentence, for those who hear it."""
    note = reviewed.note
    parts = [
        f"{kind_word(note.kind)}: {note.text}",
        ", ".join(reviewed.card.shown.services),
        unclear_words(reviewed),
        state_word(note.state),
        translate("Review", "changed since it was accepted") if reviewed.changed else "",
        translate("Review", "could point at a person") if reviewed.guarded.found else "",
        cost_words(reviewed),
        about_words(reviewed),
    ]
    return "; ".join(part for part in parts if part)


def _known_by(reviewed: Reviewed) -> str:
    told = reviewed.note.evidence is Evidence.TOLD
    surprise = translate("Review", "a surprise") if reviewed.note.surprise else ""
    return " · ".join(part for part in (translate("Review", "told, not seen") if told else "", surprise) if part)
