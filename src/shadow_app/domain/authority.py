"""Who is what at a moment: a pure function of the root and of what was said, in whatever order it came.

Statements count in the order of their change ids. One counts if the root signed it, or a key that was a lead's at that
moment by what was said before. A revocation by the root reaches further: what the revoked key has said after the
moment that the root names does not count either, also if it came before the revocation. Nobody can revoke the root.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from shadow_app.domain.change import moment_of
from shadow_app.domain.team import Introduction, Revocation, TeamRole


class Statement(NamedTuple):
    """What a change of the log says, and whose key sealed it."""

    cid: str
    signer: str
    said: Introduction | Revocation


@dataclass(frozen=True)
class Span:
    """One introduction that counts, and when it ends, if it does: by itself, by a later one, or by a revocation."""

    cid: str
    said: Introduction
    until: datetime | None

    def covers(self, moment: datetime) -> bool:
        """Whether it lasts at a moment."""
        return self.said.since <= moment and (self.until is None or moment <= self.until)

    def ended(self, at: datetime) -> Span:
        """It lasts no longer than this."""
        return self if self.until is not None and self.until <= at else replace(self, until=at)


@dataclass(frozen=True)
class Authority:
    """What the statements come to.

    `spans`: key → its introductions, the first said first. `revoked`: key → what was said last, if that revoked it.
    """

    root: str
    spans: Mapping[str, tuple[Span, ...]]
    revoked: Mapping[str, Revocation]

    def leads(self, key: str, cid: str) -> bool:
        """Whether a key was a lead's when a change was written."""
        return key == self.root or self.role(key, moment_of(cid)) is TeamRole.LEAD

    def role(self, key: str, moment: datetime) -> TeamRole | None:
        """What a key was introduced as at a moment; None if nobody had introduced it, or no longer."""
        if key == self.root:
            return TeamRole.LEAD
        return next((span.said.role for span in reversed(self.spans.get(key, ())) if span.covers(moment)), None)

    def latest(self, key: str) -> Span | None:
        """What was said of a key last."""
        return next(reversed(self.spans.get(key, ())), None)


def authority_of(root: str, statements: Iterable[Statement]) -> Authority:
    """Work out which statements count and what they come to."""
    ordered = sorted(set(statements), key=lambda each: (each.cid, each.signer))
    cuts = [each for each in ordered if each.signer == root and isinstance(each.said, Revocation)]
    spans: dict[str, list[Span]] = {}
    revoked: dict[str, Revocation] = {}
    for each in ordered:
        if each.signer != root and not _was_lead(spans.get(each.signer, ()), each, cuts):
            continue
        said = each.said
        known = spans.get(said.public_key, [])
        match said:
            case Introduction():
                ended = [span.ended(said.since) for span in known]
                spans[said.public_key] = [*ended, Span(each.cid, said, said.until)]
                revoked.pop(said.public_key, None)
            case Revocation() if said.public_key != root:
                spans[said.public_key] = [span.ended(said.at) for span in known]
                revoked[said.public_key] = said
    return Authority(root, {key: tuple(each) for key, each in spans.items()}, revoked)


def _was_lead(spans: Iterable[Span], of: Statement, cuts: Iterable[Statement]) -> bool:
    moment = moment_of(of.cid)
    return any(
        span.said.role is TeamRole.LEAD
        and span.covers(moment)
        and not any(
            cut.said.public_key == of.signer and cut.cid > span.cid and cut.said.at < moment  # type: ignore[union-attr]
            for cut in cuts
        )
        for span in spans
    )
