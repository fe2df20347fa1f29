"""Service priorities on paper with decisions, what changed, and a chance instead of a place where evidence is thin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pdf_reading import words
from sample_reports import penrose_report
from test_unit_pdf import claim

from shadow_app.domain.vocabulary import Choice
from shadow_app.reports import markdown
from shadow_app.reports.claims import Decided, Pledge
from shadow_app.reports.parts import Estimate, Promise
from shadow_app.reports.pdf import render
from shadow_app.reports.priorities_pdf import chance
from shadow_app.reports.since import Moved, Since


def test_decisions_stand_beside_what_they_are_about() -> None:
    decided = claim(
        "CVs bounce",
        decided=Decided(Choice.DEFER, "the mail moves", review_on=date(2027, 3, 3)),
        pledges=(Pledge(Promise("50 MB", "Callum", date(2026, 12, 4)), "City office"),),
    )
    unknown = replace(claim("Requests outlive the need").pain, hours=Estimate(0), money=None, minutes_known=False)
    loose = replace(claim(), pain=replace(claim().pain, title="Not sorted yet", id=None))
    report = penrose_report(
        claims=(decided, replace(claim(), pain=unknown), loose),
        changes=Since("Spring", date(2026, 3, 12), (Moved("Print", 9, 4, 100.0, 900.0, certain=True),)),
        steady="The order stays as it is.",
    )
    text = words(render(report).pdf)
    for fact in (
        "What we do about it",
        "1 of 2 pains is decided.",
        "It has to wait: the mail moves. We look at it again on 3 March 2027.",
        "Promised: 50 MB · to City office · Callum · by 4 December 2026",
        "At stake: The trunk leaves on time",
        "Nobody has decided yet.",
        "minutes not known",
        "Since “Spring”, 12 March 2026",
        "was 9th, is 4th",
        "The order stays as it is.",
    ):
        assert fact in text
    assert "Not sorted yet" not in text
    told = markdown.render(report)
    assert "minutes not known" in told
    assert "50 MB (to City office" in told


def test_many_decisions_end_in_a_table() -> None:
    every = tuple(claim(f"Pain number {n}.", decided=Decided(Choice.DO, "it pays")) for n in range(20))
    text = words(render(penrose_report(claims=every)).pdf)
    assert all(f"Pain number {n}." in text for n in range(20))


def test_thin_evidence_has_a_chance_instead_of_a_place() -> None:
    thin = next(service for service in penrose_report().services if service.evidence.thin)
    assert chance(replace(thin, in_top_three=0.12)) == "12\u00a0% top 3"
    assert chance(replace(thin, in_top_three=None)) == ""
    solid = next(service for service in penrose_report().services if not service.evidence.thin)
    assert chance(solid) == ""
    text = words(render(penrose_report(services=(replace(thin, in_top_three=0.12),))).pdf, slice(0, 1))
    assert "12 % top 3" in text
    assert "Grey: one visit only" in text
