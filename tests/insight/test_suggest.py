"""Suggesting services: what is learnt, forgotten, kept and explained."""

from __future__ import annotations

import sqlite3
import unicodedata
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.insight.suggest import Confidence, Suggester
from shadow_app.insight.word_counts import CountRow, Counts, Delta, delta_of

SCANNING = Service(id=UUID(int=1), name="Handheld scanning", aliases=("the gun", "zapper", "zebra"))
LABELS = Service(id=UUID(int=2), name="Label & manifest printing", aliases=("label printer", "zebra"))
WIFI = Service(id=UUID(int=3), name="Site Wi-Fi", description="wireless in sheds and yards", aliases=("dead spot",))
CATALOGUE = (SCANNING, LABELS, WIFI)

VOCABULARY = ["gun", "Label", "printers", "wifi", "door", "the", "of", "C#", "Étiquette", "9", "x", "日本語", "a_b"]
TEXTS = st.one_of(
    st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join),
    st.text(max_size=60),
)
PAIRS = st.lists(st.tuples(TEXTS, st.sampled_from([service.id for service in CATALOGUE])), max_size=12)


def ids(suggester: Suggester, text: str, k: int = 3) -> list[UUID]:
    return [each.service_id for each in suggester.suggest(text, k)]


class TestColdStart:
    def test_the_catalogue_alone_suggests(self) -> None:
        suggester = Suggester(CATALOGUE)
        assert ids(suggester, "label printer jammed again")[0] == LABELS.id
        assert ids(suggester, "gun froze")[0] == SCANNING.id
        assert ids(suggester, "no wireless at door 9")[0] == WIFI.id

    def test_an_ambiguous_alias_offers_both(self) -> None:
        assert set(ids(Suggester(CATALOGUE), "0610 zebra down")) == {SCANNING.id, LABELS.id}

    @pytest.mark.parametrize("text", ["", "   ", "!!! ...", "qqq xyxyx", "🔥🔥"])
    def test_nothing_known_means_no_suggestion(self, text: str) -> None:
        assert Suggester(CATALOGUE).suggest(text) == ()

    def test_an_empty_model_is_silent(self) -> None:
        assert Suggester().suggest("label printer") == ()

    def test_retired_and_removed_services_are_never_suggested(self) -> None:
        retired = LABELS.edited(status=ServiceStatus.RETIRED)
        gone = SCANNING.edited(removed=True)
        suggester = Suggester((retired, gone, WIFI))
        suggester.learn("zebra zebra", LABELS.id)
        assert suggester.suggest("zebra label gun") == ()
        assert suggester.offers(WIFI.id)
        assert not suggester.offers(LABELS.id)

    def test_an_alias_at_the_end_of_a_long_catalogue_entry_still_counts(self) -> None:
        wordy = WIFI.edited(description="shed " * 300, aliases=("hotspot",))
        assert ids(Suggester((wordy, LABELS)), "hotspot") == [WIFI.id]


class TestLearning:
    def test_a_correction_turns_the_suggestion(self) -> None:
        suggester = Suggester(CATALOGUE)
        assert ids(suggester, "gun cannot print the label")[0] != WIFI.id
        for _ in range(6):
            suggester.learn("gun cannot print the label", WIFI.id)
        assert ids(suggester, "gun cannot print the label")[0] == WIFI.id

    def test_what_was_asked_before_is_revised_by_learning(self) -> None:
        asked, fresh = Suggester(CATALOGUE), Suggester(CATALOGUE)
        for text in ("zebra down", "label torn", "new word"):
            asked.suggest(text)
            for suggester in (asked, fresh):
                suggester.learn(text, WIFI.id)
                suggester.learn("zebra", LABELS.id)
            assert asked.scores(text) == fresh.scores(text)
        for suggester in (asked, fresh):
            suggester.unlearn("zebra down", WIFI.id)
        assert asked.suggest("zebra down") == fresh.suggest("zebra down")

    def test_the_busier_of_two_alike_services_comes_first(self) -> None:
        suggester = Suggester((SCANNING.edited(name="Desk", aliases=()), LABELS.edited(name="Desk", aliases=())))
        assert ids(suggester, "desk") == [SCANNING.id, LABELS.id]
        suggester.learn("…", LABELS.id)
        assert ids(suggester, "desk") == [LABELS.id, SCANNING.id]

    @given(PAIRS, TEXTS)
    def test_unlearning_restores_everything_exactly(self, pairs: list[tuple[str, UUID]], asked: str) -> None:
        suggester = Suggester(CATALOGUE)
        suggester.learn("label printer at door 9", WIFI.id)
        before = (dict.fromkeys(suggester.learnt.rows()), suggester.learnt.notes(), suggester.suggest(asked))
        for text, service_id in pairs:
            suggester.learn(text, service_id)
        for text, service_id in reversed(pairs):
            suggester.unlearn(text, service_id)
        assert (dict.fromkeys(suggester.learnt.rows()), suggester.learnt.notes(), suggester.suggest(asked)) == before

    @given(PAIRS, st.randoms(use_true_random=False), TEXTS)
    def test_order_does_not_matter(self, pairs: list[tuple[str, UUID]], chance: object, asked: str) -> None:
        one, other = Suggester(CATALOGUE), Suggester(reversed(CATALOGUE))
        changes = [delta_of(text, service_id) for text, service_id in pairs]
        changes += [delta_of(text, service_id, -1) for text, service_id in pairs[::2]]
        for delta in changes:
            one.apply(delta)
        chance.shuffle(changes)  # type: ignore[attr-defined]
        for delta in changes:
            other.apply(delta)
        assert one.learnt == other.learnt
        assert one.suggest(asked) == other.suggest(asked)

    def test_a_correction_that_arrives_before_its_tag_is_nought_in_between(self) -> None:
        suggester = Suggester(CATALOGUE)
        suggester.unlearn("parcel lost", LABELS.id)
        suggester.unlearn("parcel lost", LABELS.id)
        assert suggester.suggest("parcel lost") == ()
        assert all(0 <= each.probability <= 1 for each in suggester.suggest("label printer parcel"))
        suggester.learn("parcel lost", LABELS.id)
        suggester.learn("parcel lost", LABELS.id)
        assert suggester.learnt == Counts()


class TestCatalogueEdits:
    def test_reseeding_leaves_what_was_learnt(self) -> None:
        suggester = Suggester(CATALOGUE)
        suggester.learn("beeps and dies", SCANNING.id)
        rows = set(suggester.learnt.rows())
        suggester.reseed((SCANNING.edited(aliases=("popgun",)), LABELS, WIFI))
        assert set(suggester.learnt.rows()) == rows
        assert ids(suggester, "popgun") == [SCANNING.id]
        assert ids(suggester, "zapper") == []
        assert ids(suggester, "beeps") == [SCANNING.id]

    @given(PAIRS, TEXTS)
    def test_seeding_before_or_after_learning_is_the_same(self, pairs: list[tuple[str, UUID]], asked: str) -> None:
        before, after = Suggester(CATALOGUE), Suggester()
        for text, service_id in pairs:
            before.learn(text, service_id)
            after.learn(text, service_id)
        after.reseed(CATALOGUE)
        assert before.suggest(asked) == after.suggest(asked)

    def test_a_retired_service_that_comes_back_still_knows(self) -> None:
        suggester = Suggester((SCANNING.edited(status=ServiceStatus.RETIRED), LABELS))
        suggester.learn("beeps and dies", SCANNING.id)
        assert suggester.suggest("beeps") == ()
        suggester.reseed(CATALOGUE)
        assert ids(suggester, "beeps") == [SCANNING.id]


class TestStored:
    @given(PAIRS, TEXTS)
    def test_rows_out_and_in_again_are_the_same_model(self, pairs: list[tuple[str, UUID]], asked: str) -> None:
        suggester = Suggester(CATALOGUE)
        for text, service_id in pairs:
            suggester.learn(text, service_id)
        kept = Counts(list(suggester.learnt.rows()), suggester.learnt.notes())
        assert kept == suggester.learnt
        assert Suggester(CATALOGUE, kept).suggest(asked) == suggester.suggest(asked)

    @given(PAIRS)
    def test_deltas_added_up_by_sql_are_the_same_model(self, pairs: list[tuple[str, UUID]]) -> None:
        suggester = Suggester(CATALOGUE)
        with sqlite3.connect(":memory:") as store:
            store.execute("create table counts(service text, feature text, weight real, primary key(service, feature))")
            for number, (text, service_id) in enumerate(pairs):
                self.keep(store, suggester.learn(text, service_id))
                if number % 3 == 2:
                    self.keep(store, suggester.unlearn(text, service_id))
            rows = [CountRow(UUID(s), f, w) for s, f, w in store.execute("select * from counts where weight <> 0")]
        store.close()
        assert set(rows) == set(suggester.learnt.rows())

    @staticmethod
    def keep(store: sqlite3.Connection, delta: Delta) -> None:
        sql = "insert into counts values(?, ?, ?) on conflict do update set weight = weight + excluded.weight"
        store.executemany(sql, [(str(delta.service_id), feature, weight) for feature, weight in delta.weights.items()])

    def test_counts_compare_by_what_they_hold(self) -> None:
        row = CountRow(LABELS.id, "label", 1.5)
        assert Counts([row], {LABELS.id: 1}) == Counts([row], {LABELS.id: 1, WIFI.id: 0})
        assert Counts([row]) != Counts([row], {LABELS.id: 1})
        assert Counts([row]) != Counts([CountRow(LABELS.id, "label", 1.0)])
        assert Counts([row]) != [row]
        assert list(Counts([row])) == ["label"]
        assert len(Counts([row])) == 1


class TestBecause:
    def test_it_names_the_words_that_decided(self) -> None:
        suggester = Suggester(CATALOGUE)
        suggester.learn("password reset for Oracle fusion", SCANNING.id)
        suggester.learn("password reset for mail", LABELS.id)
        best = suggester.suggest("please do a password reset in ORACLE")[0]
        assert best.service_id == SCANNING.id
        assert best.because[0] == "ORACLE"

    def test_no_bare_gram_but_the_word_it_came_from(self) -> None:
        best = Suggester(CATALOGUE).suggest("printerless")[0]
        assert best == Suggester(CATALOGUE).suggest("printerless")[0]
        assert best.because == ("printerless",)

    def test_stop_words_alone_are_no_reason(self) -> None:
        suggester = Suggester((SCANNING, LABELS))
        suggester.learn("what is it with the", SCANNING.id)
        for suggestion in suggester.suggest("what is it with the"):
            assert suggestion.because == ()

    @given(PAIRS, TEXTS)
    def test_it_only_names_words_that_were_typed(self, pairs: list[tuple[str, UUID]], asked: str) -> None:
        suggester = Suggester(CATALOGUE)
        for text, service_id in pairs:
            suggester.learn(text, service_id)
        typed = unicodedata.normalize("NFKC", asked)
        for suggestion in suggester.suggest(asked):
            for reason in suggestion.because:
                assert all(part in typed for part in reason.split())
            parts = [set(reason.casefold().split()) for reason in suggestion.because]
            assert len(parts) <= 2
            assert len(parts) < 2 or parts[0].isdisjoint(parts[1])


class TestProbabilities:
    @given(PAIRS, TEXTS)
    def test_they_fall_from_the_first_on_and_sum_to_one(self, pairs: list[tuple[str, UUID]], asked: str) -> None:
        suggester = Suggester(CATALOGUE)
        for text, service_id in pairs:
            suggester.learn(text, service_id)
        shares = [each.probability for each in suggester.suggest(asked, k=9)]
        assert shares == sorted(shares, reverse=True)
        assert not shares or sum(shares) == pytest.approx(1)

    def test_a_higher_temperature_is_humbler(self) -> None:
        keen, humble = (Suggester(CATALOGUE, confidence=Confidence(t)) for t in (1.0, 20.0))
        assert keen.suggest("zebra labels")[0].probability > humble.suggest("zebra labels")[0].probability

    def test_nothing_is_filled_in_before_a_threshold_was_found(self) -> None:
        assert not Confidence().prefills(1.0)
        assert Confidence(4.0, 0.7).prefills(0.7)
        assert not Confidence(4.0, 0.7).prefills(0.69)

    def test_k_bounds_the_list(self) -> None:
        suggester = Suggester(CATALOGUE)
        assert len(suggester.suggest("zebra site label gun", k=1)) == 1
        assert suggester.suggest("zebra", k=0) == ()
