"""What can be done on the Live tab, with its keys, for the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.ui.actions import Actions

if TYPE_CHECKING:
    from shadow_app.ui.live.tab import LiveTab

translate = QCoreApplication.translate


def register(tab: LiveTab, actions: Actions) -> None:
    """Make the actions of the tab; each does what its button does."""
    form = tab.form
    tab.bar.register(actions)
    _register_timers(tab, actions)
    _register_voice(tab, actions)
    actions.add(tab, translate("LiveTab", "Pad"), tab.windows.toggle_pad, ["Ctrl+Shift+Space", "F9"], form.pad)
    actions.add(
        tab,
        translate("LiveTab", "Off the record, or on again"),
        tab.windows.toggle_record,
        "Ctrl+Shift+O",
        form.offRecord,
    )
    actions.add(tab, translate("LiveTab", "Undo the last action"), tab.bar_work.undo, "Ctrl+Z")
    actions.add(tab, translate("LiveTab", "Do the undone action again"), tab.bar_work.redo, ["Ctrl+Shift+Z", "Ctrl+Y"])
    actions.add(tab, translate("LiveTab", "Go to the last note"), tab.to_timeline, "Ctrl+Up")
    actions.add(tab, translate("LiveTab", "Find in this visit"), form.find.setFocus, "Ctrl+F")
    actions.add(tab, translate("LiveTab", "Look at similar notes"), tab.alike.look, "Ctrl+L", tab.alike.button)
    actions.add(
        tab, translate("LiveTab", "Details"), lambda: tab.choose_details(tab.details.isHidden()), "Ctrl+D", form.details
    )
    actions.add(
        tab,
        translate("LiveTab", "History of the note"),
        lambda: tab.details_work.show_history(tab.timeline.note_id),
        "Ctrl+H",
    )
    actions.add(
        tab,
        translate("LiveTab", "Remove the note"),
        lambda: tab.details_work.remove(tab.timeline.note_id),
        "Ctrl+Shift+Del",
    )
    actions.add(tab, translate("LiveTab", "Finish the visit, or start it"), tab.visit.turn, "Ctrl+Shift+F", form.state)


def _register_voice(tab: LiveTab, actions: Actions) -> None:
    actions.add(
        tab,
        translate("LiveTab", "Record a voice note, or stop and keep it"),
        tab.voice.toggle,
        "Ctrl+Shift+M",
        tab.form.voice,
    )
    actions.add(tab, translate("LiveTab", "Drop the recording"), tab.voice.drop, "Ctrl+Shift+X", tab.voice_strip.forget)
    actions.add(
        tab, translate("LiveTab", "Play the recording, or stop it"), tab.details.voices.ask_play, "Ctrl+Shift+Y"
    )


def _register_timers(tab: LiveTab, actions: Actions) -> None:
    strip = tab.timers
    actions.add(
        tab,
        translate("LiveTab", "Start or stop waiting"),
        lambda: strip.toggle(ActivityKind.WAITING),
        "Ctrl+Shift+W",
        strip.waiting,
    )
    actions.add(
        tab,
        translate("LiveTab", "Start or stop working around"),
        lambda: strip.toggle(ActivityKind.WORKING_AROUND),
        "Ctrl+Shift+A",
        strip.working_around,
    )
    actions.add(
        tab,
        translate("LiveTab", "Start or stop an activity"),
        lambda: strip.toggle(ActivityKind.ROUTINE),
        "Ctrl+Shift+T",
        strip.activity,
    )
    actions.add(tab, translate("LiveTab", "Start another activity"), strip.ask_name, "Ctrl+Alt+T")
