"""What the targets stand on: a small firm in a store of its own, and seeds that are good before they are changed."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from functools import cached_property
from pathlib import Path
from uuid import UUID

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image

from factories import KEY, Firm, new_store, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.programme import Programme
from shadow_app.domain.vocabulary import SiteType
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.reports.immersion import ImmersionReport, Strip
from shadow_app.reports.parts import Estimate, Sureness
from shadow_app.settings import Settings
from shadow_app.storage.vectors import changes_since
from shadow_app.storage.wraps import KeyFile, OpenWrap, PassphraseWrap, RecoveryWrap, make_recovery_code
from shadow_app.sync import segment
from shadow_app.sync.handover import write, write_sealed
from shadow_app.sync.segment import Content, encode

SIGNER = bytes(range(1, 33))
SEALED_WITH = bytes(range(32))
CODE = make_recovery_code()
NOW = datetime(2026, 11, 12, tzinfo=timezone.utc)
EMPTY = ImmersionReport(
    UUID(int=3),
    NOW,
    Strip("Larkfield Parcels", "", "Fellside depot", SiteType.DEPOT, "Loader", NOW),
    Sureness(0, 0.0, 0, 0, 0.0, Estimate(0.0)),
)
"""The report of a visit without a note."""


@dataclass(frozen=True)
class World:
    """A firm's use cases, and a folder to write into."""

    shadow: Shadow
    firm: Firm
    folder: Path

    def file(self, name: str, data: bytes) -> Path:
        """`data` as a file."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the firm's catalogue."""
        return self.shadow.catalogue.lexicon()

    @cached_property
    def segment(self) -> bytes:
        """A good segment of every change of the firm, signed by a device that nobody knows."""
        with self.shadow.store.reading() as read:
            changes = list(changes_since(read.connection, {}))
        photo = b"a picture" * 20
        named = Content(sha256=hashlib.sha256(photo).hexdigest(), size=len(photo))
        return encode(changes, key=SIGNER, device="c" * 16, person="Bob", made_at=NOW, contents=[named], about="V-1")

    @cached_property
    def body(self) -> bytes:
        """Its columns, unpacked."""
        return unpacked(self.segment)

    @cached_property
    def hand_over(self) -> bytes:
        """The segment and the picture that it names, in one file."""
        return in_a_file(self.segment)


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """Make it, and let go of it."""
    store = new_store(folder)
    firm = Firm().put_into(store)
    programme = Programme(name="A day out", starts_on=NOW.date())
    notes = [firm.note("gun logs out", business_damage=2), firm.note("labels jam", 5), firm.note("mail is slow", 9)]
    put(store, programme, *notes, tag(notes[0], firm.scanning, primary=True))
    shadow = wire(store, Settings(name="Ann", shadower_id=firm.ann.id))
    try:
        yield World(shadow, firm, folder)
    finally:
        shadow.close()


def in_a_file(packed: bytes) -> bytes:
    """A segment and the picture that it names, as one file has them."""
    out = io.BytesIO()
    write(out, [packed], [b"a picture" * 20])
    return out.getvalue()


def unpacked(packed: bytes) -> bytes:
    """The columns of a segment, taken out without a check."""
    length = int.from_bytes(packed[8:12], "big")
    return zstandard.ZstdDecompressor().decompress(packed[12 + length : -64], max_output_size=1 << 26)


def signed(good: bytes, envelope: bytes | None = None, body: bytes | None = None) -> bytes:
    """The segment with another envelope or other columns, its hashes and signature made to fit.

    What a hostile member of the team could send: nothing that a signature would stop.
    """
    length = int.from_bytes(good[8:12], "big")
    packed = good[12 + length : -64] if body is None else segment._packed(body)
    told = good[12 : 12 + length] if envelope is None else envelope
    if body is not None:
        words = json.loads(told) | {
            "body_bytes": len(body),
            "body_sha256": hashlib.sha256(packed).hexdigest(),
        }
        told = json.dumps(words, separators=(",", ":"), ensure_ascii=False).encode()
    whole = b"SHDWSEG1" + len(told).to_bytes(4, "big") + told + packed
    return whole + Ed25519PrivateKey.from_private_bytes(SIGNER).sign(whole)


def key_file() -> bytes:
    """A key file with a wrap of every kind that needs no keyring, at the least cost."""
    own = UUID(int=1)
    phrase, code = PassphraseWrap(memory_kib=8, passes=1), RecoveryWrap()
    wraps = (phrase.around(KEY, phrase.secret("correct horse"), own), code.around(KEY, code.secret(CODE), own))
    return KeyFile(store_id=own, wraps=wraps).model_dump_json().encode()


def open_key_file() -> bytes:
    """A key file that asks for nothing."""
    return KeyFile(store_id=UUID(int=1), wraps=(OpenWrap(key=KEY),)).model_dump_json().encode()


def sealed(data: bytes) -> bytes:
    """A hand-over file under a passphrase, at the least cost."""
    own, wrap = UUID(int=2), PassphraseWrap(memory_kib=8, passes=1)
    lock = json.loads(wrap.around(SEALED_WITH, wrap.secret("correct horse"), own).model_dump_json())
    told = json.dumps({"file": str(own), "wrap": lock}, sort_keys=True).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sealed.shadow"
        write_sealed(path, lambda sink: sink.write(data), told, SEALED_WITH)  # type: ignore[arg-type, return-value]
        return path.read_bytes()


def picture(form: str) -> bytes:
    """A small picture with a description and a place."""
    out = io.BytesIO()
    image = Image.new("RGB", (24, 16), "teal")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x9003] = "2026:11:12 10:00:00"
    image.save(out, form, exif=exif)
    return out.getvalue()
