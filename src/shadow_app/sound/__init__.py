"""The only room that knows a sound card: record and play, through PortAudio, where the extra `voice` is installed."""

from __future__ import annotations
