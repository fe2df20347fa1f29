"""Everything a developer does here, in one file that needs nothing but Python 3.11: `python3 dev.py VERB`.

demo [ARGUMENTS]              made-up visits: opens the window, or writes out/demo where there is no screen
run [ARGUMENTS]               the program itself
test [PYTEST]                 lint, types and every test; with pytest arguments only those tests
test --thorough               lint, types and, at full counts, every test that can look deeper
test --coverage               every test, and which branches none of them takes
lint                          ruff, its format, mypy
forms                         compile forms/ and resources/ after Qt Designer
words                         bring the catalogues in resources/i18n up to date, and name what is not translated yet
docs [--check] [NAME]         take the pictures of docs/ again from the real window, or say which differ from it
bench [ARGUMENTS]             the benchmark of design.md §7; with --nightly the merge's tests at full length instead
package VERB                  packages for Linux, Windows and macOS; `package --help` names the verbs

The first call makes `.venv` from requirements.lock, by uv where it is there and by venv and pip where it is not, and
a changed lock or pyproject.toml renews it.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "shadow-stamp.txt"
LOCK = ROOT / "requirements.lock"
CODE = ("src", "tests", "packaging", "docs/scenes", "dev.py")

# What Qt's Linux wheels load but do not bring, by Debian package; found by ldd in a bare Debian 12.
OFFSCREEN = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
}
X11 = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
}
WAYLAND = {"libwayland-cursor0": "libwayland-cursor.so.0", "libwayland-client0": "libwayland-client.so.0"}


def main(arguments: list[str]) -> int:
    """Run one verb; returns the exit code of what it ran, 2 for an unknown verb."""
    verbs = {"demo": demo, "run": run, "test": test, "lint": lint, "forms": forms, "words": words, "docs": docs}
    verbs |= {"bench": bench, "package": package}
    if sys.version_info < (3, 11):
        return stop("Shadow needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
    if not arguments or arguments[0] not in verbs:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("help", "-h", "--help") else 2
    verb, rest = arguments[0], arguments[1:]
    return need_libraries(verb) or need_environment() or verbs[verb](rest)


def demo(rest: list[str]) -> int:
    """Show the program at work on made-up data."""
    headless = [] if has_screen() or "--headless" in rest else ["--headless", "--out", "out/demo"]
    return forms([]) or python("-m", "shadow_app", "demo", *headless, *rest)


def run(rest: list[str]) -> int:
    """Start the program."""
    return forms([]) or python("-m", "shadow_app", *rest)


def test(rest: list[str]) -> int:
    """Hold the whole house against its rules, or only the tests that are named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if [argument for argument in rest if argument not in ("--thorough", "--coverage")]:
        return forms([]) or python("-m", "pytest", *rest)
    workers = str(max(1, min(8, os.cpu_count() or 1)))
    tests = ("-m", "pytest", "-n", workers, "--dist", "worksteal")
    if "--coverage" in rest:
        # Counting covered branches doubles the time, so the runs that are waited for do without.
        return forms([]) or python(*tests, "--cov", "--cov-report=term")
    if code := forms([]):
        return code
    # mypy keeps one core busy, and the tests wait now and then for disks and timers: together they take less time.
    checked = beside(sys.executable, str(ROOT / "dev.py"), "lint")
    code = python(*tests, *(("--only-deeper", "--thorough") if rest else ()))
    return checked() or code


def lint(rest: list[str]) -> int:
    """Style, format and types; all three speak before the verdict."""
    checks = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy", *CODE))
    codes = [forms([]), *(python("-m", *check, *rest) for check in checks)]
    return next((code for code in codes if code), 0)


def forms(rest: list[str]) -> int:
    """Compile what is stale."""
    return python("packaging/compile_ui.py", *rest)


def words(rest: list[str]) -> int:
    """Read the window's texts into its catalogues."""
    return python("packaging/words.py", *rest)


def docs(rest: list[str]) -> int:
    """Take the pictures of the guide."""
    return forms([]) or python("docs/scenes/render.py", *rest)


def bench(rest: list[str]) -> int:
    """Measure."""
    return forms([]) or python("tests/benchmarks/run.py", *rest)


def package(rest: list[str]) -> int:
    """Build packages."""
    return forms([]) or python("packaging/build.py", *rest)


def need_environment() -> int:
    """Make or renew `.venv`; 0 when it stands."""
    wanted = stamp()
    if PYTHON.is_file() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    STAMP.unlink(missing_ok=True)
    print("Making .venv from requirements.lock (once; a few hundred megabytes) ...", flush=True)
    code = by_uv() if works("uv", "--version") else by_pip()
    if code == 0:
        STAMP.write_text(wanted, encoding="utf-8")
    return code


def by_uv() -> int:
    """The fast way, which needs neither venv nor pip in this Python."""
    install = ("uv", "pip", "install", "--quiet", "--python", str(PYTHON))
    make = ("uv", "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
    return (0 if works(str(PYTHON), "-c", "") else call(*make)) or fill(install)


def by_pip() -> int:
    """The way that works with Python alone."""
    if not works(str(PYTHON), "-m", "pip", "--version"):
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            return stop(
                "This Python cannot make a virtual environment: install uv (`pip install uv`), or what it lacks"
                " (on Debian and Ubuntu `apt-get install python3-venv`), and call again."
            )
        clear = () if works(str(PYTHON), "-c", "") else ("--clear",)  # of a Python that is gone nothing is kept
        if code := call(sys.executable, "-m", "venv", *clear, str(VENV)):
            return code
    return fill((str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"))


def fill(install: tuple[str, ...]) -> int:
    """Install what is locked, then the project over it without asking for anything more."""
    return call(*install, "--require-hashes", "-r", str(LOCK)) or call(
        *install, "--no-deps", "--no-build-isolation", "--editable", "."
    )


def need_libraries(verb: str) -> int:
    """On Linux: see that Qt finds the system's libraries; as root install what is missing, else say how."""
    if sys.platform != "linux":
        return 0
    wanted = dict(OFFSCREEN)
    if verb in ("demo", "run"):
        wanted.update(X11 if os.environ.get("DISPLAY") else {})
        wanted.update(WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {})
    missing = [package for package, name in wanted.items() if not loads(name)]
    if not missing:
        return 0
    if not shutil.which("apt-get"):
        names = ", ".join(wanted[package] for package in missing)
        return stop(f"Qt needs libraries that this system lacks: {names}. Install the packages that hold them.")
    command = ("apt-get", "install", "--yes", "--no-install-recommends", *missing)
    if os.geteuid() != 0:
        return stop(f"Qt needs libraries that this system lacks. Run: sudo {' '.join(command)}")
    print(f"Installing the libraries that Qt needs: {' '.join(missing)}", flush=True)
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    return call("apt-get", "update", "--quiet") or call(*command)


def has_screen() -> bool:
    """Whether a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(name: str) -> bool:
    """Whether the system's loader finds a library; asking it is surer than searching folders."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def stamp() -> str:
    """What the environment is made from."""
    return hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def python(*arguments: str) -> int:
    """Run the environment's Python in the project's folder."""
    return call(str(PYTHON), *arguments)


def call(*command: str) -> int:
    """Run a command, never through a shell; its exit code, 1 if a signal ended it."""
    try:
        code = subprocess.run(command, cwd=ROOT, check=False, env=around()).returncode
    except OSError as error:
        return stop(f"{command[0]} cannot be started: {error.strerror}.")
    return code if code >= 0 else 1


def beside(*command: str) -> Callable[[], int]:
    """Begin a command and hold its words back; what is returned waits for it, says them and gives its exit code."""
    said = tempfile.TemporaryFile()  # noqa: SIM115  (closed below)
    begun = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT, env=around())

    def ended() -> int:
        code = begun.wait()
        with said:
            said.seek(0)
            print(said.read().decode(errors="replace"), end="", flush=True)
        return code if code >= 0 else 1

    return ended


def around() -> dict[str, str]:
    """The environment of what is run: modules are compiled once, into `.venv`, and never beside their sources.

    Where PYTHONDONTWRITEBYTECODE is set, as in many containers, every one of the hundred processes that the tests
    start would compile three thousand modules anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(VENV / "bytecode"), **kept}


def works(*command: str) -> bool:
    """Whether a command starts and says that all is well."""
    try:
        return subprocess.run(command, cwd=ROOT, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def stop(sentence: str) -> int:
    """Say why nothing was done."""
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
