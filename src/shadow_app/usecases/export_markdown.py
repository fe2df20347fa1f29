"""Exports as Markdown for a wiki: pain points in words, everything else as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from shadow_app.domain.language import Labels, mark, say
from shadow_app.interchange.export_columns import Columns
from shadow_app.interchange.export_csv import cells, table_preview, words
from shadow_app.interchange.export_rows import Addressee, PainOut, Preview, Row, Subject
from shadow_app.reports.marks import plain

_TITLES = Labels(
    {
        Subject.PAINS: mark("Pain points"),
        Subject.SERVICES: mark("Services by what they cost"),
        Subject.NOTES: mark("Notes"),
        Subject.PROMISES: mark("Promises"),
    }
)


@dataclass(frozen=True, slots=True)
class MarkdownShape:
    """CommonMark with tables; the words of people are plain words in it."""

    columns: Mapping[Subject, Columns]

    def preview(self, subject: Subject, rows: Sequence[Row], to: Addressee) -> Preview:
        """The same rows as the neutral table."""
        return table_preview(self.columns[subject], rows, to)

    def write(self, subject: Subject, rows: Iterable[Row], to: Addressee, out: BinaryIO) -> None:
        """Line by line."""
        out.write(f"# {_TITLES[subject]}\n".encode())
        lines = _told(rows) if subject is Subject.PAINS else _table(self.columns[subject], rows, to)
        out.writelines(f"{line}\n".encode() for line in lines)


def _told(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        assert isinstance(row, PainOut)
        yield ""
        yield f"## {plain(row.title)}"
        yield ""
        yield say(
            "{service} · impact {impact}, urgency {urgency}, priority {priority}",
            service=plain(row.service),
            impact=row.impact,
            urgency=row.urgency,
            priority=row.priority,
        )
        for passage in row.story:
            yield ""
            yield f"### {plain(passage.heading)}"
            yield ""
            yield from (f"- {plain(line)}" for line in passage.lines)


def _table(columns: Columns, rows: Iterable[Row], to: Addressee) -> Iterator[str]:
    yield ""
    yield _line([plain(each.heading.replace("_", " ")) for each in columns])
    yield _line(["---"] * len(columns))
    for row in rows:
        yield _line([plain(words(value)) for value in cells(columns, row, to)])


def _line(values: Sequence[str]) -> str:
    return f"| {' | '.join(values)} |"
