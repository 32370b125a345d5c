"""How numbers are written: thin spaces in thousands and before units."""

from datetime import datetime, timedelta

THIN = "\u202f"
"""Narrow no-break space: a number is never torn from its unit."""

_SECOND_MS = 1000
_MINUTE_S, _HOUR_S = 60, 3600


def count(number: float) -> str:
    """Return a whole number: `209 157`."""
    return f"{number:,.0f}".replace(",", THIN)


def milliseconds(ms: float) -> str:
    """Return a response time: `4.2 ms`, `227 ms`, `1.41 s`."""
    if ms >= _SECOND_MS:
        return f"{ms / 1000:.2f}{THIN}s"
    return f"{ms:.1f}{THIN}ms" if 0 < ms < 10 else f"{ms:.0f}{THIN}ms"  # noqa: PLR2004


def percent(rate: float) -> str:
    """Return a share from 0 to 1: `2.3 %`; little is not nothing: `<0.1 %`."""
    if 0 < rate < 0.0005:  # noqa: PLR2004
        return f"<0.1{THIN}%"
    return f"{100 * rate:.1f}{THIN}%"


def rate(per_s: float) -> str:
    """Return a number per second: `63.2`, `1 204`."""
    return f"{per_s:.1f}" if per_s < 1000 else count(per_s)  # noqa: PLR2004


def clock(seconds: float) -> str:
    """Return a time in a run: `4:05`, `1:02:09`."""
    whole = int(seconds)
    minutes, rest = divmod(whole, _MINUTE_S)
    if whole < _HOUR_S:
        return f"{minutes}:{rest:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}"


def duration(seconds: float) -> str:
    """Return a length of time: `45 s`, `4 min`, `1 h 30 min`."""
    hours, rest = divmod(round(seconds), _HOUR_S)
    minutes, whole_s = divmod(rest, _MINUTE_S)
    parts = [(hours, "h"), (minutes, "min"), (whole_s, "s")]
    written = [f"{number}{THIN}{unit}" for number, unit in parts if number]
    return " ".join(written) or f"0{THIN}s"


def moment(iso: str, now: datetime | None = None) -> str:
    """Return a moment on the reader's own clock: `today 14:02`, `2 May 11:30`, `2 May 2024`.

    Args:
        iso: ISO 8601 with its offset from UTC; anything else is returned as it is.
        now: What today is; for tests.
    """
    try:
        at = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    today = (now or datetime.now().astimezone()).date()
    time = f"{at:%H:%M}"
    if at.date() == today:
        return f"today {time}"
    if at.date() == today - timedelta(days=1):
        return f"yesterday {time}"
    day = f"{at.day} {at:%B}"
    return f"{day} {time}" if at.year == today.year else f"{day} {at.year}"
