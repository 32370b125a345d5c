"""RUNS IN A CHILD PROCESS. Where an address leads: which client, and what its request line says.

What is known of an address holds for all users. The client is asked for anew each time: a user may
have closed its connections or changed its pool.
"""
# pyright: basic

import re

from geventhttpclient.client import HTTPClient, HTTPClientPool
from geventhttpclient.url import URL

_KEPT = 4096
_SITE = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+")
_SIMPLE_URI = re.compile(r"(?:/[A-Za-z0-9_-]+)*/?(?:\?[A-Za-z0-9_=&-]*[A-Za-z0-9_=&-])?")
_URI = re.compile(r"/(?!/)[!-~]*")

Site = tuple[str, int | None]
"""Host and port, as a client pool knows its clients by."""

_PLACES: dict[str, tuple[Site, str]] = {}
_SITES: dict[str, Site] = {}


def place_of(pool: HTTPClientPool, base: str | None, url: str) -> tuple[HTTPClient, str]:
    """Return the client for an address and what its request line names.

    Args:
        pool: Where clients are kept.
        base: What the addresses of a user usually begin with.
        url: The whole address.

    Raises:
        ValueError: It has to be looked at more closely.
    """
    site, uri = _PLACES.get(url) or _below(base, url) or _learn(url)
    client = pool.clients.get(site) or pool.get_client(URL(url))
    if client.__class__ is not HTTPClient:
        raise ValueError(url)
    return client, uri


def _below(base: str | None, url: str) -> tuple[Site, str] | None:
    """Return the place of a simple address below a site that is known; addresses may hold ids."""
    if base is None or not url.startswith(base):
        return None
    uri = url[len(base) :]
    if uri[:1] != "/" or not _SIMPLE_URI.fullmatch(uri):
        return None
    site = _SITES.get(base)
    if site is None:
        if not _SITE.fullmatch(base):
            return None
        parts = URL(base)
        if len(_SITES) >= _KEPT:
            _SITES.clear()
        site = _SITES[base] = parts.host, parts.port
    return site, uri


def _learn(url: str) -> tuple[Site, str]:
    parts = URL(url)
    uri = parts.quoted_uri
    if not _URI.fullmatch(uri):
        raise ValueError(url)
    if len(_PLACES) >= _KEPT:
        _PLACES.clear()
    place = _PLACES[url] = (parts.host, parts.port), uri
    return place
