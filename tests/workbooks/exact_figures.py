"""Figures of reports/_region/indicators.csv, and what follows from them: places, medians, targets met.
Computed here from the file alone."""

import csv
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    value: Fraction | None
    numerator: Fraction
    denominator: Fraction | None
    unit: str
    target: Fraction | None
    status: str
    name: str


def _number(text):
    return Fraction(text) if text else None


class Figures:
    def __init__(self, file, project, region):
        self.by_key, years, self.names = {}, set(), {}
        with Path(file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                key = (row["indicator"], row["school_year"], row["scope"], row["code"])
                self.by_key[key] = Figure(_number(row["value"]), Fraction(row["numerator"]), _number(row["denominator"]),
                                          row["unit"], _number(row["target"]), row["status"], row["name"])
                years.add(row["school_year"])
                self.names[row["scope"], row["code"]] = row["name"]
        self.years = sorted(years)
        with (Path(project) / "data" / "regions" / region / "indicators.toml").open("rb") as file:
            content = tomllib.load(file)
        self.definitions = {entry["id"]: entry for entry in content["indicators"]}
        self.by_title = {}
        for key, entry in self.definitions.items():
            self.by_title[entry["title"]] = self.by_title[entry["short_title"]] = key
        self.at_most = {key for key, entry in self.definitions.items() if entry.get("target_is") == "at_most"}
        self.region = next(code for scope, code in self.names if scope == "region")
        self.municipalities = [code for scope, code in self.names if scope == "municipality"]
        self._spreads, self._scores = {}, {}

    def of(self, indicator, year, place):
        """place: (scope, code)."""
        return self.by_key.get((indicator, year, *place))

    def spread(self, indicator, year):
        """{code: figure} of the municipalities."""
        key = (indicator, year)
        if key not in self._spreads:
            self._spreads[key] = {code: figure for code in self.municipalities
                                  if (figure := self.of(indicator, year, ("municipality", code)))}
        return self._spreads[key]

    def unit(self, indicator, year):
        """Of the municipalities' figures; None for an indicator of the region alone."""
        return next((figure.unit for figure in self.spread(indicator, year).values()), None)

    def values(self, indicator, year):
        return {code: figure.value for code, figure in self.spread(indicator, year).items() if figure.value is not None}

    def place(self, indicator, year, code):
        """1 is the best; equal values share a place. None without a value and where there is nothing to rank."""
        values = self.values(indicator, year)
        if code not in values or self.spread(indicator, year)[code].unit == "presence":
            return None
        better = (lambda v: v < values[code]) if indicator in self.at_most else (lambda v: v > values[code])
        return 1 + sum(map(better, values.values()))

    def median(self, indicator, year):
        """In hundredths, half up, as values are."""
        values = sorted(self.values(indicator, year).values())
        if not values:
            return None
        middle = len(values) // 2
        if len(values) % 2:
            return values[middle]
        hundredths = (values[middle - 1] + values[middle]) * 100
        return Fraction((hundredths + (1 if hundredths > 0 else 0)) // 2, 100)

    def count(self, indicator, year, status):
        return sum(figure.status == status for figure in self.spread(indicator, year).values())

    def no_value(self, indicator, year):
        return sum(figure.value is None for figure in self.spread(indicator, year).values())

    def scores(self, year):
        """{code: (met, not met, no data)} over the indicators with a target."""
        if year not in self._scores:
            result = defaultdict(lambda: [0, 0, 0])
            for code in self.municipalities:
                for indicator in self.definitions:
                    figure = self.of(indicator, year, ("municipality", code))
                    if figure and figure.target is not None and figure.status in ("met", "not_met", "no_data"):
                        result[code][("met", "not_met", "no_data").index(figure.status)] += 1
            self._scores[year] = {code: tuple(result[code]) for code in self.municipalities}
        return self._scores[year]

    def share_met(self, year, code):
        met, missed, _ = self.scores(year)[code]
        return Fraction(met, met + missed) if met + missed else None

    def overall_place(self, year, code):
        own = self.share_met(year, code)
        shares = [self.share_met(year, other) for other in self.municipalities]
        if own is None:
            return 1 + sum(share is not None for share in shares)
        return 1 + sum(share is not None and share > own for share in shares)
