"""What an outsider can work out from everything published: an independent linear-programming attacker.

It knows the published numbers, the definitions of the figures (passports are public) and nothing else. For every count
of people that the rule protects (1 … k − 1 of a municipality or territory) it asks for the least and the most that
are consistent with what it knows. Only `truth` says which counts those are and what they are.
"""
import collections

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, hstack

EPSILON = 1e-6


class Knowledge:
    """Unknown quantities, what is published of them and the equations between them."""

    def __init__(self):
        self.index = {}
        self.published = {}
        self.equations = []  # ({quantity: coefficient}, constant): sum = constant

    def quantity(self, key):
        return self.index.setdefault(key, len(self.index))

    def publish(self, key, value):
        quantity = self.quantity(key)
        former = self.published.setdefault(quantity, value)
        if abs(former - value) > 0.5:
            raise ValueError(f"{key} is published twice: {former} and {value}")

    def equation(self, terms):
        """terms: [(key, coefficient)], summing to nothing."""
        total = collections.Counter()
        for key, coefficient in terms:
            total[self.quantity(key)] += coefficient
        self.equations.append(total)


class Attack:
    """Bounds of unknown quantities, component by component."""

    def __init__(self, knowledge):
        self.known = knowledge.published
        rows = []
        for terms in knowledge.equations:
            constant = -sum(c * self.known[q] for q, c in terms.items() if q in self.known)
            unknown = {q: c for q, c in terms.items() if q not in self.known}
            if unknown:
                rows.append((unknown, constant, terms))
            elif abs(constant) > 0.5:
                raise ValueError("published numbers contradict each other")
        self.parent = list(range(len(knowledge.index)))
        for unknown, _, _ in rows:
            first, *others = unknown
            for q in others:
                self.parent[self.root(q)] = self.root(first)
        self.members = collections.defaultdict(list)
        for q in range(len(self.parent)):
            if q not in self.known:
                self.members[self.root(q)].append(q)
        self.rows = collections.defaultdict(list)
        self.terms = collections.defaultdict(list)  # the same equations whole, with their known quantities
        for unknown, constant, terms in rows:
            root = self.root(next(iter(unknown)))
            self.rows[root].append((unknown, constant))
            self.terms[root].append(terms)
        self.matrices = {}

    def root(self, q):
        while self.parent[q] != q:
            self.parent[q] = self.parent[self.parent[q]]
            q = self.parent[q]
        return q

    def matrix(self, root):
        if root not in self.matrices:
            column = {q: i for i, q in enumerate(self.members[root])}
            data, row_of, column_of, right = [], [], [], []
            for r, (unknown, constant) in enumerate(self.rows[root]):
                right.append(constant)
                for q, c in unknown.items():
                    data.append(c)
                    row_of.append(r)
                    column_of.append(column[q])
            shape = (len(right), len(column))
            self.matrices[root] = (column, coo_matrix((data, (row_of, column_of)), shape).tocsr(), numpy.array(right))
        return self.matrices[root]

    def solve(self, root, cost, upper=None):
        """The optimum and its value; None and infinity where nothing limits it. upper: (matrix, right, bounds)."""
        column, matrix, right = self.matrix(root)
        above, above_right, bounds = upper or (None, None, [(0, None)] * len(column))
        if above is not None:
            matrix = hstack([matrix, csr_matrix((matrix.shape[0], above.shape[1] - matrix.shape[1]))])
        answer = linprog(cost, A_ub=above, b_ub=above_right, A_eq=matrix, b_eq=right, bounds=bounds, method="highs")
        if answer.status == 3:
            return None, float("-inf")
        if answer.status != 0:
            raise ValueError(f"published numbers contradict each other: {answer.message}")
        return answer.x, answer.fun

    def bounds(self, q):
        if q in self.known:
            return self.known[q], self.known[q]
        root = self.root(q)
        column, _, right = self.matrix(root)
        if not len(right):
            return 0.0, float("inf")
        result = []
        for sign in (1, -1):
            cost = numpy.zeros(len(column))
            cost[column[q]] = sign
            result.append(sign * self.solve(root, cost)[1])
        return tuple(result)

    def uncertain(self, root, quantities, level, most):
        """Those of the component's quantities of which no single consistent world says that they may be at least (most)
        or at most `level`. One world shows it for many: the programme counts each up (down) to the level only."""
        column, _, right = self.matrix(root)
        if not len(right):
            return []
        sign = 1 if most else -1
        for _ in range(6):
            n, m = len(column), len(quantities)
            if not quantities:
                break
            at = [column[q] for q in quantities]
            above = coo_matrix(([sign] * m + [-sign] * m, (list(range(m)) * 2, [n + i for i in range(m)] + at)),
                               (m, n + m)).tocsr()
            bounds = [(0, None)] * n + [(0, level) if most else (level, None)] * m
            world, _ = self.solve(root, numpy.array([0.0] * n + [-sign] * m), (above, numpy.zeros(m), bounds))
            left = [q for q in quantities if sign * (level - world[column[q]]) > EPSILON]
            if len(left) == len(quantities):
                break
            quantities = left
        return quantities


def sums_over_places(knowledge, keys, territory_of):
    """keys: {(scope, code): key} of one population and year."""
    municipalities = [(code, key) for (scope, code), key in keys.items() if scope == "municipality"]
    territories = {code: key for (scope, code), key in keys.items() if scope == "territory"}
    region = next((key for (scope, _), key in keys.items() if scope == "region"), None)
    if region and municipalities:
        knowledge.equation([(region, 1)] + [(key, -1) for _, key in municipalities])
    for territory, total in territories.items():
        own = [key for code, key in municipalities if territory_of.get(code) == territory]
        knowledge.equation([(total, 1)] + [(key, -1) for key in own])


def findings(attack, knowledge, sensitive, k):
    """sensitive: {key: true count}. What can be said too precisely, as (key, count, least, most)."""
    known, by_component = [], collections.defaultdict(list)
    for key in sensitive:
        q = knowledge.quantity(key)
        if q in attack.known:
            known.append(q)
        else:
            by_component[attack.root(q)].append(q)
    suspects = set(known)
    for root, quantities in by_component.items():
        suspects.update(attack.uncertain(root, quantities, k - 1, True))
        suspects.update(attack.uncertain(root, quantities, 1, False))
    result = []
    for key, count in sorted(sensitive.items()):
        if knowledge.quantity(key) not in suspects:
            continue
        least, most = attack.bounds(knowledge.quantity(key))
        if not least - EPSILON <= count <= most + EPSILON:
            raise ValueError(f"{key}: {count} is not between {least} and {most}: the attacker's knowledge is wrong")
        if least > 1 + EPSILON or most < k - 1 - EPSILON:
            result.append((key, count, least, most))
    return result


def check_truth(knowledge, counts):
    """What the attacker takes for granted must hold for the true counts, or the attack proves nothing."""
    value = {knowledge.index[key]: count for key, count in counts.items() if key in knowledge.index}
    for q, published in knowledge.published.items():
        if abs(value.get(q, published) - published) > 0.5:
            raise ValueError(f"published is {published}, counted {value[q]}: the attacker's knowledge is wrong")
    for terms in knowledge.equations:
        if all(q in value for q in terms) and abs(sum(c * value[q] for q, c in terms.items())) > 0.5:
            raise ValueError("an equation does not hold: the attacker's knowledge is wrong")
