"""Voice notes on the screen: recording, and a player in the details of a note."""

from __future__ import annotations
