"""Errors of the libraries as sentences: what is wrong and what to do, and no word that the library said."""

from __future__ import annotations

import errno
import socket
import ssl

import asyncssh
import httpx
import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError, NoCredentialsError
from fsspec.exceptions import FSTimeoutError

from shadow_app.domain.errors import Unreachable
from shadow_app.sync.remote_trouble import trouble_at


def _s3(code: str, status: int) -> ClientError:
    return ClientError(
        {"Error": {"Code": code, "Message": "secret"}, "ResponseMetadata": {"HTTPStatusCode": status}}, "PutObject"
    )


def _http(status: int) -> httpx.HTTPStatusError:
    request = httpx.Request("PUT", "https://ann:secret@cloud.example/x")
    return httpx.HTTPStatusError("secret", request=request, response=httpx.Response(status, request=request))


@pytest.mark.parametrize(
    ("error", "what", "gone"),
    [
        (asyncssh.PermissionDenied("secret"), "does not let you in", True),
        (_http(401), "does not let you in", True),
        (_s3("SignatureDoesNotMatch", 403), "does not let you in", True),
        (NoCredentialsError(), "does not let you in", True),
        (asyncssh.SFTPPermissionDenied("secret"), "does not allow this", False),
        (_http(403), "does not allow this", False),
        (_s3("AccessDenied", 403), "does not allow this", False),
        (PermissionError(errno.EACCES, "secret"), "does not allow this", False),
        (OSError(errno.ENOSPC, "secret"), "is full", False),
        (asyncssh.SFTPQuotaExceeded("secret"), "is full", False),
        (_http(507), "is full", False),
        (_s3("NoSuchBucket", 404), "is not there", False),
        (FileNotFoundError(errno.ENOENT, "secret"), "is not there", False),
        (ssl.SSLCertVerificationError("secret"), "TLS certificate", True),
        (asyncssh.HostKeyNotVerifiable("secret"), "host key", True),
        (socket.gaierror(-2, "secret"), "that nobody knows", True),
        (ConnectionRefusedError(errno.ECONNREFUSED, "secret"), "takes no connection", True),
        (ConnectTimeoutError(endpoint_url="https://secret"), "did not answer in time", True),
        (httpx.ReadTimeout("secret"), "did not answer in time", True),
        (FSTimeoutError(), "did not answer in time", True),
        (asyncssh.ConnectionLost("secret"), "lost the connection", True),
        (httpx.RemoteProtocolError("secret"), "lost the connection", True),
        (ConnectionResetError(errno.ECONNRESET, "secret"), "lost the connection", True),
        (_http(503), "lost the connection", True),
        (_http(308), "has moved", True),
        (_http(500), "as it should (500)", False),
        (_s3("InternalError", 500), "as it should (500)", False),
        (KeyError("secret"), "as it should (KeyError)", False),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_each_failure_has_its_sentence(error: Exception, what: str, gone: bool) -> None:
    told = trouble_at("sftp://ann@files.example/x", error)
    assert what in str(told)
    assert str(told).startswith("The shared folder sftp://ann@files.example/x ")
    assert "Nothing is lost: what is unsent stays here; " in str(told)
    assert str(told).count(". ") == 1
    assert str(told).endswith(".")
    assert "secret" not in str(told)
    assert isinstance(told, Unreachable) is gone


def test_the_reason_behind_an_error_is_found() -> None:
    error = OSError("could not")
    error.__cause__ = ConnectionRefusedError()
    assert "takes no connection" in str(trouble_at("x", error))
    round_about = ValueError()
    round_about.__cause__ = round_about
    assert "(ValueError)" in str(trouble_at("x", round_about))
