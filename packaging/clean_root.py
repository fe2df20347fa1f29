"""A bare Debian of its own, made by debootstrap in a folder that is thrown away, and how to do things in it as root."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Failed(Exception):
    """What did not go as it must."""


@contextmanager
def clean_root(suite: str, base: Path | None) -> Iterator[Path]:
    """A bare Debian, gone afterwards whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="shadow-clean-root-"))
    root = folder / "root"
    try:
        if base is not None and base.is_file():
            root.mkdir()
            run("tar", "-xf", str(base), "-C", str(root))
        else:
            say(f"A bare Debian {suite} …")
            run("debootstrap", "--variant=minbase", suite, str(root))
            if base is not None:
                run("tar", "-cf", str(base), "-C", str(root), "--exclude=./var/cache/apt/archives/*.deb", ".")
        for name in ("/etc/resolv.conf", "/etc/hosts"):
            shutil.copyfile(name, root / name[1:])
        copy_apt(root)
        with mounted(root):
            yield root
    finally:
        # What is still mounted is this machine's: it is never deleted.
        if str(folder) in Path("/proc/mounts").read_text(encoding="utf-8"):
            say(f"{folder} was left because something is still mounted below it.")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def copy_apt(root: Path) -> None:
    """This machine's way to Debian's packages, with what it needs to trust it; its sources, if it is that Debian."""
    same = system_of(Path("/")) == system_of(root)
    for name in (*(("sources.list", "sources.list.d") if same else ()), "apt.conf.d", "auth.conf.d", "trusted.gpg.d"):
        source, target = Path("/etc/apt") / name, root / "etc" / "apt" / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copyfile(source, target)
    keys = root / "usr" / "share" / "keyrings"
    shutil.copytree("/usr/share/keyrings", keys, dirs_exist_ok=True)
    if Path("/etc/ssl/certs").is_dir():
        # For apt alone, and taken away before the package is tried.
        shutil.copytree("/etc/ssl/certs", root / "etc" / "ssl" / "certs", dirs_exist_ok=True, symlinks=False,
                        ignore_dangling_symlinks=True)  # fmt: skip


def system_of(root: Path) -> list[str]:
    """Which distribution it is, and which edition of it."""
    lines = (root / "etc" / "os-release").read_text(encoding="utf-8").splitlines()
    return sorted(line for line in lines if line.startswith(("ID=", "VERSION_CODENAME=")))


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """/proc, /dev and the display's socket, let go of afterwards."""
    display = Path("/tmp/.X11-unix")
    display.mkdir(mode=0o1777, exist_ok=True)
    (root / "tmp" / ".X11-unix").mkdir(parents=True, exist_ok=True)
    places = [("-t", "proc", "proc", "proc"), ("--bind", "/dev", "dev"), ("--bind", str(display), "tmp/.X11-unix")]
    done: list[Path] = []
    try:
        for *words, name in places:
            run("mount", *words, str(root / name))
            done.append(root / name)
        yield
    finally:
        for place in reversed(done):
            subprocess.run(("umount", "--lazy", str(place)), check=False)


def inside(root: Path, *command: str) -> str:
    """Run a command as root, inside."""
    keep = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        "HOME": "/root",
    }
    done = subprocess.run(("chroot", str(root), *command), check=False, capture_output=True, text=True, env=keep)
    if done.returncode:
        raise Failed(f"{' '.join(command[:4])} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def installed(root: Path) -> set[str]:
    """Names of the packages that are there."""
    return set(inside(root, "dpkg-query", "-W", "-f", "${Package}\n").split())


def files_of(root: Path) -> set[str]:
    """Every file of the system, mounts left out."""
    found: set[str] = set()
    for folder, names, files in os.walk(root):
        inner = "/" + os.path.relpath(folder, root)
        names[:] = [name for name in names if os.path.normpath(f"{inner}/{name}") not in ("/proc", "/dev")]
        found.update(os.path.normpath(f"{inner}/{name}") for name in files)
    return found


def run(*command: str) -> None:
    """Run a command of this machine."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{command[0]} ended with {done.returncode}:\n{(done.stdout + done.stderr)[-3000:]}")


def say(words: str) -> None:
    """One line of progress."""
    print(words, flush=True)
