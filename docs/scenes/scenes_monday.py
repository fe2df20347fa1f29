"""The pictures of "The lead's Monday", chapter Review."""

from __future__ import annotations

from stage import ALT, CTRL, Key, Stage


def review_inbox(stage: Stage) -> None:
    """The inbox as it opens: what is unclear comes first."""
    open_review(stage)
    stage.shoot()


def review_chosen(stage: Stage) -> None:
    """All ready notes of a depot, chosen."""
    find(stage, "state:ready site:harbour")
    stage.press(Key.Key_A, CTRL)
    stage.shoot()


def review_question(stage: Stage) -> None:
    """Asking the author."""
    find(stage, "visit:V09 kind:pain")
    stage.press(Key.Key_Q)
    stage.dialog()
    stage.write("How often in a shift does the search fail?")
    stage.shoot()
    stage.back()


def review_mask(stage: Stage) -> None:
    """What could point at a person."""
    find(stage, "is:unguarded")
    stage.shoot()


def review_group(stage: Stage) -> None:
    """Notes become a pain point."""
    ask_to_group(stage)
    stage.shoot()
    stage.back()


def open_review(stage: Stage) -> None:
    """Review, with its list filled and the focus in it."""
    stage.window.activateWindow()
    stage.press(Key.Key_3, ALT)
    stage.until(stage.window.page("review").form.notes.hasFocus)  # type: ignore[attr-defined]
    stage.settle()


def find(stage: Stage, words: str) -> None:
    """Search in Review, and wait for all that is found."""
    open_review(stage)
    review = stage.window.page("review")
    form = review.form  # type: ignore[attr-defined]
    stage.press(Key.Key_Slash)
    stage.until(form.search.hasFocus)
    form.search.selectAll()
    stage.write(words)
    stage.press(Key.Key_Return)
    stage.settle()
    stage.until(lambda: review.search.complete)  # type: ignore[attr-defined]
    stage.until(form.notes.hasFocus)
    stage.settle()


def ask_to_group(stage: Stage) -> None:
    """Up to the dialog that puts the notes on docks together."""
    find(stage, 'is:ungrouped service:"Laptop & docking"')
    stage.press(Key.Key_A, CTRL)
    stage.settle()
    stage.press(Key.Key_G)
    stage.dialog()
    stage.write("The dock loses the screens")


def accept_all(stage: Stage) -> None:
    """Mask what could point at a person and accept every note, so that reports can be released."""
    find(stage, "is:unguarded")
    stage.press(Key.Key_A, CTRL)
    stage.press(Key.Key_P)
    stage.settle()
    for words in ("state:ready", "state:draft"):
        find(stage, words)
        stage.press(Key.Key_A, CTRL)
        stage.settle()
        stage.press(Key.Key_A)
        stage.settle()


SCENES = (review_inbox, review_chosen, review_question, review_mask, review_group)
