"""The software bill of materials: CycloneDX 1.6 as JSON.

Written here and not by a library: it is one list of names, versions, licences and hashes that are all at hand, and the
library for it would bring seven others into the lock.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import uuid
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from pack_parts import Part, parts_of
from pack_project import NAME, PUBLISHER, ROOT, SUMMARY, epoch, version

_NATIVE = re.compile(r"^(?P<name>lib[A-Za-z0-9_+-]+?)(?:-[0-9a-f]{8})?\.(?:so|dylib|dll)(?:\.(?P<version>[0-9.]+))?$")


def bill(frozen: Path, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """What is in a frozen folder: Python libraries, CPython, fonts, icons, and every native library with its hash."""
    hashes = locked_hashes()
    components = [_library(part, hashes.get(part.name, ())) for part in parts_of(frozen)]
    components.append(_named("library", "cpython", platform.python_version(), "PSF-2.0"))
    components += [_named("library", each, "", "OFL-1.1") for each in ("inter-font", "noto-emoji-font")]
    components.append(_named("library", "lucide-icons", "", "ISC"))
    components += _native(frozen)
    main = _named("application", NAME, version(), "MIT") | {"description": SUMMARY}
    when = datetime.fromtimestamp(epoch(), timezone.utc)
    body = {
        "metadata": {
            "timestamp": f"{when:%Y-%m-%dT%H:%M:%SZ}",
            "component": main,
            "supplier": {"name": PUBLISHER},
            "properties": [{"name": "shadow-app:without", "value": ",".join(without)}],
        },
        "components": components,
        "dependencies": [{"ref": NAME, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    # The number hangs on the content, so that the same build bears the same bill.
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(body, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": f"urn:uuid:{number}", "version": 1}
    return head | body


def write_bom(path: Path, frozen: Path, without: tuple[str, ...] = ()) -> None:
    """Write the bill."""
    path.write_text(json.dumps(bill(frozen, without), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def locked_hashes() -> dict[str, tuple[str, ...]]:
    """The SHA-256 sums under which the lock lets each library in, one for each of its files on the index."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if start := re.match(r"([a-z0-9-]+)(?:\[[^]]*\])?==", line):
            name = start[1]
        found.setdefault(name, []).extend(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    return {each: tuple(sums) for each, sums in found.items() if each}


def _library(part: Part, sums: tuple[str, ...]) -> dict[str, Any]:
    # Which of the sums was installed is not told by an installed library, so all that the lock allows are named.
    allowed = [{"name": "shadow-app:locked-sha256", "value": each} for each in sums]
    purl = {"purl": f"pkg:pypi/{part.name}@{part.version}"}
    return (
        _named("library", part.name, part.version, part.licence) | purl | ({"properties": allowed} if allowed else {})
    )


def _named(kind: str, name: str, number: str, licence: str) -> dict[str, Any]:
    said: dict[str, Any] = {"type": kind, "bom-ref": name, "name": name}
    if number:
        said["version"] = number
    single = re.fullmatch(r"[A-Za-z0-9.-]+", licence)
    said["licenses"] = [{"license": {"id": licence}} if single else {"expression": licence}]
    return said


def _native(frozen: Path) -> list[dict[str, Any]]:
    """Shared libraries that came inside a Python library or from the build machine's system."""
    found = []
    for path in sorted(frozen.rglob("*")):
        name = _NATIVE.match(path.name)
        if name is None or path.is_symlink() or not path.is_file():
            continue
        where = path.relative_to(frozen).as_posix()
        said: dict[str, Any] = {"type": "library", "bom-ref": where, "name": name["name"]}
        if name["version"]:
            said["version"] = name["version"]
        said["hashes"] = [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]
        found.append(said | {"properties": [{"name": "shadow-app:file", "value": where}]})
    return found
