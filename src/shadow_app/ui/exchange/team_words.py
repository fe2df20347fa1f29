"""Who belongs to the team and what they may do, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.team import Standing, TeamRole
from shadow_app.ui import amounts
from shadow_app.ui.exchange.words import ago, short_id
from shadow_app.usecases.team import Member, TeamState

translate = QCoreApplication.translate


def role_word(role: TeamRole) -> str:
    """What somebody may act as."""
    return {
        TeamRole.SHADOWER: translate("Exchange", "shadower"),
        TeamRole.LEAD: translate("Exchange", "lead"),
    }[role]


def team_words(state: TeamState) -> str:
    """Whose team this is, and what this laptop may do in it."""
    if state.alone and not state.founded:
        return translate("Exchange", "You work alone: there is no team yet, and everything is yours to decide.")
    if state.own_fingerprint == state.fingerprint:
        return translate("Exchange", "You lead this team.")
    lead = state.lead or translate("Exchange", "somebody without a name")
    words = (
        translate("Exchange", "You belong to the team of {lead} (key {key}), and act as a lead in it.")
        if state.leads
        else translate("Exchange", "You belong to the team of {lead} (key {key}).")
    )
    return words.format(lead=lead, key=state.fingerprint)


def about_member(member: Member, now: datetime) -> str:
    """ "lead · introduced, until 01/12/2026 · last seen 12 min ago · laptop 7a03"."""
    parts = [role_word(member.role), _standing(member)]
    if member.seen_at is not None:
        parts.append(translate("Exchange", "last seen {when}").format(when=ago(member.seen_at, now)))
    return "  ·  ".join((*parts, short_id(member.device)))


def _standing(member: Member) -> str:
    until = amounts.day(member.until.astimezone()) if member.until is not None else ""
    match member.standing:
        case Standing.ROOT:
            return translate("Exchange", "founded the team")
        case Standing.ACCEPTED:
            return translate("Exchange", "accepted here, not introduced by a lead")
        case Standing.REVOKED:
            return translate("Exchange", "revoked: {why}").format(why=member.why)
        case Standing.EXPIRED:
            return translate("Exchange", "introduction ended on {day}").format(day=until)
        case Standing.INTRODUCED if until:
            return translate("Exchange", "introduced, until {day}").format(day=until)
        case _:
            return translate("Exchange", "introduced")
