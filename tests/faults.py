"""What goes wrong in places where laptops meet: dice for a server, and a cable to pull."""

from __future__ import annotations

import random
import select
import socket
import threading
from collections import Counter, defaultdict
from typing import Any


class Faults:
    """What goes wrong, how often it did, and whether anything does any more."""

    def __init__(self, seed: int = 0) -> None:
        self.rng = random.Random(seed)
        self.faults: Counter[str] = Counter()
        self.calm = True
        self._before: dict[str, list[Any]] = defaultdict(list)

    def happens(self, chance: float, what: str) -> bool:
        """Throw the dice."""
        does = not self.calm and self.rng.random() < chance
        self.faults[what] += does
        return does

    def stale(self, where: str, now: Any) -> Any:
        """What a listing says: now's, or one of the last four."""
        self._before[where] = [*self._before[where][-3:], now]
        return self.rng.choice(self._before[where]) if self.happens(0.3, "stale listing") else now

    def cut(self, data: bytes) -> bytes:
        """Some of it."""
        return data[: self.rng.randrange(len(data))] if data else data

    def flipped(self, data: bytes) -> bytes:
        """All but one bit of it."""
        at = self.rng.randrange(len(data))
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


class Cable:
    """A port that passes everything on to a server, until it is cut after so many bytes."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.cut_after: int | None = None
        self.dead = False
        """Take every connection and every byte, and never answer."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._ended = threading.Event()
        self._pairs: list[tuple[socket.socket, socket.socket | None]] = []
        self._threads = [threading.Thread(target=self._accept, name="cable")]
        self._threads[0].start()

    def __enter__(self) -> Cable:
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _accept(self) -> None:
        while not self._ended.is_set():
            ready, _, _ = select.select([self._listener], [], [], 0.05)
            if ready:
                here, _ = self._listener.accept()
                try:
                    there = None if self.dead else socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    here.close()
                    continue
                thread = threading.Thread(target=self._carry, args=(here, there), name="cable")
                self._threads.append(thread)
                thread.start()

    def _carry(self, here: socket.socket, there: socket.socket | None) -> None:
        both = {here: there} if there is None else {here: there, there: here}
        try:
            while not self._ended.is_set():
                ready, _, _ = select.select(list(both), [], [], 0.05)
                for each in ready:
                    data = each.recv(65536)
                    if not data:
                        return
                    if self.dead or both[each] is None:
                        continue
                    if each is here and self.cut_after is not None:
                        self.cut_after -= len(data)
                        if self.cut_after < 0:
                            return
                    other = both[each]
                    assert other is not None
                    other.sendall(data)
        except OSError:
            return
        finally:
            for each in both:
                each.close()
