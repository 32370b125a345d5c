"""Values other tools make up, such as `$guid` → how a user of ours makes them up."""

from studio.journey.made import (
    Clock,
    ClockUnit,
    Date,
    Decimal,
    Digits,
    How,
    Integer,
    Letters,
    OneOf,
    Uuid,
)

_EXACT: dict[str, How] = {
    "$guid": Uuid(),
    "$randomUUID": Uuid(),
    "$timestamp": Clock(ClockUnit.S),
    "$timestampMs": Clock(ClockUnit.MS),
    "$isoTimestamp": Date(0, "%Y-%m-%dT%H:%M:%SZ"),
    "$randomInt": Integer(0, 1000),
    "$randomBoolean": OneOf(("true", "false")),
}
_ALIKE: dict[str, How] = {
    "$randomPrice": Decimal(0.0, 1000.0),
    "$randomPhoneNumber": Digits(10),
    "$randomBankAccount": Digits(8),
    "$randomCreditCardMask": Digits(4),
    "$randomLatitude": Decimal(-90.0, 90.0, 4),
    "$randomLongitude": Decimal(-180.0, 180.0, 4),
    "$randomPassword": Letters(15),
    "$randomHexColor": OneOf(("#336699", "#cc3333", "#339966")),
    "$randomDatePast": Date(-30),
    "$randomDateFuture": Date(30),
    "$randomDateRecent": Date(-1),
    "$randomMonth": OneOf(("January", "April", "July", "October")),
    "$randomWeekday": OneOf(("Monday", "Wednesday", "Friday")),
    "$randomCountryCode": OneOf(("DE", "FR", "GB", "MA", "US")),
    "$randomCurrencyCode": OneOf(("EUR", "GBP", "USD")),
    "$randomLocale": OneOf(("ar", "en", "fr")),
}


def made_up(name: str) -> tuple[How, bool] | None:
    """Return how a dynamic variable is made up, and whether just so; None: it is none."""
    if name in _EXACT:
        return _EXACT[name], True
    if name.startswith("$random"):
        return _ALIKE.get(name, Letters(8)), False
    return None
