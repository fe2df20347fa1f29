"""The page as Markdown, for an intranet or a mail; here everything fits, and the notes behind it are named."""

from __future__ import annotations

from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.reports import amounts, wording
from shadow_app.reports import you_said_words as phrases
from shadow_app.reports.marks import bullet, heading, paragraph, plain
from shadow_app.reports.parts import ReportState
from shadow_app.reports.you_said import Said, YouSaidReport
from shadow_app.reports.you_said_pdf import opening

MOST_NAMED = 40


def lines(report: YouSaidReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(report.headline or band.headline)}", "", plain(" · ".join(band.place)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [bullet(f"{label}: {value}") for label, value in band.facts]
    out += ["", *paragraph(report.thanks), *heading(say("What you told us and showed us, and what became of it"))]
    nothing = say(phrases.NOTHING_SAID) if report.visits else say(phrases.NOBODY_CAME)
    out += [line for said in report.said for line in _said(said)] or [nothing, ""]
    if report.promises:
        out += [
            *heading(say("What else we promised you")),
            *(bullet(*phrases.also(given)) for given in report.promises),
        ]
    if report.works:
        out += [*heading(say("What works, and stays as it is")), *(bullet(words) for words in report.works)]
    out += [
        *heading(say("How to tell us more")),
        *paragraph(phrases.contact(report.talk_to)),
        *paragraph(phrases.basis(report)),
    ]
    return out + annex([(said.words, said.pain_point_id, said.evidence.notes, said.note_ids) for said in report.said])


def _said(said: Said) -> list[str]:
    main, remark = phrases.answer(said)
    out = [*heading(said.words, 3), plain(f"{phrases.cost(said)} · {phrases.sure(said)}"), ""]
    if said.quote:
        by = f" — {plain(said.quote_by)}" if said.quote_by else ""
        out += [f"> {plain(wording.quoted(said.quote))}{by}", ""]
    for label, words in ((say("What followed"), said.consequence), (say("What is at stake"), said.stake)):
        out += paragraph(f"{label}: {words}") if words else []
    return [*out, f"**{phrases.PILLS[said.became]}.** {plain(main)}".rstrip(), "", *paragraph(remark)]


def annex(claims: list[tuple[str, UUID | None, int, tuple[UUID, ...]]]) -> list[str]:
    """What every claim rests on: (title, pain point, notes in all, ids of the newest of them)."""
    if not claims:
        return []
    out = heading(say("What this rests on"))
    for title, pain_point_id, notes, ids in claims:
        named = ", ".join(str(one) for one in ids[:MOST_NAMED])
        left = notes - min(len(ids), MOST_NAMED)
        rest = say(" and {grouped} more", grouped=amounts.grouped(left)) if left > 0 and named else ""
        key = say("pain point {pain_point_id}; ", pain_point_id=pain_point_id) if pain_point_id else ""
        out.append(
            bullet(title, f"{key}{amounts.counted(notes, 'note|notes')}" + (f": {named}{rest}" if named else ""))
        )
    return [*out, ""]
