"""Photos come in small, upright and bare; whatever is no photo is refused with one sentence."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from shadow_app.domain.errors import PictureTrouble
from shadow_app.interchange.pictures import MOST_PIXELS, Picture, take_in, thumbnail

NEEDLE = b"needle-in-the-photo"
EAST = timezone(timedelta(hours=2))
FORMATS = ("JPEG", "PNG", "WEBP")


def encoded(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def two_halves(width: int = 40, height: int = 20, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image.convert(mode)


def shown(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.jpeg))


def near(seen: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 24 for one, other in zip(seen, wanted, strict=True))


def photo_with_everything() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = NEEDLE.decode()
    exif.get_ifd(0x8769)[0x9003] = "2026:05:03 14:21:09"
    exif.get_ifd(0x8769)[0x9011] = "+02:00"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 30.0, 1.0)
    return encoded(two_halves(), exif=exif, comment=NEEDLE, icc_profile=NEEDLE, xmp=NEEDLE)


def dated(taken: str, offset: str | None = None) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = taken
    if offset is not None:
        exif.get_ifd(0x8769)[0x9011] = offset
    return encoded(two_halves(), exif=exif)


def png_of(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG whose header promises a size that its pixels do not keep."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_nothing_of_the_camera_but_the_moment_stays() -> None:
    data = photo_with_everything()
    assert data.count(NEEDLE) >= 3

    picture = take_in(data)

    kept = shown(picture)
    assert NEEDLE not in picture.jpeg
    assert b"Exif" not in picture.jpeg
    assert not dict(kept.getexif())
    assert not {"comment", "icc_profile", "exif", "xmp"} & set(kept.info)
    assert picture.taken_at == datetime(2026, 5, 3, 12, 21, 9, tzinfo=timezone.utc)


def test_a_picture_knows_its_hash_and_size() -> None:
    picture = take_in(encoded(two_halves()))
    assert picture.sha256 == sha256(picture.jpeg).hexdigest()
    assert (picture.width, picture.height) == shown(picture).size == (40, 20)
    assert picture.taken_at is None


def test_a_picture_does_not_print_its_bytes() -> None:
    assert "jpeg" not in repr(take_in(encoded(two_halves())))


# Where the camera's left (red) half is seen after turning it upright: a corner of the upright picture.
@pytest.mark.parametrize(
    ("orientation", "turned", "red_at"),
    [
        (1, False, (0.25, 0.5)),
        (2, False, (0.75, 0.5)),
        (3, False, (0.75, 0.5)),
        (4, False, (0.25, 0.5)),
        (5, True, (0.5, 0.25)),
        (6, True, (0.5, 0.25)),
        (7, True, (0.5, 0.75)),
        (8, True, (0.5, 0.75)),
    ],
)
def test_every_orientation_comes_out_upright(orientation: int, turned: bool, red_at: tuple[float, float]) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = take_in(encoded(two_halves(64, 32), exif=exif, quality=95))
    assert (picture.width, picture.height) == ((32, 64) if turned else (64, 32))
    across, down = red_at
    pixel = shown(picture).getpixel((int(picture.width * across), int(picture.height * down)))
    assert near(pixel, (255, 0, 0))


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_is_passed_over(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert take_in(encoded(two_halves(), exif=exif)).width == 40


def test_both_top_corners_survive_a_mirrored_turn() -> None:
    """Orientation 5 and 6 differ only by a mirror, which one pixel cannot tell."""
    corner = Image.new("RGB", (64, 64), "white")
    corner.paste("red", (0, 0, 32, 32))
    where = {}
    for orientation in (5, 6, 7, 8):
        exif = Image.Exif()
        exif[0x0112] = orientation
        image = shown(take_in(encoded(corner, exif=exif, quality=95)))
        spots = {"top left": (16, 16), "top right": (48, 16), "bottom left": (16, 48), "bottom right": (48, 48)}
        where[orientation] = next(name for name, spot in spots.items() if near(image.getpixel(spot), (255, 0, 0)))
    assert where == {5: "top left", 6: "top right", 7: "bottom right", 8: "bottom left"}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("size", "becomes"),
    [((300, 150), (100, 50)), ((150, 300), (50, 100)), ((100, 40), (100, 40)), ((3000, 2), (100, 1)), ((1, 1), (1, 1))],
)
def test_only_larger_pictures_are_made_smaller(form: str, size: tuple[int, int], becomes: tuple[int, int]) -> None:
    picture = take_in(encoded(two_halves(*size), form), longest=100)
    assert (picture.width, picture.height) == shown(picture).size == becomes


def test_a_photo_of_a_large_camera_fits() -> None:
    data = encoded(Image.new("RGB", (7728, 5368), "navy"))
    picture = take_in(data)
    assert (picture.width, picture.height) == (2000, 1389)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_is_transparent_becomes_white(form: str) -> None:
    image = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (20, 0, 40, 20))
    seen = shown(take_in(encoded(image, form, **({"lossless": True} if form == "WEBP" else {})), quality=95))
    assert near(seen.getpixel((4, 10)), (255, 255, 255))
    assert near(seen.getpixel((34, 10)), (255, 0, 0))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    seen = shown(take_in(encoded(two_halves(mode=mode), "PNG")))
    assert (seen.mode, seen.size) == ("RGB", (40, 20))


def test_a_palette_with_a_transparent_colour_becomes_white() -> None:
    image = Image.new("P", (20, 20), 0)
    image.putpalette([10, 20, 30, 255, 0, 0])
    seen = shown(take_in(encoded(image, "PNG", transparency=0)))
    assert near(seen.getpixel((10, 10)), (255, 255, 255))


def test_sixteen_bits_of_grey_are_scaled_and_not_cut_off() -> None:
    image = Image.new("I;16", (40, 20), 0x8000)
    assert near(shown(take_in(encoded(image, "PNG"))).getpixel((10, 10)), (128, 128, 128))


def test_print_colours_are_taken() -> None:
    seen = shown(take_in(encoded(two_halves(mode="CMYK")), quality=95))
    assert seen.mode == "RGB"
    assert near(seen.getpixel((4, 10)), (255, 0, 0))


def test_a_moving_picture_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert near(shown(take_in(data)).getpixel((10, 10)), (255, 0, 0))


def test_a_photo_with_a_second_one_behind_it_gives_the_first() -> None:
    data = encoded(two_halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 20), "lime")])
    picture = take_in(data)
    assert near(shown(picture).getpixel((4, 10)), (255, 0, 0))


@pytest.mark.parametrize(
    ("taken", "offset", "zone", "moment"),
    [
        ("2026:05:03 14:21:09", "-05:30", EAST, datetime(2026, 5, 3, 19, 51, 9, tzinfo=timezone.utc)),
        ("2026:05:03 14:21:09", None, EAST, datetime(2026, 5, 3, 12, 21, 9, tzinfo=timezone.utc)),
        ("2026:05:03 14:21:09", "late", EAST, datetime(2026, 5, 3, 12, 21, 9, tzinfo=timezone.utc)),
        ("2026:05:03 14:21:09", None, None, datetime(2026, 5, 3, 14, 21, 9).astimezone(timezone.utc)),
        ("0000:00:00 00:00:00", None, EAST, None),
        ("    :  :     :  :  ", None, EAST, None),
        ("0001:01:01 00:00:00", None, EAST, None),
        ("yesterday", "+02:00", EAST, None),
    ],
)
def test_when_it_was_taken(taken: str, offset: str | None, zone: timezone | None, moment: datetime | None) -> None:
    assert take_in(dated(taken, offset), zone=zone).taken_at == moment


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_the_moment_is_read_from_other_formats_too(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:05:03 14:21:09"
    picture = take_in(encoded(two_halves(), form, exif=exif), zone=timezone.utc)
    assert (picture.width, picture.height) == (20, 40)
    assert picture.taken_at == datetime(2026, 5, 3, 14, 21, 9, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "rubbish", [b"Exif\0\0rubbish", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff"]
)
def test_broken_exif_does_not_cost_the_photo(rubbish: bytes) -> None:
    picture = take_in(encoded(two_halves(), exif=rubbish))
    assert picture.taken_at is None
    assert picture.width == 40


def test_a_small_file_of_400_megapixels_is_refused() -> None:
    with pytest.raises(PictureTrouble, match=r"more than 60 megapixels: save a smaller copy"):
        take_in(png_of(20_000, 20_000))


@pytest.mark.parametrize(("width", "height"), [(12_000, 12_000), (7_500, 8_001), (65_000, 65_000)])
def test_the_size_is_refused_by_the_header_alone(width: int, height: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def decoded(image: Image.Image) -> None:
        raise AssertionError("the pixels were decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)
    with pytest.raises(PictureTrouble, match=r"more than 60 megapixels"):
        take_in(png_of(width, height))


def test_the_most_pixels_are_still_taken() -> None:
    width, height = 8_000, MOST_PIXELS // 8_000
    data = encoded(Image.new("L", (width, height), 200))
    assert take_in(data).width == 2000


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_one_row_more_is_refused(form: str) -> None:
    data = encoded(Image.new("L", (8_000, MOST_PIXELS // 8_000 + 1)), form)
    with pytest.raises(PictureTrouble, match="more than 60 megapixels"):
        take_in(data)


@pytest.mark.parametrize("side", [8_000, 16_383])
def test_a_tiny_webp_on_a_vast_canvas_is_refused(side: int) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "blue")]
    data = bytearray(encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    assert data[12:16] == b"VP8X"
    data[24:30] = (side - 1).to_bytes(3, "little") * 2
    with pytest.raises(PictureTrouble, match="more than 60 megapixels"):
        take_in(bytes(data))


@pytest.mark.parametrize("form", FORMATS)
def test_a_truncated_file_is_refused(form: str) -> None:
    data = encoded(Image.effect_noise((200, 100), 80).convert("RGB"), form)
    for share in (0.02, 0.3, 0.6, 0.9):
        with pytest.raises(PictureTrouble, match=r"cut off or damaged: copy it from the camera again"):
            take_in(data[: int(len(data) * share)])


def test_pixels_missing_behind_a_good_header_are_refused() -> None:
    with pytest.raises(PictureTrouble, match="cut off or damaged"):
        take_in(png_of(50, 50))


@pytest.mark.parametrize("form", FORMATS)
def test_what_hides_behind_the_image_stays_behind(form: str) -> None:
    archive = b"PK\x03\x04" + NEEDLE
    picture = take_in(encoded(two_halves(), form) + archive)
    assert NEEDLE not in picture.jpeg
    assert b"PK\x03\x04" not in picture.jpeg


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "EPS", "PDF", "PPM", "ICO", "TGA"])
def test_other_formats_are_refused_whatever_they_are_called(form: str) -> None:
    with pytest.raises(PictureTrouble, match=r"no JPEG, PNG or WebP picture: save it as one of these"):
        take_in(encoded(two_halves(), form))


@pytest.mark.parametrize("data", [b"8BPS\0\1" + bytes(30), b"SIMPLE  =                    T", b"<svg/>", b"x"])
def test_whatever_else_is_refused(data: bytes) -> None:
    with pytest.raises(PictureTrouble, match="no JPEG, PNG or WebP picture"):
        take_in(data)


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_heic_photo_is_refused_with_the_way_out(brand: bytes) -> None:
    with pytest.raises(PictureTrouble, match=r"HEIC or AVIF.*save it as JPEG.*Most Compatible"):
        take_in(b"\0\0\0\x18ftyp" + brand + bytes(40))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(PictureTrouble, match="empty file"):
        take_in(b"")


def test_too_little_memory_is_said_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", none_left)
    with pytest.raises(PictureTrouble, match="save a smaller copy"):
        take_in(encoded(two_halves()))


def test_a_thumbnail_is_small_and_a_jpeg() -> None:
    picture = take_in(encoded(two_halves(900, 600)))
    small = Image.open(BytesIO(thumbnail(picture.jpeg)))
    assert (small.format, small.size) == ("JPEG", (320, 213))
    assert Image.open(BytesIO(thumbnail(picture.jpeg, longest=64))).size == (64, 43)


def test_a_thumbnail_of_anything_else_is_refused() -> None:
    with pytest.raises(PictureTrouble):
        thumbnail(encoded(two_halves(), "PNG"))


def test_a_large_jpeg_is_never_decoded_whole(tmp_path: Path) -> None:
    """40 megapixels are 160 MB when decoded; a quarter of the side needs a sixteenth."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only there the system tells the peak of memory")
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(encoded(Image.new("RGB", (8000, 5000), "navy")))
    small = tmp_path / "small.jpg"
    small.write_bytes(encoded(two_halves()))
    script = (
        "import re, sys; from pathlib import Path; from shadow_app.interchange.pictures import take_in\n"
        "peak = lambda: int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
        "take_in(Path(sys.argv[2]).read_bytes()); data = Path(sys.argv[1]).read_bytes(); before = peak()\n"
        "take_in(data); print((peak() - before) // 1024)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(photo), str(small)], capture_output=True, text=True, check=True
    )
    assert int(told.stdout) < 100


@given(
    form=st.sampled_from(FORMATS),
    cuts=st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=6)), min_size=1, max_size=6),
    end=st.integers(0, 4000),
)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_pictures_are_taken_or_refused(form: str, cuts: list[tuple[int, bytes]], end: int) -> None:
    whole = bytearray(photo_with_everything() if form == "JPEG" else encoded(two_halves(30, 30, "RGBA"), form))
    for place, junk in cuts:
        whole[place % len(whole) : place % len(whole) + len(junk)] = junk
    try:
        picture = take_in(bytes(whole[: end or None]), longest=64)
    except PictureTrouble as trouble:
        assert str(trouble).endswith(".")  # noqa: PT017
    else:
        assert shown(picture).format == "JPEG"
        assert max(picture.width, picture.height) <= 64


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBPVP8X"]),
)
@settings(max_examples=200, deadline=None)
def test_random_bytes_are_refused(data: bytes, start: bytes) -> None:
    with pytest.raises(PictureTrouble):
        take_in(start + data)
