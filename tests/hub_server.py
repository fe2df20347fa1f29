"""A real PostgreSQL on loopback, in a temporary folder, for as long as a test run lasts.

PostgreSQL refuses to run as root, so it runs as another user there; the folder is that user's.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BINARIES = Path("/usr/lib/postgresql")
OTHERS = ("postgres", "nobody")
PASSWORD = "pw"


def binaries() -> Path | None:
    """Where initdb and postgres are: the newest that the system has, or what PATH finds."""
    found = sorted(BINARIES.glob("*/bin/initdb"), key=lambda each: int(each.parts[-3]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    return Path(there).resolve().parent if there else None


def runs_as() -> list[str] | None:
    """What to put before a command so that it does not run as root; None if that cannot be done here."""
    if os.name == "nt" or os.geteuid() != 0:
        return []
    import pwd

    known = {each.pw_name: each for each in pwd.getpwall()}
    user = next((known[name] for name in OTHERS if name in known), None)
    setpriv = shutil.which("setpriv")
    if user is None or setpriv is None:
        return None
    return [setpriv, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def why_not() -> str:
    """What this machine lacks to run a PostgreSQL, or nothing."""
    if binaries() is None:
        return "there is no PostgreSQL on this machine"
    if runs_as() is None:
        return "PostgreSQL refuses to run as root, and there is nobody else here"
    return ""


class Server:
    """One cluster. `kill` ends it as a pulled plug would; `start` brings it back with what it had."""

    def __init__(self, folder: Path) -> None:
        found, before = binaries(), runs_as()
        assert found is not None
        assert before is not None
        self.bin, self.before, self.folder = found, before, folder
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        secret = folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        if before:
            secret.chmod(0o644)
            _owned(folder, before)
        options = ("-U", "admin", "--pwfile", str(secret), "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "-N")
        self._run("initdb", "-D", str(self.data), *options)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
            # The folder is thrown away: what is measured and tested here is not the disk.
            "fsync": "off",
            "max_connections": "30",
            "shared_buffers": "32MB",
            "max_wal_size": "256MB",
            "log_min_messages": "panic",
            "log_min_error_statement": "panic",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [*self.before, str(self.bin / "postgres"), "-D", str(self.data), *options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        ready = [str(self.bin / "pg_isready"), "-h", "127.0.0.1", "-p", str(self.port), "-q"]
        give_up = time.monotonic() + 60
        while subprocess.run(ready, check=False).returncode != 0:
            assert self.process.poll() is None, "PostgreSQL ended as it started"
            assert time.monotonic() < give_up, "PostgreSQL does not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, the connections with it."""
        self._end(signal.SIGQUIT)

    def stop(self) -> None:
        """End it properly."""
        self._end(signal.SIGINT)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            # setpriv replaces itself, so this is the postmaster.
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None

    def address(self, database: str = "postgres", login: str = "admin", password: str = PASSWORD) -> str:
        """Where to find one of its databases."""
        return f"postgresql://{login}:{password}@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [*self.before, str(self.bin / program), *words], capture_output=True, cwd="/", check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")


@contextmanager
def running() -> Iterator[Server]:
    """A server that is gone afterwards. Its folder is short, as the name of a socket must be, and others may enter."""
    common = "/tmp" if Path("/tmp").is_dir() else None  # a test's own folder is closed to another user
    with tempfile.TemporaryDirectory(prefix="shadow-hub-", dir=common, ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _owned(folder: Path, before: Sequence[str]) -> None:
    told = {word.partition("=")[0]: word.partition("=")[2] for word in before[1:]}
    os.chown(folder, int(told["--reuid"]), int(told["--regid"]))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
