"""What Windows shows of a program under Properties → Details."""

from __future__ import annotations

from pathlib import Path

from pack_project import NAME, PUBLISHER, SUMMARY, version

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", {publisher!r}),
      StringStruct("FileDescription", {summary!r}),
      StringStruct("FileVersion", {version!r}),
      StringStruct("InternalName", {name!r}),
      StringStruct("LegalCopyright", "MIT licence; see licences/NOTICE.txt"),
      StringStruct("ProductName", "Shadow"),
      StringStruct("ProductVersion", {version!r}),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def four_numbers(text: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: `0.9.1` is (0, 9, 1, 0); what follows the digits (`rc1`) counts as nothing."""
    digits: list[int] = []
    for part in text.split("."):
        number = ""
        for sign in part:
            if not sign.isdigit():
                break
            number += sign
        if not number:
            break
        digits.append(int(number))
        if number != part:
            break
    padded = [*digits, 0, 0, 0, 0][:4]
    return padded[0], padded[1], padded[2], padded[3]


def write_version_resource(folder: Path) -> Path:
    """Write the text that PyInstaller turns into the resource; returns its file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "version_resource.txt"
    text = _TEXT.format(
        numbers=four_numbers(version()), publisher=PUBLISHER, summary=SUMMARY, version=version(), name=NAME
    )
    path.write_text(text, encoding="utf-8")
    return path
