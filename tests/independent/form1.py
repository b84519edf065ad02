"""Form 1 of order 1068-04, computed from an exported registry independently of the program."""

from collections import Counter
from dataclasses import dataclass

from indicators import REGION, Context
from registry_csv import text
from school_year import periods_of_build

LOAD_MIN, LOAD_MAX = 50, 70  # order 1068-04, 4.2


@dataclass(frozen=True)
class Form1Row:
    subject: str  # code; empty in the total
    teachers: int
    actual: int

    @property
    def recommended_min(self):
        return -(-self.teachers // LOAD_MAX)

    @property
    def recommended_max(self):
        return max(self.recommended_min, self.teachers // LOAD_MIN)


def compute_form1(registry, build_date):
    """Form 1 as of the build: {(scope, code): [rows in the order of subjects, the total last]}."""
    context = Context(registry, periods_of_build(build_date)[-1])
    subjects = sorted(registry["subjects"],
                      key=lambda s: (int(text(s.get("position")) or 10**9), s["code"]))
    teachers, actual = Counter(), Counter()
    for code, row in context.teachers.items():
        for place in (("region", REGION[0]), ("municipality", context.place_of_teacher(code))):
            teachers[(*place, row["subject"])] += 1
    for row in context.methodists:
        for place in (("region", REGION[0]), ("municipality", row["municipality"])):
            actual[(*place, row["subject"])] += 1

    places = [("region", REGION[0])]
    places += [("municipality", row["code"]) for row in registry["municipalities"]]
    forms = {}
    for place in places:
        rows = [Form1Row(s["code"], teachers[(*place, s["code"])], actual[(*place, s["code"])])
                for s in subjects]
        rows.append(Form1Row("", sum(r.teachers for r in rows), sum(r.actual for r in rows)))
        forms[place] = rows
    return forms
