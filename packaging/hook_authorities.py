"""At the start of the frozen program on Linux: where this system keeps the authorities that vouch for servers.

OpenSSL looks where it lay on the build machine; other distributions keep them elsewhere.
"""

from __future__ import annotations

import os
import ssl

_PLACES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def point_to_authorities() -> None:
    """Set SSL_CERT_FILE where OpenSSL would find nothing, unless somebody has set it."""
    usual = ssl.get_default_verify_paths()
    if usual.cafile or (usual.capath and os.listdir(usual.capath)):  # noqa: PTH208  # before the first import of pathlib
        return
    found = next((place for place in _PLACES if os.path.isfile(place)), "")  # noqa: PTH113
    if found:
        os.environ.setdefault(usual.openssl_cafile_env, found)


point_to_authorities()
