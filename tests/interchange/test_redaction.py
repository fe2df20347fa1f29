"""What is blacked out is gone: not hidden behind something, and not to be won back from what is left around it."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import ValidationError

from pixels import pixel
from shadow_app.domain.cover import Box, Stroke
from shadow_app.domain.errors import PictureTrouble
from shadow_app.interchange.redaction import blacked_out

WIDE, HIGH = 320, 200


def picture(secret: tuple[int, int, int, int] | None = None, colour: str = "red", form: str = "PNG") -> bytes:
    """White, with a coloured secret in it."""
    image = Image.new("RGB", (WIDE, HIGH), "white")
    if secret is not None:
        image.paste(colour, secret)
    out = BytesIO()
    image.save(out, form)
    return out.getvalue()


def shown(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg)).convert("RGB")


def test_a_rectangle_is_black_and_the_rest_is_as_it_was() -> None:
    made = blacked_out(picture(), [Box(left=0.25, top=0.25, right=0.5, bottom=0.75)])
    image = shown(made.jpeg)
    assert (made.width, made.height) == (WIDE, HIGH)
    assert made.sha256 == sha256(made.jpeg).hexdigest()
    for x in range(80, 160, 5):
        for y in range(50, 150, 5):
            assert max(pixel(image, (x, y))) < 12
    assert min(pixel(image, (20, 20))) > 240
    assert min(pixel(image, (300, 180))) > 240


@given(
    x=st.integers(20, 200),
    y=st.integers(20, 120),
    wide=st.integers(3, 80),
    high=st.integers(3, 60),
    form=st.sampled_from(("PNG", "JPEG")),
)
def test_nothing_tells_what_was_covered(x: int, y: int, wide: int, high: int, form: str) -> None:
    """Two pictures that differ only under the cover come out the same, to the byte."""
    cover = Box(left=x / WIDE, top=y / HIGH, right=(x + wide) / WIDE, bottom=(y + high) / HIGH)
    inside = (x, y, x + wide, y + high)
    ours, theirs = (blacked_out(picture(inside, colour, form), [cover]).jpeg for colour in ("red", "blue"))
    # A JPEG has smeared its colours over its own blocks before it ever comes here; the cover takes these along.
    assert ours == theirs


def test_a_stroke_is_black_along_its_way_and_round_at_its_ends() -> None:
    stroke = Stroke(points=((0.2, 0.5), (0.8, 0.5)), thickness=0.05)
    image = shown(blacked_out(picture((64, 92, 256, 108)), [stroke]).jpeg)
    for x in range(64, 256, 4):
        for y in range(92, 108, 4):
            assert max(pixel(image, (x, y))) < 12
    assert min(pixel(image, (160, 30))) > 240
    dot = shown(blacked_out(picture(), [Stroke(points=((0.5, 0.5),))]).jpeg)
    assert max(pixel(dot, (160, 100))) < 12


def test_nothing_rides_along() -> None:
    exif = Image.Exif()
    exif[0x010F] = "needle-in-the-photo"
    exif[0x0112] = 6
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", exif=exif, comment=b"needle-in-the-photo")
    made = blacked_out(out.getvalue(), [Box(left=0, top=0, right=0.5, bottom=0.5)])
    assert b"needle" not in made.jpeg
    assert (made.width, made.height) == (40, 60), "covers lie on the upright photo"


def test_what_is_no_picture_or_no_cover_is_refused() -> None:
    with pytest.raises(PictureTrouble):
        blacked_out(b"GIF89a", [])
    for wrong in (
        {"left": 0.5, "top": 0, "right": 0.5, "bottom": 1},
        {"left": 0, "top": 0.5, "right": 1, "bottom": 0.4},
        {"left": -0.1, "top": 0, "right": 1, "bottom": 1},
        {"left": 0, "top": 0, "right": float("nan"), "bottom": 1},
    ):
        with pytest.raises(ValidationError):
            Box(**wrong)
    with pytest.raises(ValidationError):
        Stroke(points=())
