"""A description in the shape that the receiver reads, with people's words as nothing but words.

Every line of a passage is one paragraph: line breaks inside it become spaces, so that no word of a person ever begins
a line, where most markups look for lists, headings and quotes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from shadow_app.interchange.export_rows import Passage

_FORMULA = "=+\\-@＝＋－＠﹢﹣﹦﹫−"
"""What spreadsheets take for the beginning of a formula, in plain, full-width and small forms."""

_BLANK = r"[\s\u200b-\u200f\u2060\ufeff]"
_BEGINS_FORMULA = re.compile(rf"{_BLANK}*[{_FORMULA}]")
_SPLIT_OFF = re.compile(rf"([;\t])({_BLANK}*)(?=[{_FORMULA}])")
"""Where a spreadsheet set to another separator would begin a new cell."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def no_formula(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet could begin a formula; other text stays as it is."""
    if text[:1].isalnum() and ";" not in text and "\t" not in text:
        # Most cells, and there may be twenty million of them.
        return text
    guarded = _SPLIT_OFF.sub(r"\1\2'", text)
    # A tab or line break before anything else can move what follows into a cell of its own.
    begins = _BEGINS_FORMULA.match(guarded) or guarded[:1] in ("\t", "\r", "\n")
    return f"'{guarded}" if begins else guarded


def storable(text: str) -> str:
    """Without the characters that no XML and no JSON reader takes; ours have been made visible long before."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """All of it on one line."""
    return " ".join(text.split())


def fitted(text: str, longest: int) -> str:
    """On one line and not longer than that; cut at a word, with a sign that something is missing."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    cut = line[: longest - 2]
    # A word longer than half of the room is cut itself.
    return (cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:") + " …"


def fitted_cell(text: str, longest: int) -> str:
    """The same for a cell of a table, where the guard against formulas may need a character."""
    return fitted(no_formula(one_line(text)), longest)


def plain(story: Sequence[Passage], longest: int | None = None) -> str:
    """For receivers that read a description as plain text."""
    parts = [f"{each.heading}\n" + "\n".join(f"• {one_line(line)}" for line in each.lines) for each in story]
    text = "\n\n".join(parts)
    if longest is None or len(text) <= longest:
        return text
    return text[: longest - 1].rstrip() + "…"


def as_html(story: Sequence[Passage]) -> str:
    """For receivers that read a description as HTML: every sign of a person's words is escaped."""
    return "".join(
        f"<p><b>{_html(each.heading)}</b></p><ul>{''.join(f'<li>{_html(line)}</li>' for line in each.lines)}</ul>"
        for each in story
    )


def _html(text: str) -> str:
    return html.escape(one_line(storable(text)))


def as_jira(story: Sequence[Passage]) -> str:
    """In Jira's wiki markup, of which the words of people use nothing."""
    return _marked_up(story, "h3. {}", "* {}", jira_words)


def _marked_up(story: Sequence[Passage], heading: str, item: str, words: Callable[[str], str]) -> str:
    return "\n\n".join(
        "\n".join((heading.format(words(each.heading)), *(item.format(words(line)) for line in each.lines)))
        for each in story
    )


_JIRA_SIGNS = re.compile(
    r"[{}\[\]*_^~|!#@]|\?(?=\?)|(?<=\?)\?"
    r"|(?<![^\W_])[-+]|[-+](?![^\W_])"  # only where they do not stand inside a word
    r"|\((?=[\w!?/*+-]{1,8}\))|(?<=[:;])[()]"  # small pictures
)
"""What Jira's notation obeys, as far as its renderer takes a backslash before it."""

_JIRA_LINKS = re.compile(
    r"\\|&(?=#?\w+;)|\b(?i:https?|ftp|file|mailto|irc|news|nntp)(?=:)|\b[A-Z][A-Z0-9_]+-(?=\d)|:(?=[DPp]\b)"
)
"""What a backslash does not help against: itself, entities, addresses, ABC-123. They are parted from what follows by a
character that nobody sees."""


def jira_words(text: str) -> str:
    """One line of plain words for Jira.

    Source: the characters that Atlassian's BackslashEscapeRendererComponent takes a backslash before.
    """
    flat = _JIRA_LINKS.sub(lambda found: found.group() + "\N{WORD JOINER}", one_line(text))
    return _JIRA_SIGNS.sub(lambda found: "\\" + found.group(), flat)


_REDMINE_SIGNS = re.compile(
    r"[&<>*_^~@#\[\]{}|!\"`\\=$]|%(?=\S)"
    r"|(?<![^\W_])[-+?]|[-+?](?![^\W_])"  # only where they do not stand inside a word
    r"|:(?=\S)|(?<=\bwww)\.|(?<=^\d)\.|(?<=^\d\d)\.|\((?=\w{1,2}\))|\br(?=\d)",
    re.IGNORECASE,
)
"""What Textile, Markdown or CommonMark could obey, and what Redmine links by itself: #1, r12, user:name, addresses."""

_REDMINE_LINKS = frozenset("#:@[{rR!")
"""After these a link begins. Redmine looks for links in the finished page, too, where a number is a sign again, so
they are parted from what follows by a character that nobody sees."""


def as_redmine(story: Sequence[Passage]) -> str:
    """Lists that Textile, Markdown and CommonMark read alike, whichever of them the receiver has set."""
    return "\n\n".join(
        f"{redmine_words(each.heading)}\n\n" + "\n".join(f"* {redmine_words(line)}" for line in each.lines)
        for each in story
    )


def redmine_words(text: str) -> str:
    """One line of plain words for Redmine.

    Its three markups escape in three ways that exclude each other; the one way that all of them leave alone is the
    character's number.
    """
    return _REDMINE_SIGNS.sub(_numbered, one_line(text))


def _numbered(found: re.Match[str]) -> str:
    sign = found.group()
    return f"&#{ord(sign)};" + ("\N{WORD JOINER}" if sign in _REDMINE_LINKS else "")
