"""Photos on their way into the store: smaller, upright, and without what a camera adds (`reliability.md` §4–§5).

Nothing of the file that came in is kept but its pixels and the moment it was taken. The pixels are copied into a new
image and encoded anew, so EXIF with its position, colour profiles, comments and whatever hides behind the image stay
behind. The profile's colours are not converted: a wide-gamut photo comes out a little paler.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timezone, tzinfo
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Final

from shadow_app.domain.errors import PictureTrouble
from shadow_app.domain.language import mark, say

if TYPE_CHECKING:
    # Pillow is imported with the first photo: the first note of a day does not wait for it.
    from PIL import Image

MOST_PIXELS: Final = 60_000_000
"""A 48-megapixel telephone is let in; what is larger may be a small file made to fill the memory."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_DAMAGED: Final = mark("The picture is cut off or damaged: copy it from the camera again.")
_EXIF_PART: Final = 0x8769
_ORIENTATION: Final = 0x0112
_TAKEN: Final = 0x9003
_TAKEN_OFFSET: Final = 0x9011
# How to turn what the camera stored upright, by EXIF's orientation (Exif 2.32 §4.6.4).
_UPRIGHT: Final = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as the store keeps it.

    Attributes:
        jpeg: the encoded image.
        sha256: the hash of `jpeg` in hexadecimal, under which the store keeps it.
        width, height: in pixels.
        taken_at: when the photo was taken, in UTC, if the camera said so.
    """

    jpeg: bytes = field(repr=False)
    sha256: str
    width: int
    height: int
    taken_at: datetime | None


def take_in(data: bytes, *, longest: int = 2000, quality: int = 85, zone: tzinfo | None = None) -> Picture:
    """The picture in `data`, a JPEG, PNG or WebP file; of a moving one, its first frame.

    Args:
        data: the file's content.
        longest: the most pixels along the longer side; smaller pictures keep their size.
        quality: JPEG quality, 1 to 95.
        zone: where the camera's clock was set, if the photo does not say; None is this computer's own zone.

    Raises:
        PictureTrouble: it is no such file, or cut off, or larger than 60 megapixels.
    """
    upright, taken_at = pixels_of(data, longest, zone)
    return encoded(upright, quality, taken_at)


def pixels_of(data: bytes, longest: int = 2000, zone: tzinfo | None = None) -> tuple[Image.Image, datetime | None]:
    """The pixels alone, upright and no larger than they may be, and when the photo was taken; see `take_in`."""
    from PIL import Image

    if not data:
        raise PictureTrouble(say("The picture is an empty file: save or copy it again."))
    with _opened(data, _FORMATS) as image:
        exif = _exif(image)
        small = _smaller(image, longest)
    turn = _UPRIGHT.get(exif.orientation) if isinstance(exif.orientation, int) else None
    return small.transpose(Image.Transpose[turn]) if turn is not None else small, exif.taken_at(zone)


def encoded(pixels: Image.Image, quality: int, taken_at: datetime | None) -> Picture:
    """Pixels as the store keeps them."""
    jpeg = _encoded(pixels, quality)
    return Picture(jpeg, sha256(jpeg).hexdigest(), pixels.width, pixels.height, taken_at)


def thumbnail(jpeg: bytes, longest: int = 320) -> bytes:
    """A small JPEG of a picture that the store keeps; `longest` is its longer side in pixels.

    Raises:
        PictureTrouble: the bytes are no JPEG.
    """
    with _opened(jpeg, ("JPEG",)) as image:
        return _encoded(_smaller(image, longest), quality=80)


def is_bare(jpeg: bytes) -> bool:
    """Whether a JPEG file is pixels and nothing else, as this program writes it: no place, no camera, no words.

    Its parts up to the pixels are looked at (ITU-T T.81, annex B); behind them nothing may follow the end.
    """
    at = 2
    while jpeg[at : at + 1] == b"\xff" and at + 4 <= len(jpeg):
        kind = jpeg[at + 1]
        if kind not in _BARE_PARTS or (kind == _APP0 and jpeg[at + 4 : at + 9] != b"JFIF\0"):
            return False
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if kind == _START_OF_SCAN:
            return jpeg.startswith(b"\xff\xd8") and jpeg.find(b"\xff\xd9", at) == len(jpeg) - 2
    return False


_APP0, _START_OF_SCAN = 0xE0, 0xDA
_BARE_PARTS = frozenset((_APP0, 0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, _START_OF_SCAN))


@contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Iterator[Image.Image]:
    from PIL import Image, UnidentifiedImageError

    try:
        # The filters are the whole process's; a race with another thread could at worst leave these two in place.
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)  # complaints about EXIF, which is thrown away
            with Image.open(BytesIO(data), formats=formats) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _too_large()
                yield image
    except PictureTrouble:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError) as error:
        raise _too_large() from error
    except UnidentifiedImageError as error:
        raise PictureTrouble(_what_to_do(data)) from error
    except Exception as error:  # a decoder fed with anything at all raises anything at all
        raise PictureTrouble(say(_DAMAGED)) from error


def _too_large() -> PictureTrouble:
    most = MOST_PIXELS // 1_000_000
    return PictureTrouble(
        say(
            "The picture has more than {most:|megapixel|megapixels}: save a smaller copy of it, then add that.",
            most=most,
        )
    )


def _what_to_do(data: bytes) -> str:
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"RIFF")):
        return say(_DAMAGED)
    if data[4:8] == b"ftyp":
        return say(
            "The picture is a HEIC or AVIF file, which cannot be read here: save it as JPEG, then add that (an iPhone "
            "takes JPEG with Settings, Camera, Formats, Most Compatible)."
        )
    return say("The file is no JPEG, PNG or WebP picture: save it as one of these, then add that.")


def _smaller(image: Image.Image, longest: int) -> Image.Image:
    from PIL import Image

    scale = min(1.0, longest / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    # A JPEG can be decoded at a half, a quarter or an eighth: less time, and less memory than the whole.
    image.draft(image.mode, size)
    plain = _plain(image)
    if plain.size != size:
        plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    sheet = Image.new("RGB", plain.size, "white")
    sheet.paste(plain, mask=plain if plain.mode == "RGBA" else None)
    return sheet


def _plain(image: Image.Image) -> Image.Image:
    image.load()
    if image.mode.startswith("I"):
        # 16 bits of grey: a plain conversion would cut off at 255 instead of scaling.
        return image.convert("F").point(lambda level: level / 257 + 0.5).convert("L").convert("RGB")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _encoded(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, format="JPEG", quality=quality)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Exif:
    orientation: object = None
    taken: str = ""
    offset: str = ""

    def taken_at(self, zone: tzinfo | None) -> datetime | None:
        form = "%Y:%m:%d %H:%M:%S"
        with suppress(ValueError, OverflowError, OSError):
            return datetime.strptime(self.taken + self.offset, form + "%z").astimezone(timezone.utc)
        with suppress(ValueError, OverflowError, OSError):
            # Without a zone the moment is this computer's: it has most likely spent the day beside the camera.
            return datetime.strptime(self.taken, form).replace(tzinfo=zone).astimezone(timezone.utc)
        return None


def _exif(image: Image.Image) -> _Exif:
    with suppress(Exception):  # nothing in it is worth losing the photo for
        exif = image.getexif()
        part = exif.get_ifd(_EXIF_PART)
        taken, offset = (str(part.get(tag, "")).strip("\0 ") for tag in (_TAKEN, _TAKEN_OFFSET))
        return _Exif(exif.get(_ORIENTATION), taken, offset)
    return _Exif()
