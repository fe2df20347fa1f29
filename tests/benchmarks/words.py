"""Made-up notes that read a database as real ones do: few words fill most of the text, most words are rare.

The commonest words are those of the demo's notes, in their own order of frequency; behind them stand synthetic ones.
Frequencies follow Zipf's law with Mandelbrot's shift (Mandelbrot 1953), as those of any natural language nearly do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "resources" / "demo"

SYNTHETIC = 20_000
EXPONENT = 1.05
SHIFT = 2.7
TOPIC_WORDS = 12
"""How many words of its own a service has."""

_WORD = re.compile(r"[a-z]{2,}")
_SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprstvwz" for vowel in "aeiou"]


class Vocabulary:
    """Words with their cumulated frequencies; the same for the same seed."""

    def __init__(self, seed: int = 2026) -> None:
        random = Random(seed)
        common = [word for word, _ in demo_words().most_common()]
        self.words: list[str] = [*common, *_synthetic(random, frozenset(common))]
        ranks = range(1, len(self.words) + 1)
        self._cumulated = list(accumulate(1 / (rank + SHIFT) ** EXPONENT for rank in ranks))

    def draw(self, random: Random, count: int) -> list[str]:
        """So many words, the common ones more often."""
        return random.choices(self.words, cum_weights=self._cumulated, k=count)

    def topic(self, random: Random) -> list[str]:
        """The words by which people know a service: neither the commonest nor the rarest."""
        return random.sample(self.words[100:6_000], TOPIC_WORDS)

    def sentence(self, random: Random, topic: Sequence[str] = ()) -> str:
        """A note's text: 5 to 22 words, one to three of them from the topic."""
        words = self.draw(random, random.randint(5, 22))
        for word in random.choices(topic, k=random.randint(1, 3)) if topic else ():
            words[random.randrange(len(words))] = word
        return " ".join(words)


def demo_words() -> Counter[str]:
    """How often each word stands in the notes of the demo."""
    lines = (DEMO / "notes.tsv").read_text(encoding="utf-8") + (DEMO / "raw_notes.txt").read_text(encoding="utf-8")
    return Counter(_WORD.findall(lines.casefold()))


def zipf(count: int, exponent: float = 0.9) -> list[float]:
    """Cumulated weights for things of which some are met far more often than others."""
    return list(accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def _synthetic(random: Random, known: frozenset[str]) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < SYNTHETIC:
        word = "".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3, 3, 3, 4))))
        word += random.choice(("", "", "r", "n", "s"))
        if word not in known:
            made[word] = None
    return list(made)
