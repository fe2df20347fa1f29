"""What a person may set on a pain point, as questions; what is left open follows its notes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround
from shadow_app.ui.questions import Ask
from shadow_app.ui.scale_words import damage_word, scope_word, time_word, workaround_word

translate = QCoreApplication.translate

Options = tuple[tuple[Any, str], ...]


def edit_asks(pain_point: PainPoint, people: tuple[str, ...], currency: str) -> list[Ask]:
    """The questions in reading order; `people` are names to offer."""
    title = Ask("title", translate("PainGrades", "&Title"), pain_point.title)
    return [title, *_grades(pain_point), *_people(pain_point, people), *_stakes(pain_point, currency)]


def edited_fields(values: dict[str, Any]) -> dict[str, Any]:
    """The answers as fields of the record."""
    chance = values["loss_chance"]
    return values | {"loss_chance": None if chance is None else chance / 100}


def _grades(pain_point: PainPoint) -> list[Ask]:
    open_word = translate("PainGrades", "as its notes say")
    leave: Options = ((None, open_word),)
    damage: Options = leave + tuple((each, damage_word(each)) for each in BusinessDamage)
    time: Options = leave + tuple((each, time_word(each)) for each in TimeToDamage)
    around: Options = leave + tuple((each, workaround_word(each)) for each in Workaround)
    scope: Options = leave + tuple((each, scope_word(each)) for each in Scope)
    return [
        Ask("business_damage", translate("PainGrades", "&Damage"), pain_point.business_damage, "pick", damage),
        Ask("time_to_damage", translate("PainGrades", "&Harm comes"), pain_point.time_to_damage, "pick", time),
        Ask("workaround", translate("PainGrades", "Wa&y round it"), pain_point.workaround, "pick", around),
        Ask("pain_scope", translate("PainGrades", "H&its"), pain_point.pain_scope, "pick", scope),
    ]


def _people(pain_point: PainPoint, people: tuple[str, ...]) -> list[Ask]:
    talks = translate("PainGrades", "Who t&alks to the business")
    hint = translate("PainGrades", "a name; not the team that mends it")
    next_on = translate("PainGrades", "Talks to them &next on")
    return [
        Ask("engagement_owner", talks, pain_point.engagement_owner, known=people, hint=hint),
        Ask("next_contact_on", next_on, pain_point.next_contact_on, "day", ahead=14),
        Ask("fixing_team", translate("PainGrades", "Who &mends it"), pain_point.fixing_team, known=people),
    ]


def _stakes(pain_point: PainPoint, currency: str) -> list[Ask]:
    unset = translate("PainGrades", "not estimated")
    unpriced = translate("PainGrades", "not priced: the grade counts")
    effort = translate("PainGrades", "Days of &work to mend it")
    loss = translate("PainGrades", "Money lost each time ({currency})").format(currency=currency)
    often = translate("PainGrades", "How often it comes to that, in %")
    chance = None if pain_point.loss_chance is None else round(pain_point.loss_chance * 100, 6)
    pattern = translate("PainGrades", "a pattern across services")
    return [
        Ask("effort_days", effort, pain_point.effort_days, "number", hint=unset),
        Ask("value_at_stake", translate("PainGrades", "What is at sta&ke"), pain_point.value_at_stake, "words"),
        Ask("loss_value", loss, pain_point.loss_value, "number", hint=unpriced),
        Ask("loss_chance", often, chance, "number", hint=unset),
        Ask("theme", translate("PainGrades", "The&me"), pain_point.theme, hint=pattern),
    ]
