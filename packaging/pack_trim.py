"""What stays out of the frozen program, and why; read by the spec."""

from __future__ import annotations

import fnmatch
from pathlib import PurePosixPath

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")

_UNUSED = (
    # Drawing without a window system, remote desktops, Qt Quick: nothing here asks for them.
    *("*/plugins/egldeviceintegrations/*", "*/plugins/platforms/libqeglfs*", "*/plugins/platforms/libqlinuxfb*"),
    *("*/plugins/platforms/libqvnc*", "*/plugins/platforms/libqvkkhrdisplay*", "*/plugins/platforms/libqminimal*"),
    *("*/plugins/wayland-graphics-integration-server/*", "*/plugins/qmltooling/*", "*/plugins/sqldrivers/*"),
    *("*/plugins/generic/*", "*libQt6EglF*", "*libQt6Quick*", "*libQt6Qml*", "*libQt6VirtualKeyboard*", "*libQt6Pdf*"),
    *("*/plugins/platforminputcontexts/libqtvirtualkeyboardplugin*", "*/plugins/imageformats/libqpdf*"),
    *("*libQt6WaylandCompositor*", "*libQt6Sql*", "*libQt6Test*", "*libQt6Designer*"),
    # GPL: a font among ReportLab's examples. The program never draws with it, and a package must not carry it.
    "*reportlab/fonts/DarkGarden*",
    # Test fonts and Adobe's old type 1 fonts of ReportLab; reports are set in Inter.
    *("*reportlab/fonts/*.pfb", "*reportlab/fonts/*.afm", "*reportlab/fonts/callig*", "*reportlab/fonts/hb-test*"),
    *("*reportlab/graphics/samples/*", "*/tests/*", "*/test/*", "*.pyi", "*/py.typed", "*/include/*"),
    # Qt's own texts in languages that the program does not speak are small; its Quick modules are not.
    "*PySide6/Qt/qml/*",
    # What PyInstaller's hooks collect of the build machine's own look.
    *("*share/icons/*", "*share/themes/*", "*etc/gtk*"),
)
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
    if any(fnmatch.fnmatchcase(path.as_posix(), pattern) for pattern in _UNUSED):
        return False
    return system_libraries == "bundle" or not source.startswith(_SYSTEM)
