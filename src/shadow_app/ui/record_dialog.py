"""Questions whose answers make a record: what the record or the store refuses is said under the fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from shadow_app.domain.record import Record
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.questions import Ask, bare
from shadow_app.ui.questions_dialog import QuestionsDialog, Values
from shadow_app.ui.trouble import words_for


class RecordDialog(QuestionsDialog):
    """Asks for the fields; `kept_by` says who writes what comes of them."""

    def __init__(
        self, title: str, fields: Sequence[Ask], make: Callable[[Values], Record], parent: QWidget, words: str = ""
    ) -> None:
        super().__init__(title, fields, parent, words=words)
        self._make = make
        self.record: Record | None = None
        self._write: Callable[[Record], None] = lambda _record: self.accept()
        self.editors = {name: question.editor for name, question in self.questions.items()}

    def kept_by(self, jobs: Jobs, keep: Callable[[Any], Any], then: Callable[[Any], object]) -> None:
        """Say who writes the record.

        Args:
            jobs: whose writing thread does it.
            keep: given the record there; what it raises is said under the fields, and the dialog stays open.
            then: told what `keep` gave back.
        """
        self._write = lambda record: self.write(jobs, partial(keep, record), then)

    def kept_after(
        self,
        jobs: Jobs,
        draft: Callable[[Any], Any],
        keep: Callable[[Any], Any],
        then: Callable[[Any], object],
    ) -> None:
        """As `kept_by`; what is kept is worked out first, on the reading thread, so that no note waits for it."""

        def write(record: Record) -> None:
            def failed(error: BaseException) -> None:
                if Shiboken.isValid(self):
                    self.refuse(words_for(error))

            def drafted(made: Any) -> None:
                # Whoever has closed the dialog meanwhile wants none of it any more.
                if Shiboken.isValid(self) and self.isVisible():
                    self.write(jobs, partial(keep, made), then)

            self.form.keep.setEnabled(False)
            jobs.read(partial(draft, record), drafted, failed)

        self._write = write

    def answered(self, values: Values) -> None:
        """Have the record written, or say what it cannot be made of."""
        try:
            self.record = self._make(values)
        except ValidationError as error:
            self.refuse(self._sentence(error))
            return
        self._write(self.record)

    def _sentence(self, error: ValidationError) -> str:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        label = bare(self.questions[name].asked.label) if name in self.questions else name
        match first["type"]:
            case "string_too_short":
                return self.tr("“{field}” is empty; fill it in before keeping it.").format(field=label)
            case "string_too_long":
                return self.tr("“{field}” is too long; at most {most} characters fit.").format(
                    field=label, most=first.get("ctx", {}).get("max_length", "")
                )
        return self.tr("“{field}” cannot be kept like this; change it and try again.").format(field=label)
