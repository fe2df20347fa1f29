"""Questions whose answers make a record: what the record refuses is said beside the fields; the page writes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import ValidationError
from PySide6.QtWidgets import QWidget

from shadow_app.domain.record import Record
from shadow_app.ui.questions import Ask, bare
from shadow_app.ui.questions_dialog import QuestionsDialog, Values


class RecordDialog(QuestionsDialog):
    """Asks for the fields; `record` is what came of them once it was accepted."""

    def __init__(
        self, title: str, fields: Sequence[Ask], make: Callable[[Values], Record], parent: QWidget, words: str = ""
    ) -> None:
        super().__init__(title, fields, parent, words=words)
        self._make = make
        self.record: Record | None = None
        self.editors = {name: question.editor for name, question in self.questions.items()}

    def answered(self, values: Values) -> None:
        """Close with the record, or say what it cannot be made of."""
        try:
            self.record = self._make(values)
        except ValidationError as error:
            self.refuse(self._sentence(error))
            return
        self.accept()

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
