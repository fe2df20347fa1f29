"""Pictures that are pasted, dropped or chosen, as the bytes of picture files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

MOST_BYTES = 64 * 2**20
ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic")
_QUICK = 90
"""Of PNG's "quality": little compression, for the picture is shrunk on its way into the store anyhow."""


class UnreadablePicture(Exception):
    """A chosen file cannot be read; the text says so to a person."""


def carried(source: QMimeData) -> bool:
    """Whether something pasted or dropped is a picture rather than words.

    Files come with their paths as words, and a spreadsheet's cells with a picture of themselves.
    """
    return bool(_files(source)) or (source.hasImage() and not source.text().strip())


def taken(source: QMimeData) -> tuple[bytes, ...]:
    """The pictures of something pasted or dropped.

    Raises:
        UnreadablePicture: a file is gone, not ours to read, or far too large.
    """
    files = _files(source)
    if files:
        return read_all(files)
    image = source.imageData()
    return (_png(image),) if isinstance(image, QImage) and not image.isNull() else ()


def read_all(paths: Iterable[Path]) -> tuple[bytes, ...]:
    """The bytes of some files.

    Raises:
        UnreadablePicture: one of them cannot be read.
    """
    return tuple(_bytes_of(path) for path in paths)


def _files(source: QMimeData) -> list[Path]:
    urls = source.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return paths if paths and len(paths) == len(urls) and all(_is_picture(path) for path in paths) else []


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            said = QCoreApplication.translate("Pictures", "{name} is larger than {most} MB: save a smaller copy of it.")
            raise UnreadablePicture(said.format(name=path.name, most=MOST_BYTES // 2**20))
        return path.read_bytes()
    except OSError as error:
        said = QCoreApplication.translate("Pictures", "{name} cannot be read: copy it to this computer, then add that.")
        raise UnreadablePicture(said.format(name=path.name)) from error


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_QUICK)
    writer.write(image)
    return bytes(buffer.data().data())
