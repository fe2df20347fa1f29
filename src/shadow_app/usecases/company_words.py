"""Who else writes into this store, and what they have not got yet: one plain sentence each, for `doctor`."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.domain.team import Standing, TeamRole
from shadow_app.usecases import meeting
from shadow_app.usecases.team import Member, Team

_TRUSTED = (Standing.ROOT, Standing.INTRODUCED, Standing.ACCEPTED)


def team_words(team: Team) -> str:
    """Who is in the team beside this laptop, and whose keys are trusted."""
    own = team.state().own_device
    others = [each for each in team.people() if each.device != own]
    trusted = [each for each in others if each.standing in _TRUSTED]
    if not others:
        return say("nobody else; no key but this laptop's own is trusted")
    named = ", ".join(_named(each) for each in trusted)
    lost = len(others) - len(trusted)
    if not trusted:
        return say("nobody else any more; {count:|key is|keys are} trusted no longer", count=lost)
    if lost:
        return say(
            "{count:|other laptop is|other laptops are} trusted: {named}; {lost:|key is|keys are} trusted no longer",
            count=len(trusted),
            named=named,
            lost=lost,
        )
    return say("{count:|other laptop is|other laptops are} trusted: {named}", count=len(trusted), named=named)


def unsent_words(standing: meeting.Standing) -> str:
    """What the place where the laptops meet has not got from here."""
    if not standing.arrangement.address:
        return say("nothing is sent by itself: no folder and no hub is set, and files are made and handed over by hand")
    place = standing.arrangement.address
    notes, others = standing.unsent
    if not notes and not others:
        return say("everything written here is at {place}", place=place)
    return say(
        "{notes:|note|notes} and {others:|other record|other records} are not yet at {place}",
        notes=notes,
        others=others,
        place=place,
    )


def _named(member: Member) -> str:
    name = member.person or member.device
    return say("{name} (lead)", name=name) if member.role is TeamRole.LEAD else name
