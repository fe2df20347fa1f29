"""The Debian package, tried for real: a clean system of its own, installed, used for one note and one PDF, removed.

    sudo python3 packaging/try_deb.py [PACKAGE]

Makes a bare Debian in a folder of its own (debootstrap), installs the package with apt and only what it depends on,
and uses it as an ordinary user with a home of their own: a visit is planned and started on the command line, a note is
typed on the keyboard of a virtual display, a report is printed. Then come the things that a desktop has and a bare
system has not, and they are asked what they know of the program: bash, the manual, the menu, the file type. At last all
is purged, and what is left behind is listed: nothing but what the user wrote.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from clean_root import Failed, clean_root, files_of, inside, installed, say
from virtual_hands import NoWindow, missing_tools, take_note, virtual_display

ROOT = Path(__file__).resolve().parent.parent
USER = "asha"
PASSPHRASE = "three grey herons"
NOTE = "Scanner freezes at the dock, they wait #scanning ~6m"
DESKTOP = (
    *(
        "appstream",
        "bash-completion",
        "desktop-file-utils",
        "libglib2.0-bin",
        "man-db",
        "shared-mime-info",
        "xdg-utils",
    ),
)
"""What completes, shows manuals and knows file types; it comes after the program was used without it."""
STEPS = Path(__file__).with_name("try_deb_steps.sh")


def main(arguments: list[str]) -> int:
    """Try it; 0 when everything went as it must."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("package", nargs="?", type=Path, help="the .deb; the newest in dist/, if left out")
    parser.add_argument("--suite", default="bookworm", help="which Debian")
    parser.add_argument(
        "--base", type=Path, help="an archive of the bare system, made if it is not there and then kept"
    )
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the display, for whoever wants to look")
    args = parser.parse_args(arguments)
    # Whoever stops it wants it cleaned up, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        check_tools()
        package = args.package or newest()
        with clean_root(args.suite, args.base) as root:
            try_package(root, package, args.pictures)
    except (Failed, NoWindow) as trouble:
        print(f"FAILED: {trouble}", file=sys.stderr)
        return 1
    print("Installed, used and removed: all is well.")
    return 0


def check_tools() -> None:
    """Say what is missing before anything is made."""
    if os.geteuid() != 0:
        raise Failed("a system of its own can only be made by root: run it with sudo.")
    missing = [each for each in ("debootstrap", "chroot", "mount") if shutil.which(each) is None] + missing_tools()
    if missing:
        raise Failed(f"missing: {', '.join(missing)}. On Debian: apt-get install debootstrap xvfb xdotool.")


def newest() -> Path:
    """The package that was built last."""
    found = sorted((ROOT / "dist").glob("*.deb"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise Failed("there is no package yet: `python3 dev.py package deb` builds it.")
    return found[-1]


def try_package(root: Path, package: Path, pictures: Path | None) -> None:
    """Install, use, remove."""
    apt = ("apt-get", "--yes", "--quiet=2", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0")
    shutil.copyfile(package, root / "tmp" / package.name)
    inside(root, *apt, "update")
    inside(root, "useradd", "--create-home", "--shell", "/bin/sh", USER)
    before, packages = files_of(root), installed(root)
    began = time.monotonic()
    inside(root, *apt, "install", f"/tmp/{package.name}")
    came = sorted(installed(root) - packages - {"shadow-app"})
    say(f"Installed in {time.monotonic() - began:.0f} s with {len(came)} packages it depends on.")
    check_installed(root)
    use(root, pictures)
    inside(root, *apt, "install", *DESKTOP)
    say(run_step(root, "desktop", environ("")).strip())
    inside(root, *apt, "purge", "shadow-app")
    inside(root, *apt, "purge", *sorted(installed(root) - packages - set(came)))
    inside(root, *apt, "autoremove", "--purge")
    left = sorted(files_of(root) - before - {f"/tmp/{package.name}"})
    theirs = [path for path in left if path.startswith(f"/home/{USER}/")]
    others = [path for path in left if path not in theirs and not left_by_others(path)]
    say(f"Removed. Left of the user's own: {len(theirs)} files, such as {', '.join(theirs[:4])}.")
    if others:
        raise Failed(f"left behind: {', '.join(others[:20])}")
    if not any(path.endswith("shadow.db") for path in theirs):
        raise Failed("the user's store is gone.")


def left_by_others(path: str) -> bool:
    """What apt, dpkg and the libraries' own packages leave when they go; none of it is the package's."""
    starts = (
        "/var/",
        "/etc/ld.so.cache",
        "/tmp/.X11-unix",
        "/etc/fonts/",
        "/etc/bash_completion.d",
        "/run/",
        "/usr/share/mime/",
        "/usr/share/fonts",
    )
    return path.startswith((*starts, f"/tmp/{STEPS.name}"))


def check_installed(root: Path) -> None:
    """What a desktop and a terminal look for is where they look."""
    for name in (
        *("usr/bin/shadow-app", "usr/share/applications/shadow-app.desktop", "usr/share/mime/packages/shadow-app.xml"),
        *("usr/share/icons/hicolor/48x48/apps/shadow-app.png", "usr/lib/shadow-app/licences/NOTICE.txt"),
    ):
        if not (root / name).exists():
            raise Failed(f"/{name} was not installed.")
    say(inside(root, "shadow-app", "--version").strip())


def use(root: Path, pictures: Path | None) -> None:
    """One note by the window, one PDF, as an ordinary user; the steps are in `try_deb_steps.sh`."""
    with virtual_display() as hands:
        session = environ(hands.display)
        run_step(root, "prepare", session)
        window = subprocess.Popen(
            user_command(root, "window"), env=session, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        opened = root / "home" / USER / ".local" / "share" / "shadow-app" / "shadow.db.window"
        try:
            take_note(
                hands, NOTE, lambda: window.poll() is None, opened,
                lambda: step(root, "look", session).returncode == 0,
            )  # fmt: skip
        finally:
            if pictures is not None:
                hands.picture(pictures / "note.png")
            hands.close_window(window)
            said = window.communicate()[0]
        if said.strip():
            say(f"The window said: {said.strip()}")
        say("A note was typed on the window's keyboard and is in the store.")
        say(run_step(root, "print", session).strip())


def environ(display: str) -> dict[str, str]:
    """What the user's session knows; nothing of this machine's."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": f"/home/{USER}", "USER": USER, "LANG": "C.UTF-8",
        "DISPLAY": display, "SHADOW_PASSPHRASE": PASSPHRASE, "XDG_RUNTIME_DIR": f"/home/{USER}/.run",
    }  # fmt: skip


def user_command(root: Path, name: str) -> tuple[str, ...]:
    """One of the steps, as the user, inside."""
    shutil.copyfile(STEPS, root / "tmp" / STEPS.name)
    return (
        shutil.which("chroot") or "chroot",
        f"--userspec={USER}:{USER}",
        str(root),
        "/bin/sh",
        f"/tmp/{STEPS.name}",
        name,
    )


def step(root: Path, name: str, session: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step to its end."""
    return subprocess.run(user_command(root, name), env=session, check=False, capture_output=True, text=True)


def run_step(root: Path, name: str, session: dict[str, str]) -> str:
    """Run a step that must succeed; what it said."""
    done = step(root, name, session)
    if done.returncode:
        raise Failed(f"the step “{name}” ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
