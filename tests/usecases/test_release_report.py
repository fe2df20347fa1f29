"""Did the release help? Sums by hand: the same people at the same place before it and since."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories import NOON, Firm, put, tag
from report_scenes import consent, note_on, pain, reporting, second_depot, visit_to
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.record import new_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ConsentSubject, Evidence, Kind, VisitType
from shadow_app.insight.before_after import Verdict
from shadow_app.reports.release import ReleaseReport
from shadow_app.storage.store import Store


@pytest.fixture
def after(store: Store, firm: Firm) -> Visit:
    """A look at Handheld 6.2, four days after it came and a week after the first visit."""
    visit = visit_to(
        firm,
        firm.site,
        firm.driver,
        NOON + timedelta(days=7),
        visit_type=VisitType.POST_RELEASE,
        release_ref="Handheld 6.2",
        released_on=(NOON + timedelta(days=3)).date(),
    )
    put(store, visit)
    return visit


def release(store: Store, visit: Visit) -> ReleaseReport:
    return reporting(store).release(visit.id)


def test_hours_given_back_are_those_before_less_those_since(store: Store, firm: Firm, after: Visit) -> None:
    before = note_on(firm.visit, "logs out", lost_minutes=4.0, count=30, consequence="Rounds leave late")
    since = note_on(after, "logs out", lost_minutes=2.0, count=4)
    pain(store, firm.scanning, "Logs out", [before, since], value_at_stake="The first drop")
    report = release(store, after)
    (changed,) = report.changed
    # Before 4 · 30 · 42 · 254 / 60 = 21,336; since 2 · 4 · 42 · 254 / 60 = 1,422.4.
    assert changed.before.hours.value == pytest.approx(21_336)
    assert changed.after.hours.value == pytest.approx(1422.4)
    assert changed.given_back.value == pytest.approx(19_913.6)
    assert changed.given_back.low is not None
    assert changed.given_back.low > 0
    assert changed.verdict is Verdict.BETTER
    assert (changed.before.per_hour, changed.after.per_hour) == (3.75, 0.5)
    assert (changed.before.minutes, changed.after.minutes) == (4.0, 2.0)
    assert (changed.consequence, changed.stake) == ("Rounds leave late", "The first drop")
    assert (changed.evidence.notes, changed.evidence.visits, len(changed.note_ids)) == (2, 2, 2)
    assert report.given_back == pytest.approx(19_913.6)
    assert report.newly_lost == 0
    assert report.headline == ("Handheld 6.2 gives the drivers of Harbour depot about 19,900 hours a year back.")
    assert (report.before.visits, report.after.visits, report.people) == (1, 1, 42)
    assert report.lead == (
        "Handheld 6.2 came on 15\u00a0November 2026. We were there for 8\u00a0h on 1\u00a0visit before it and for "
        "8\u00a0h on 1\u00a0visit since. The one known pain got better."
    )


def test_worse_and_unproven_are_said_to_be_so(store: Store, firm: Firm, after: Visit) -> None:
    worse = [
        note_on(firm.visit, "jam", lost_minutes=5.0, count=2),
        note_on(after, "jam", lost_minutes=5.0, count=40),
    ]
    pain(store, firm.labels, "Jams", worse)
    chance = [note_on(firm.visit, "slow", lost_minutes=3.0, count=2), note_on(after, "slow", lost_minutes=3.0)]
    pain(store, firm.email, "Slow", chance)
    report = release(store, after)
    assert [(each.pain, each.verdict) for each in report.changed] == [
        ("Jams", Verdict.WORSE),
        ("Slow", Verdict.NOT_YET_PROVEN),
    ]
    # 5 · 38 · 42 · 254 / 60 = 33,782.
    assert report.newly_lost == pytest.approx(33_782)
    assert report.headline.startswith("Handheld 6.2 costs the drivers of Harbour depot about 33,800 hours")


def test_other_places_and_other_roles_do_not_speak_here(store: Store, firm: Firm, after: Visit) -> None:
    site, people = second_depot(firm)
    away = visit_to(firm, site, firm.driver)
    loading = visit_to(firm, firm.site, firm.loader)
    put(store, site, people, away, loading)
    pain(store, firm.scanning, "Away", [note_on(away, "away", lost_minutes=1.0)])
    pain(store, firm.labels, "Loading", [note_on(loading, "jam", lost_minutes=1.0)])
    loose = note_on(after, "the loader waits", role_id=firm.loader.id)
    put(store, loose, tag(loose, firm.labels))
    report = release(store, after)
    assert (report.changed, report.new) == ((), ())
    assert report.headline == "There is nothing to compare yet at Harbour depot before and after Handheld 6.2."


def test_words_come_only_from_visits_in_this_role(store: Store, firm: Firm, after: Visit) -> None:
    loading = visit_to(firm, firm.site, firm.loader)
    put(store, loading)
    aside = note_on(loading, "a driver swears", role_id=firm.driver.id, lost_minutes=1.0, consequence="Only overheard")
    point = pain(store, firm.scanning, "Logs out", [aside, note_on(after, "logs out", lost_minutes=1.0)])
    (changed,) = release(store, after).changed
    assert (changed.pain_point_id, changed.consequence, len(changed.note_ids)) == (point.id, "", 1)
    assert changed.evidence.notes == 2


def test_what_is_new_is_told_apart_from_what_is_not_sorted(store: Store, firm: Firm, after: Visit) -> None:
    put(store, consent(after, ConsentSubject.QUOTES))
    fresh = note_on(
        after, "asks for a code", lost_minutes=2.0, count=3, after_change="Handheld 6.2", quote="every time!"
    )
    point = pain(store, firm.scanning, "Asks for the depot code", [fresh])
    loose = note_on(after, "screen is dark\nin the sun", lost_minutes=1.0, quote="dark")
    blamed = note_on(after, "beeps", after_change="since the update", evidence=Evidence.TOLD)
    put(store, loose, tag(loose, firm.scanning), blamed)
    known, first, second = release(store, after).new
    assert (known.pain, known.seen, known.minutes, known.blamed, known.sorted_in) == (
        "Asks for the depot code",
        3.0,
        2.0,
        True,
        True,
    )
    assert (known.quote, known.quote_by, known.pain_point_id) == ("every time!", "driver", point.id)
    assert known.hours is not None
    # 2 · 3 · 42 · 254 / 60
    assert known.hours.value == pytest.approx(1066.8)
    assert (first.pain, first.blamed, first.told, first.sorted_in) == ("Beeps", True, True, False)
    assert (second.pain, second.service, second.quote) == ("Screen is dark", "Handheld scanning", "")
    assert second.note_ids == (loose.id,)


def test_what_works_since_is_told_and_without_consent_nothing_is(store: Store, firm: Firm, after: Visit) -> None:
    good = note_on(after, "stays signed on", kind=Kind.POSITIVE)
    put(store, good, tag(good, firm.scanning), note_on(firm.visit, "before", kind=Kind.POSITIVE))
    (works,) = release(store, after).works
    assert (works.text, works.service, works.by) == ("Stays signed on", "Handheld scanning", "driver")
    put(store, consent(after, ConsentSubject.NOTES, given=False))
    assert release(store, after).works == ()


def test_a_role_that_few_hold_is_told_as_its_group_and_by_the_month(store: Store, firm: Firm, after: Visit) -> None:
    put(store, firm.drivers.edited(headcount=3))
    report = release(store, after)
    assert (report.strip.role, report.strip.month_only, report.people) == ("operations", True, 0)
    assert "15\u00a0November" not in report.lead


def test_a_release_without_a_day_says_which_day_stands_in(store: Store, firm: Firm, after: Visit) -> None:
    put(store, after.edited(released_on=None))
    report = release(store, after)
    assert report.remarks == ("The day of the release is not noted, so the day of this visit stands in for it.",)
    assert (report.before.visits, report.after.visits) == (1, 1)
    put(store, after.edited(released_on=date(2027, 1, 1), exposure_hours=0.0))
    assert release(store, after).remarks == (
        "The release is dated after this visit; the visit counts as after it all the same.",
        "Visits whose hours are not known yet are left out of the figures.",
    )


def test_the_leads_headline_and_the_writers_words_are_kept(store: Store, firm: Firm, after: Visit) -> None:
    loose = note_on(after, "beeps", state="draft")
    put(store, after.edited(headline="It helped.\nCarla Jones says so", summary="A calm day."), loose)
    report = release(store, after)
    assert (report.headline, report.words) == ("It helped.", "A calm day.")
    assert report.unreviewed == 1
    assert report == release(store, after)


def test_only_a_look_at_a_release_can_say_whether_it_helped(store: Store, firm: Firm) -> None:
    with pytest.raises(Refused, match="does not look at a release"):
        release(store, firm.visit)
    with pytest.raises(NotFound):
        reporting(store).release(new_id())
