"""Values of indicators: exact fractions, rounding half away from zero, totals, statuses, disclosure."""

from dataclasses import dataclass
from fractions import Fraction


def rounded(value, decimals):
    """The value in units of 10^-decimals, half away from zero."""
    scaled = abs(Fraction(value)) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return -whole if value < 0 else whole


def fixed(value, decimals):
    """12.345 → "12.35"."""
    units = rounded(value, decimals)
    sign = "-" if units < 0 else ""
    if decimals == 0:
        return f"{sign}{abs(units)}"
    return f"{sign}{abs(units) // 10**decimals}.{abs(units) % 10**decimals:0{decimals}d}"


@dataclass(frozen=True)
class Definition:
    """An indicator as the orders define it."""

    id: str
    unit: str  # percent, ratio, count, presence
    compute: object  # Context → {municipality: (numerator, denominator or None)}
    target: Fraction | None = None
    at_most: bool = False
    people: bool = False  # drawn from tables of personal data: under disclosure control


@dataclass(frozen=True)
class Figure:
    """One indicator, one place, one school year."""

    indicator: str
    scope: str
    code: str
    name: str
    school_year: str
    numerator: Fraction
    denominator: Fraction | None
    unit: str
    target: Fraction | None
    at_most: bool = False

    @property
    def key(self):
        return (self.indicator, self.school_year, self.scope, self.code)

    @property
    def value(self):
        """Exact; None without data."""
        if self.unit == "count":
            return None if self.denominator == 0 else self.numerator
        if not self.denominator:
            return None
        quotient = Fraction(self.numerator) / self.denominator
        return 100 * quotient if self.unit == "percent" else quotient

    @property
    def status(self):
        value = self.value
        if value is None:
            return "no_data"
        if self.target is None:
            return "info"
        met = value <= self.target if self.at_most else value >= self.target
        return "met" if met else "not_met"

    def counts(self):
        """The numbers of people a reader of this figure sees or can subtract."""
        if self.unit == "count":
            return (self.numerator,)
        return (self.numerator, self.denominator, self.denominator - self.numerator)

    def is_small(self, k):
        return any(0 < count < k for count in self.counts())


def figures_of(definition, period, rows, places):
    """Municipal rows {code: (numerator, denominator)} → figures of all scopes.

    places: region (code, name), territories {code: name}, municipalities {code: (name, territory)}.
    """
    figures = []
    everything = {code: rows.get(code, (0, 0)) for code in places.municipalities}
    without_denominator = any(d is None for _, d in everything.values())

    def add(scope, code, name, parts):
        presence_total = definition.unit == "presence" and scope != "municipality"
        unit = "percent" if presence_total else definition.unit
        target = definition.target
        if target is not None and presence_total:
            target = target * 100
        figures.append(Figure(
            definition.id, scope, code, name, period.name,
            sum((Fraction(n) for n, _ in parts), Fraction(0)),
            None if without_denominator else sum((Fraction(d) for _, d in parts), Fraction(0)),
            unit, target, definition.at_most))

    add("region", *places.region, list(everything.values()))
    for code, name in places.territories.items():
        inside = [c for c, (_, territory) in places.municipalities.items() if territory == code]
        add("territory", code, name, [everything[c] for c in inside])
    for code, (name, _) in places.municipalities.items():
        add("municipality", code, name, [everything[code]])
    return figures
