"""The options of curl: which take a value, and what a command asks for with them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from studio.importer.curl.words import Word

_SHORT = """
    A=user-agent b=cookie c=cookie-jar C=continue-at d=data D=dump-header e=referer E=cert
    F=form h=help H=header K=config m=max-time o=output P=ftp-port Q=quote r=range
    t=telnet-option T=upload-file u=user U=proxy-user w=write-out x=proxy X=request
    y=speed-time Y=speed-limit z=time-cond G=get I=head k=insecure L=location :=next
"""
_SHORT_NAMES = {it[0]: it[2:] for it in _SHORT.split()}

_SHORT_WITHOUT_VALUE = {"G", "I", "k", "L", ":", "h"}
_LONG = """
    abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config
    connect-timeout connect-to continue-at cookie cookie-jar create-file-mode crlfile curves data
    data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr
    dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save
    expect100-timeout form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port
    ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header hostpubmd5 hostpubsha256 hsts
    interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl
    limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs
    max-time netrc-file noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey
    preproxy proto proto-default proto-redir proxy proxy-cacert proxy-capath proxy-cert
    proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass
    proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
    proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request
    request-target resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a
    socks5 socks5-gssapi-service socks5-hostname speed-limit speed-time stderr telnet-option
    tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii
    trace-config unix-socket upload-file url url-query user user-agent variable vlan-priority
    write-out
    """
_LONG_WITH_VALUE = frozenset(_LONG.split())
_ABBREVIATED = ("request", "header", "data", "user", "insecure", "location", "compressed", "cookie")


@dataclass(frozen=True, slots=True)
class Given:
    """An option as it was given."""

    name: str
    """Its long name."""

    value: Word


@dataclass(slots=True)
class Operation:
    """What stands between two `--next`: addresses, and the options that hold for all of them."""

    addresses: list[Word] = field(default_factory=list[Word])
    given: list[Given] = field(default_factory=list[Given])

    def all(self, *names: str) -> Iterator[Given]:
        """Yield what was given for options, in order."""
        return (it for it in self.given if it.name in names)

    def last(self, name: str) -> Word | None:
        """Return what an option was given last."""
        found = [it.value for it in self.all(name)]
        return found[-1] if found else None

    def has(self, *names: str) -> bool:
        """Return whether an option was given."""
        return any(self.all(*names))


def operations_of(words: Sequence[Word]) -> tuple[Operation, ...]:
    """Return what the words after `curl` ask for."""
    found = [Operation()]
    rest = iter(words)
    is_option = True
    for word in rest:
        if is_option and word.text == "--":
            is_option = False
        elif is_option and word.text.startswith("-") and word.text != "-":
            for given in _options(word, rest):
                _take(given, found)
        else:
            found[-1].addresses.append(word)
    return tuple(it for it in found if it.addresses or it.given)


def _take(given: Given, operations: list[Operation]) -> None:
    if given.name == "next":
        operations.append(Operation())
    elif given.name == "url":
        operations[-1].addresses.append(given.value)
    else:
        operations[-1].given.append(given)


def _options(word: Word, rest: Iterable[Word]) -> Iterator[Given]:
    """Yield the option, or the short options, of one word; a value may be the next one."""
    if word.text.startswith("--"):
        name, is_joined, value = word.text[2:].partition("=")
        name = _whole_name(name if is_joined and _takes_value(name) else word.text[2:])
        if is_joined and _takes_value(name):
            yield Given(name, Word(value, word.expansions))
        else:
            yield Given(name, _next(rest) if _takes_value(name) else Word(""))
        return
    letters = word.text[1:]
    for at, letter in enumerate(letters, start=1):
        name = _SHORT_NAMES.get(letter, f"-{letter}")
        if letter not in _SHORT_NAMES or letter in _SHORT_WITHOUT_VALUE:
            yield Given(name, Word(""))
        else:
            joined = letters[at:]
            yield Given(name, Word(joined, word.expansions) if joined else _next(rest))
            return


def _takes_value(name: str) -> bool:
    return name in _LONG_WITH_VALUE


def _whole_name(name: str) -> str:
    """Return an option's name in full; curl takes the beginning of one for it."""
    if name in _LONG_WITH_VALUE or name in ("head", "get", "next"):
        return name
    whole = [it for it in _ABBREVIATED if len(name) > 2 and it.startswith(name)]  # noqa: PLR2004
    return whole[0] if whole else name


def _next(rest: Iterable[Word]) -> Word:
    return next(iter(rest), Word(""))
