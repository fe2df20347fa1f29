"""The drills of the guide, played as their pages print them, so that no page can go stale.

In a page's code blocks `ann$ shadow-app …` is a command on Ann's laptop and `lea$ …` one on the lead's. The lines below
it are what it says, in this order and perhaps among others; “…” stands for anything. What a page cannot know, such as
a recovery code, the test puts in its place.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from shadow_app.bootstrap import Shadow, open_shadow
from shadow_app.cli import run
from shadow_app.settings import Settings, save
from shadow_app.storage import keys
from shadow_app.storage.store import Store

GUIDE = Path(__file__).parents[1] / "docs" / "guide"

_COMMAND = re.compile(r"(?P<who>\w+)\$ (?P<given>(?:\w+=\S+ )*)shadow-app (?P<words>.*)")


@dataclass
class Step:
    """One command of a page: on whose laptop, with what in the environment, and what it is to say."""

    who: str
    given: dict[str, str]
    words: list[str]
    said: list[str] = field(default_factory=list)


def blocks(page: str) -> list[list[Step]]:
    """The steps of every code block that has any."""
    told = (GUIDE / page).read_text("utf-8")
    found = [list(_steps(block)) for block in re.findall(r"^ *```\n(.*?)^ *```", told, re.MULTILINE | re.DOTALL)]
    return [each for each in found if each]


def _steps(block: str) -> Iterator[Step]:
    step: Step | None = None
    for line in map(str.strip, block.splitlines()):
        if match := _COMMAND.fullmatch(line):
            if step is not None:
                yield step
            given = dict(each.split("=", 1) for each in match["given"].split())
            step = Step(match["who"], given, shlex.split(match["words"], comments=True))
        elif line and step is not None:
            step.said.append(line)
    if step is not None:
        yield step


class Laptops:
    """Laptops with a protected store each, and their command lines."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder, self._patch, self._capsys = folder, monkeypatch, capsys
        self.words: dict[str, str] = {}
        """Whose passphrase is which."""
        self.instead: dict[str, str] = {}
        """What stands on the page, and what it is here."""
        self.answers: dict[str, str] = {}
        """What somebody types when asked, by the name of the variable that may hold it."""
        stick = folder / "stick"
        stick.mkdir()
        monkeypatch.chdir(stick)

    def path(self, who: str) -> Path:
        return self._folder / who / "shadow.db"

    def new(self, who: str, passphrase: str) -> str:
        """A laptop with an empty store; its recovery code."""
        path = self.path(who)
        path.parent.mkdir()
        made = keys.create(path, passphrase=passphrase, use_keyring=False)
        Store(path, made.key).close()
        self.words[who] = passphrase
        assert made.recovery_code is not None
        return made.recovery_code

    def at(self, who: str) -> Shadow:
        """The use cases on a laptop; whoever asks closes them."""
        return open_shadow(Settings(name=who.title()), self.path(who), passphrase=self.words[who])

    def do(self, who: str, act: Callable[[Shadow], Any]) -> Any:
        """Something that is done in the window."""
        with closing(self.at(who)) as shadow:
            return act(shadow)

    def say(self, step: Step) -> str:
        """Run a step, hold it to what the page says it says, and return all of that."""
        home = self.path(step.who).parent / "home"
        home.mkdir(parents=True, exist_ok=True)
        given = {"SHADOW_PASSPHRASE": self.words[step.who], **self.answers, **step.given, "SHADOW_HOME": str(home)}
        with self._patch.context() as context:
            for name, value in given.items():
                context.setenv(name, self._here(value))
            save(home / "settings.json", Settings(name=step.who.title()))
            words = [self._here(each) for each in step.words]
            code = run(("--store", str(self.path(step.who)), *words), lambda *_: 0)
        out = self._capsys.readouterr()
        assert code == 0, (step.words, out.err)
        _hold(step, out.out + out.err)
        return out.out

    def play(self, some: list[Step]) -> str:
        """A whole block; what the last command said."""
        said = ""
        for step in some:
            said = self.say(step)
        return said

    def _here(self, word: str) -> str:
        for on_page, real in self.instead.items():
            word = word.replace(on_page, real)
        return word


def _hold(step: Step, said: str) -> None:
    rest = said.replace("\xa0", " ").splitlines()
    for wanted in step.said:
        pattern = re.compile(".*".join(map(re.escape, wanted.split("…"))))
        at = next((number for number, line in enumerate(rest) if pattern.fullmatch(line.strip())), None)
        assert at is not None, f"{step.words}: the page says “{wanted}”, the program says\n{said}"
        rest = rest[at + 1 :]
