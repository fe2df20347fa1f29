"""What stays out of the frozen program, and why; read by the spec."""

from __future__ import annotations

import fnmatch
import re
from pathlib import PurePosixPath

from pack_project import ROOT

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")

_UNUSED = (
    # Drawing without a window system, remote desktops, Qt Quick: nothing here asks for them.
    *("*/plugins/egldeviceintegrations/*", "*/plugins/platforms/libqeglfs*", "*/plugins/platforms/libqlinuxfb*"),
    *("*/plugins/platforms/libqvnc*", "*/plugins/platforms/libqvkkhrdisplay*", "*/plugins/platforms/libqminimal*"),
    *("*/plugins/wayland-graphics-integration-server/*", "*/plugins/qmltooling/*", "*/plugins/sqldrivers/*"),
    *("*/plugins/generic/*", "*libQt6EglF*", "*libQt6Quick*", "*libQt6Qml*", "*libQt6VirtualKeyboard*", "*libQt6Pdf*"),
    *("*/plugins/platforminputcontexts/libqtvirtualkeyboardplugin*", "*/plugins/imageformats/libqpdf*"),
    *("*libQt6WaylandCompositor*", "*libQt6Sql*", "*libQt6Test*", "*libQt6Designer*"),
    # A software OpenGL for Windows, 20 MB; widgets are painted without any.
    "*/opengl32sw.dll",
    # GPL: a font among ReportLab's examples. The program never draws with it, and a package must not carry it.
    "*reportlab/fonts/DarkGarden*",
    # Test fonts and Adobe's old type 1 fonts of ReportLab; reports are set in Inter.
    *("*reportlab/fonts/*.pfb", "*reportlab/fonts/*.afm", "*reportlab/fonts/callig*", "*reportlab/fonts/hb-test*"),
    *("*reportlab/graphics/samples/*", "*/tests/*", "*/test/*", "*.pyi", "*/py.typed", "*/include/*"),
    "*PySide6/Qt/qml/*",
    # Pillow's reader of AVIF, which is refused as a photo, and its text, colour profiles and window: not asked for.
    *(
        "*PIL/_avif*",
        "*/libavif*",
        "*PIL/_imagingft*",
        "*PIL/_imagingcms*",
        "*PIL/_imagingtk*",
        "*/pillow.libs/liblcms2*",
    ),
    *("*/pillow.libs/libfreetype*", "*/pillow.libs/libharfbuzz*", "*/pillow.libs/libbrotli*"),
    # The sound card's own library belongs to the system that has the card.
    "/libasound.so*",
    # What PyInstaller's hooks collect of the build machine's own look.
    *("*share/icons/*", "*share/themes/*", "*etc/gtk*"),
)
_LENT_GTK = (
    *("*/platformthemes/libqgtk3.so", "/libgtk-3.so*", "/libgdk-3.so*", "/libgdk_pixbuf-2.0.so*", "/libatk*.so*"),
    *("/libcairo*.so*", "/libpango*.so*", "/libpixman-1.so*", "/libthai.so*", "/libdatrie.so*", "/libfribidi.so*"),
    *("/libgraphite2.so*", "/libharfbuzz.so*"),
)
"""Qt's GTK dialogs and half of GTK, which a build machine lends with them: the other half would be that of another
system, and of another age. The desktop's own file dialog comes by its portal."""
_BOTOCORE_NEEDED = ("s3", "sts", "sso", "sso-oidc", "signin")
"""Services whose description is needed to put files into a bucket; the other four hundred are 25 MB."""


def keep(target: str, source: str, system_libraries: str) -> bool:
    """Whether a file goes in.

    Args:
        target: its place in the folder.
        source: where it comes from; a link's own target, for a link.
        system_libraries: "bundle" keeps what the build machine's system lent, "depend" does not, because the package
            names the packages that bring it.
    """
    path = PurePosixPath("/", target.replace("\\", "/"))
    if "botocore" in path.parts and "data" in path.parts:
        below = path.parts[path.parts.index("data") + 1 :]
        return len(below) == 1 or below[0] in _BOTOCORE_NEEDED
    if _other_language(path):
        return False
    if any(fnmatch.fnmatchcase(path.as_posix(), pattern) for pattern in _UNUSED):
        return False
    if system_libraries == "bundle":
        return not any(fnmatch.fnmatchcase(path.as_posix(), pattern) for pattern in _LENT_GTK)
    return not source.startswith(_SYSTEM)


def languages() -> set[str]:
    """Those that the program speaks: English, which its source says, and each that has a catalogue."""
    found = (ROOT / "resources" / "i18n").glob("messages_*.po")
    return {"en", *(path.stem.removeprefix("messages_") for path in found)}


def _other_language(path: PurePosixPath) -> bool:
    """Whether a file holds words or numbers of a language that the program does not speak; together they are 30 MB."""
    if path.match("babel/locale-data/*.dat"):
        return re.split("[_.]", path.name)[0] not in {"root", *languages()}
    if path.match("PySide6/Qt/translations/*.qm") or path.match("PySide6/translations/*.qm"):
        # `qt_de.qm` only names the others; the window loads Qt's base alone.
        return path.name not in {f"qtbase_{each}.qm" for each in languages()}
    return False
