"""What can be done on the Live tab, with its keys, for the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.ui.actions import Actions

if TYPE_CHECKING:
    from shadow_app.ui.live.tab import LiveTab


def register(tab: LiveTab, actions: Actions) -> None:
    """Make the actions of the tab; each does what its button does."""
    tr, form = tab.tr, tab.form
    tab.bar.register(actions)
    _register_timers(tab, actions)
    actions.add(tab, tr("Record a voice note, or stop and keep it"), tab.voice.toggle, "Ctrl+Shift+M", form.voice)
    actions.add(tab, tr("Drop the recording"), tab.voice.drop, "Ctrl+Shift+X", tab.voice_strip.forget)
    actions.add(tab, tr("Play the recording, or stop it"), tab.details.voices.ask_play, "Ctrl+Shift+Y")
    actions.add(tab, tr("Pad"), tab.windows.toggle_pad, ["Ctrl+Shift+Space", "F9"], form.pad)
    actions.add(tab, tr("Off the record, or on again"), tab.windows.toggle_record, "Ctrl+Shift+O", form.offRecord)
    actions.add(tab, tr("Undo the last action"), tab.bar_work.undo, "Ctrl+Z")
    actions.add(tab, tr("Do the undone action again"), tab.bar_work.redo, ["Ctrl+Shift+Z", "Ctrl+Y"])
    actions.add(tab, tr("Go to the last note"), tab.to_timeline, "Ctrl+Up")
    actions.add(tab, tr("Find in this visit"), form.find.setFocus, "Ctrl+F")
    actions.add(tab, tr("Look at similar notes"), tab.alike.look, "Ctrl+L", tab.alike.button)
    actions.add(tab, tr("Details"), lambda: tab.choose_details(tab.details.isHidden()), "Ctrl+D", form.details)
    actions.add(tab, tr("History of the note"), lambda: tab.details_work.show_history(tab.timeline.note_id), "Ctrl+H")
    actions.add(tab, tr("Remove the note"), lambda: tab.details_work.remove(tab.timeline.note_id), "Ctrl+Shift+Del")
    actions.add(tab, tr("Finish the visit, or start it"), tab.visit.turn, "Ctrl+Shift+F", form.state)


def _register_timers(tab: LiveTab, actions: Actions) -> None:
    tr, strip = tab.tr, tab.timers
    actions.add(
        tab,
        tr("Start or stop waiting"),
        lambda: strip.toggle(ActivityKind.WAITING),
        "Ctrl+Shift+W",
        strip.waiting,
    )
    actions.add(
        tab,
        tr("Start or stop working around"),
        lambda: strip.toggle(ActivityKind.WORKING_AROUND),
        "Ctrl+Shift+A",
        strip.working_around,
    )
    actions.add(
        tab,
        tr("Start or stop an activity"),
        lambda: strip.toggle(ActivityKind.ROUTINE),
        "Ctrl+Shift+T",
        strip.activity,
    )
    actions.add(tab, tr("Start another activity"), strip.ask_name, "Ctrl+Alt+T")
