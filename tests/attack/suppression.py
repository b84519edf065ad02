"""Other ways to choose what to hide, for comparison with the program's: elimination, intervals, a lower bound.

Gauss: Ø. Langsrud, "Secondary cell suppression by Gaussian elimination" (PSD 2024, doi:10.1007/978-3-031-69651-0_6; the
R package GaussSuppression). Cells are published from the largest to the smallest, unless that would make a protected
count a linear combination of what is published. That guards against exact recovery alone; `with_intervals` adds cells
until no protected count is bounded more tightly than 1 … k − 1, then publishes again what may be published.
"""
import collections
import heapq
import sqlite3
import time

import numpy
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import coo_matrix

from attacker import EPSILON, Attack, Knowledge
from region_knowledge import FORM1_TOTAL, exact_counts, form1_population, public_knowledge

PRIME = (1 << 61) - 1

Cell = collections.namedtuple("Cell", "name scope quantities counts hidden")


class System:
    """The linked counts of one publication: cells, what they tell, the equations, the true values."""

    def __init__(self, folder, definitions):
        self.k = definitions.k
        publication = folder / "publication.db"
        knowledge = public_knowledge(publication, definitions)
        truth, guarded = exact_counts(folder, definitions)
        self.equations = knowledge.equations
        self.index = knowledge.index
        self.values = {self.index[key]: count for key, count in truth.items() if key in self.index}
        self.fill_in()
        self.sensitive = sorted(self.index[key] for key in guarded if 0 < truth[key] < self.k)
        self.cells = list(self.read_cells(publication, definitions, truth))
        self.primary = {c for c, cell in enumerate(self.cells) if cell.scope != "region" and self.small(cell)}
        self.publishers = collections.defaultdict(list)
        for c, cell in enumerate(self.cells):
            for q in cell.quantities:
                self.publishers[q].append(c)

    def fill_in(self):
        """Counts that stand in no table follow from the equations."""
        changed = True
        while changed:
            changed = False
            for terms in self.equations:
                missing = [q for q in terms if q not in self.values]
                if len(missing) == 1:
                    rest = -sum(c * self.values[q] for q, c in terms.items() if q in self.values)
                    self.values[missing[0]] = rest / terms[missing[0]]
                    changed = True

    def small(self, cell):
        return any(0 < count < self.k for count in cell.counts)

    def size(self, c):
        return max(self.cells[c].counts, default=0)

    def price(self, c):
        """Totals are what readers look for first."""
        return self.size(c) + {"region": 1e9, "territory": 1e6}.get(self.cells[c].scope, 1)

    def read_cells(self, publication, definitions, truth):
        db = sqlite3.connect(f"file:{publication}?mode=ro", uri=True)
        year_now = dict(db.execute("SELECT key, value FROM about"))["school_year"]
        for indicator, scope, code, year, status in db.execute(
                "SELECT indicator, scope, code, school_year, status FROM indicator_values"):
            if not definitions.of_people(indicator):
                continue
            upper, lower = ((p, year, scope, code) for p in definitions.populations(indicator))
            rest = (f"{indicator}.rest", year, scope, code)
            part, whole = truth.get(upper), truth.get(lower)
            counts = [part or 0]
            if definitions.indicators[indicator]["unit"] != "count":
                counts += [whole or 0, max(0, (whole or 0) - (part or 0))]
            yield Cell((indicator, year, scope, code), scope,
                       [self.index[key] for key in (upper, lower, rest) if key in truth], counts, status == "suppressed")
        for scope, code, subject, teachers in db.execute("SELECT scope, code, subject, teachers FROM form1"):
            key = (form1_population(subject), year_now, scope, code)
            yield Cell(("form1", subject or FORM1_TOTAL, scope, code), scope, [self.index[key]], [truth[key]],
                       teachers is None)
        totals = {}
        for name, scope, code, answer, count, total in db.execute(
                "SELECT distribution, scope, code, key, count, total FROM distribution_values"):
            if definitions.distributions[name]["counts"] != "people":
                continue
            key = (f"{name}.{answer}", year_now, scope, code)
            yield Cell((name, answer, scope, code), scope, [self.index[key]], [truth[key]], count is None)
            totals[name, scope, code] = total is None
        for (name, scope, code), hidden in totals.items():
            key = (f"{name}.total", year_now, scope, code)
            yield Cell((name, "total", scope, code), scope, [self.index[key]], [truth[key]], hidden)

    def ours(self):
        return {c for c, cell in enumerate(self.cells) if cell.hidden}

    def known(self, hidden):
        return {q for c, cell in enumerate(self.cells) if c not in hidden for q in cell.quantities}

    def attack(self, hidden):
        knowledge = Knowledge()
        knowledge.index, knowledge.equations = self.index, self.equations
        knowledge.published = {q: self.values[q] for q in self.known(hidden)}
        return Attack(knowledge)

    def suspects(self, attack, among=None):
        """Yields (quantity, most?) of what is bounded too tightly."""
        by_component = collections.defaultdict(list)
        for q in self.sensitive if among is None else among:
            if q in attack.known:
                yield q, self.values[q] < self.k - 1
            else:
                by_component[attack.root(q)].append(q)
        for root, quantities in sorted(by_component.items()):
            for most in (True, False):
                for q in attack.uncertain(root, quantities, self.k - 1 if most else 1, most):
                    least, greatest = attack.bounds(q)
                    if greatest < self.k - 1 - EPSILON if most else least > 1 + EPSILON:
                        yield q, most


class Span:
    """Linear combinations of vectors, modulo a prime: exact, unlike floating point."""

    def __init__(self):
        self.rows = {}  # pivot → vector with 1 at the pivot; all its other places are larger

    def reduced(self, vector):
        """What of the vector is no combination; {} when all is."""
        vector = {q: c % PRIME for q, c in vector.items()}
        places = list(vector)
        heapq.heapify(places)
        while places:
            q = heapq.heappop(places)
            factor = vector.get(q, 0)
            if not factor:
                vector.pop(q, None)
                continue
            row = self.rows.get(q)
            if row is None:
                continue
            for place, c in row.items():
                if place not in vector:
                    heapq.heappush(places, place)
                    vector[place] = -factor * c % PRIME
                else:
                    vector[place] = (vector[place] - factor * c) % PRIME
            del vector[q]
        return vector

    def add(self, vector):
        """The new row, or nothing when the vector is a combination already."""
        vector = self.reduced(vector)
        if not vector:
            return None
        pivot = min(vector)
        inverse = pow(vector[pivot], PRIME - 2, PRIME)
        self.rows[pivot] = {q: c * inverse % PRIME for q, c in vector.items()}
        return pivot


def gauss(system):
    """The cells that elimination hides."""
    # Inner counts get the largest numbers, so that totals are the pivots and rows stay short.
    depth = {"region": 0, "territory": 1, "municipality": 2}
    scope_of = {}
    for cell in system.cells:
        for q in cell.quantities:
            scope_of[q] = depth[cell.scope]
    order = sorted(system.index.values(), key=lambda q: (scope_of.get(q, -1), q))
    rank = {q: i for i, q in enumerate(order)}
    span = Span()
    for terms in system.equations:
        span.add({rank[q]: c for q, c in terms.items()})
    secrets = {}
    having = collections.defaultdict(set)

    def keep(name, vector):
        secrets[name] = vector
        for place in vector:
            having[place].add(name)

    for q in system.sensitive:
        keep(q, span.reduced({rank[q]: 1}))
    hidden = set(system.primary)
    candidates = sorted(set(range(len(system.cells))) - hidden, key=lambda c: (-system.price(c), c))
    for c in candidates:
        added, former, safe = [], {}, True
        for q in system.cells[c].quantities:
            pivot = span.add({rank[q]: 1})
            if pivot is None:
                continue
            added.append(pivot)
            for name in sorted(having[pivot]):
                vector = secrets[name]
                if not vector.get(pivot, 0):
                    continue
                former.setdefault(name, vector)
                keep(name, span.reduced(vector))
                safe = safe and bool(secrets[name])
            if not safe:
                break
        if not safe:
            hidden.add(c)
            for pivot in added:
                del span.rows[pivot]
            for name, vector in former.items():
                secrets[name] = vector
    return hidden


def proof(system, attack, q, most):
    """Known quantities that a shortest argument for the bound uses: one of them has to be hidden."""
    if q in attack.known:
        return {q}
    root = attack.root(q)
    column, matrix, right = attack.matrix(root)
    cost = numpy.zeros(len(column))
    cost[column[q]] = -1 if most else 1
    answer = linprog(cost, A_eq=matrix, b_eq=right, bounds=(0, None), method="highs")
    priced = set(numpy.nonzero(numpy.abs(answer.eqlin.marginals) > 1e-7)[0])
    return {p for r in priced for p in attack.terms[root][r] if p in attack.known}


def with_intervals(system, hidden):
    """Hides more until no interval is too narrow, then publishes what may be published, the dearest first."""
    hidden = set(hidden)
    among = None
    while True:
        attack = system.attack(hidden)
        found = list(system.suspects(attack, among))
        if not found:
            break
        treated = set()
        for q, most in found:
            root = attack.root(q)
            if q not in attack.known and root in treated:
                continue
            treated.add(root)
            need = system.k - 1 - system.values[q] if most else system.values[q] - 1
            choice = [p for p in proof(system, attack, q, most) if system.publishers[p]]
            best = min(choice, key=lambda p: (system.values[p] + EPSILON < min(need, 1), system.values[p] <= 0,
                                              sum(system.price(c) for c in system.publishers[p] if c not in hidden), p))
            hidden.update(system.publishers[best])
        among = sorted({q for q, _ in found})
    return publish_again(system, hidden)


def publish_again(system, hidden):
    """Drops cells from `hidden` while protection holds."""
    hidden = set(hidden)
    attack = system.attack(hidden)
    for c in sorted(hidden - system.primary, key=lambda c: (-system.price(c), c)):
        told = [q for q in system.cells[c].quantities if q not in attack.known]
        roots = {attack.root(q) for q in told}
        among = [q for q in system.sensitive if q not in attack.known and attack.root(q) in roots]
        # Only the parts that the cell belongs to can change.
        part = Knowledge()
        part.index = system.index
        part.equations = [terms for root in sorted(roots) for terms in attack.terms[root]]
        part.published = attack.known | {q: system.values[q] for q in told}
        if not any(system.suspects(Attack(part), among)):
            hidden.discard(c)
            attack = system.attack(hidden)
    return hidden


def lower_bound(system, seconds):
    """(cells that any method must hide, the cells when that many are enough, else nothing): every argument against a
    protected count has to lose one of the numbers that it uses (a programme in whole numbers, HiGHS)."""
    deadline = time.monotonic() + seconds
    cuts = set()
    hidden, least = set(system.primary), len(system.primary)
    while True:
        attack = system.attack(hidden)
        found = list(system.suspects(attack))
        if not found:
            return least, hidden
        for q, most in found:
            cuts.add(frozenset(p for p in proof(system, attack, q, most) if system.publishers[p]))
        left = deadline - time.monotonic()
        if left < 0.5:
            return least, None
        quantities = sorted({q for cut in cuts for q in cut})
        cells = sorted({c for q in quantities for c in system.publishers[q]})
        column = {("q", q): i for i, q in enumerate(quantities)}
        column |= {("c", c): len(column) + i for i, c in enumerate(cells)}
        data, row, col, low = [], [], [], []
        for cut in sorted(map(sorted, cuts)):
            data += [1] * len(cut)
            row += [len(low)] * len(cut)
            col += [column["q", q] for q in cut]
            low.append(1)
        for q in quantities:  # a count is unknown only when every cell that tells it is hidden
            for c in system.publishers[q]:
                data += [1, -1]
                row += [len(low)] * 2
                col += [column["c", c], column["q", q]]
                low.append(0)
        n = len(column)
        cost = numpy.array([0.0] * len(quantities) + [float(c not in system.primary) for c in cells])
        floor = numpy.array([0.0] * len(quantities) + [float(c in system.primary) for c in cells])
        answer = milp(cost, integrality=numpy.ones(n), bounds=Bounds(floor, numpy.ones(n)),
                      constraints=LinearConstraint(coo_matrix((data, (row, col)), (len(low), n)).tocsr(), low, numpy.inf),
                      options={"time_limit": left})
        if answer.x is None:
            return least, None
        bound = getattr(answer, "mip_dual_bound", None)
        least = max(least, len(system.primary) + int(numpy.ceil((answer.fun if bound is None else bound) - 1e-6)))
        if answer.status != 0:
            return least, None
        hidden = set(system.primary) | {c for c in cells if answer.x[column["c", c]] > 0.5}
