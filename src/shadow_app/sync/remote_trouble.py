"""What went wrong with a remote folder, as one sentence for a person.

The libraries' errors are told by their names, for to import all of them would load what nobody uses. Their texts are
not repeated: they hold addresses, and addresses hold passwords.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shadow_app.domain.errors import ImportTrouble, Trouble, Unreachable
from shadow_app.domain.language import mark, say


@dataclass(frozen=True)
class _Kind:
    names: frozenset[str]
    what: str
    then: str
    gone: bool = False
    """Whether to ask this place for the next thing is of no use."""


def _kind(names: str, what: str, then: str, gone: bool = False) -> _Kind:
    return _Kind(frozenset(names.split()), what, then, gone)


_DENIED = _kind(
    "PermissionDenied 401 NoCredentialsError PartialCredentialsError InvalidAccessKeyId SignatureDoesNotMatch "
    "ExpiredToken InvalidToken InvalidSecurity TokenRefreshRequired UnauthorizedSSOTokenError ProfileNotFound "
    "RequestTimeTooSkewed",
    mark("does not let you in"),
    mark("check the user, and the password or key (`shadow-app folder login` keeps a password), then try again"),
    gone=True,
)
_FORBIDDEN = _kind(
    "SFTPPermissionDenied SFTPWriteProtect ForbiddenOperation AccessDenied AllAccessDisabled PermissionError 403 405",
    mark("does not allow this"),
    mark("ask its administrator for the right to list, read, write and delete there"),
)
_FULL = _kind(
    "SFTPNoSpaceOnFilesystem SFTPQuotaExceeded InsufficientStorage 507 ENOSPC QuotaExceeded",
    mark("is full"),
    mark("ask its administrator for room, then try again"),
)
_NO_SUCH = _kind(
    "NoSuchBucket SFTPNoSuchFile SFTPNoSuchPath ResourceNotFound ResourceConflict FileNotFoundError NoSuchKey 404 409 "
    "IsAResourceError NotADirectoryError SFTPNotADirectory",
    mark("is not there, or lacks something that was there a moment ago"),
    mark("check the address, or make the folder, then try again"),
)
_LOST_TLS = _kind(
    "SSLError SSLCertVerificationError CertificateError ClientConnectorCertificateError ClientSSLError",
    mark("cannot show that it is the one (its TLS certificate is not trusted here)"),
    mark("ask its administrator which authority signs it, and have that installed on this computer"),
    gone=True,
)
_HOST_KEY = _kind(
    "HostKeyNotVerifiable KeyExchangeFailed",
    mark("cannot show that it is the one (its host key is not trusted here)"),
    mark("ask its administrator for the key's fingerprint"),
    gone=True,
)
_NAME = _kind(
    "gaierror ClientConnectorDNSError",
    mark("has a server name that nobody knows"),
    mark("check the address and the network (VPN?), then try again"),
    gone=True,
)
_REFUSED = _kind(
    "ConnectionRefusedError",
    mark("is on a server that takes no connection there"),
    mark("check the address and its port, or wait until the server runs again"),
    gone=True,
)
_SLOW = _kind(
    "FSTimeoutError TimeoutError TimeoutException ConnectTimeoutError ReadTimeoutError ServerTimeoutError 408 504",
    mark("did not answer in time"),
    mark("check the network (VPN?), then try again"),
    gone=True,
)
_LOST = _kind(
    "ConnectionLost SFTPConnectionLost SFTPNoConnection DisconnectError ConnectionError TransportError "
    "EndpointConnectionError ConnectionClosedError HTTPClientError ClientConnectionError ChannelOpenError 502 503",
    mark("lost the connection"),
    mark("try again when the network or the server is back"),
    gone=True,
)
_MOVED = _kind(
    "301 302 307 308 PermanentRedirect TemporaryRedirect", mark("has moved"), mark("ask for its new address"), gone=True
)

# The first that fits: a TLS failure is a lost connection as well, and its reason says more.
_KINDS = (_LOST_TLS, _HOST_KEY, _DENIED, _NAME, _REFUSED, _SLOW, _FULL, _MOVED, _LOST, _FORBIDDEN, _NO_SUCH)
_OTHER = _Kind(
    frozenset(), mark("does not answer as it should"), mark("try again, and ask its administrator if it goes on")
)


def trouble_at(place: str, error: BaseException) -> Trouble:
    """The sentence for whatever a library raised.

    Args:
        place: the address without its password.
        error: anything; its own text is not shown.
    """
    told = frozenset(name for each in _chain(error) for name in _names(each))
    kind = next((each for each in _KINDS if each.names & told), _OTHER)
    marks = sorted(name for name in told if name.isdigit()) or [type(error).__name__]
    why = "" if kind is not _OTHER else f" ({marks[0]})"
    sentence = say(
        "The shared folder {place} {what}{why}. Nothing is lost: what is unsent stays here; {then}.",
        place=place,
        what=say(kind.what),
        why=why,
        then=say(kind.then),
    )
    return Unreachable(sentence) if kind.gone else ImportTrouble(sentence)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _names(error: BaseException) -> Iterator[str]:
    yield from (each.__name__ for each in type(error).__mro__)
    if isinstance(error, OSError) and error.errno is not None:
        import errno

        yield errno.errorcode.get(error.errno, "")
    response = getattr(error, "response", None)
    if isinstance(response, dict):  # botocore's
        told = response.get("Error", {})
        yield str(told.get("Code", ""))
        yield str(response.get("ResponseMetadata", {}).get("HTTPStatusCode", ""))
    for holder in (error, response):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            yield str(status)
    if type(error).__name__ == "SFTPFailure" and "No space left" in str(error):
        # Version 3 of SFTP has one code for every failure, and the server's words are all there is.
        yield "ENOSPC"
