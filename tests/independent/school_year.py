"""School years: September to August."""

from dataclasses import dataclass
from datetime import date, timedelta


def full_years(since, until):
    """Full years between two dates; None when the first is unknown or later."""
    if since is None or since > until:
        return None
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


@dataclass(frozen=True)
class Period:
    """One school year as a build of a certain date sees it."""

    first_year: int
    as_of: date

    @property
    def name(self):
        return f"{self.first_year}/{self.first_year + 1}"

    @property
    def previous(self):
        return f"{self.first_year - 1}/{self.first_year}"

    @property
    def start(self):
        return date(self.first_year, 9, 1)

    @property
    def end(self):
        return date(self.first_year + 1, 8, 31)

    def contains(self, when):
        return when is not None and self.start <= when <= self.end

    def elapsed_months(self):
        """(year, month) of September to May whose last day is not after the as-of date."""
        months = [(self.first_year, m) for m in (9, 10, 11, 12)]
        months += [(self.first_year + 1, m) for m in (1, 2, 3, 4, 5)]

        def last_day(year, month):
            following = date(year + month // 12, month % 12 + 1, 1)
            return following - timedelta(days=1)

        return [m for m in months if last_day(*m) <= self.as_of]


def periods_of_build(build_date):
    """The school year of the date and the two before it, oldest first."""
    last = build_date.year if build_date.month >= 9 else build_date.year - 1
    return [Period(y, min(build_date, date(y + 1, 8, 31))) for y in (last - 2, last - 1, last)]
