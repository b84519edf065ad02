"""Counts comparisons per place and keeps what differs."""

from collections import Counter

SHOWN_PER_PLACE = 15


class Tally:
    def __init__(self):
        self.passed = Counter()
        self.failures = {}

    def check(self, place, good, what):
        """One comparison; `what` says where and what differs (a text or a function that makes it)."""
        self.failures.setdefault(place, [])
        if good:
            self.passed[place] += 1
        else:
            self.failures[place].append(what() if callable(what) else what)
        return good

    def equal(self, place, found, expected, where):
        return self.check(place, found == expected, lambda: f"{where}: {found!r} instead of {expected!r}")

    @property
    def failed(self):
        return sum(map(len, self.failures.values()))

    def report(self):
        lines = []
        for place, failures in self.failures.items():
            lines.append(f"{place}: {self.passed[place]} passed, {len(failures)} failed")
            lines += [f"    {text}" for text in failures[:SHOWN_PER_PLACE]]
            if len(failures) > SHOWN_PER_PLACE:
                lines.append(f"    … and {len(failures) - SHOWN_PER_PLACE} more")
        lines.append(f"{sum(self.passed.values())} passed, {self.failed} failed")
        return "\n".join(lines)
