"""What an outsider can work out from everything published: an independent linear-programming attacker.

It knows the published numbers, the definitions of the figures (passports are public) and nothing else. For every count
of people that the rule protects (1 … k − 1 of a municipality or territory) it asks for the least and the most that
are consistent with what it knows. Only `truth` says which counts those are and what they are.
"""
import collections

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

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
                rows.append((unknown, constant))
            elif abs(constant) > 0.5:
                raise ValueError("published numbers contradict each other")
        self.parent = list(range(len(knowledge.index)))
        for unknown, _ in rows:
            first, *others = unknown
            for q in others:
                self.parent[self.root(q)] = self.root(first)
        self.members = collections.defaultdict(list)
        for q in range(len(self.parent)):
            if q not in self.known:
                self.members[self.root(q)].append(q)
        self.rows = collections.defaultdict(list)
        for unknown, constant in rows:
            self.rows[self.root(next(iter(unknown)))].append((unknown, constant))
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

    def bounds(self, q):
        if q in self.known:
            return self.known[q], self.known[q]
        column, matrix, right = self.matrix(self.root(q))
        if not len(right):
            return 0.0, float("inf")
        result = []
        for sign in (1, -1):
            cost = numpy.zeros(len(column))
            cost[column[q]] = sign
            answer = linprog(cost, A_eq=matrix, b_eq=right, bounds=(0, None), method="highs")
            if answer.status == 3:
                result.append(float("inf"))
            elif answer.status == 0:
                result.append(sign * answer.fun)
            else:
                raise ValueError(f"published numbers contradict each other: {answer.message}")
        return tuple(result)


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
    result = []
    for key, count in sorted(sensitive.items()):
        least, most = attack.bounds(knowledge.quantity(key))
        if not least - EPSILON <= count <= most + EPSILON:
            raise ValueError(f"{key}: {count} is not between {least} and {most}: the attacker's knowledge is wrong")
        if least > 1 + EPSILON or most < k - 1 - EPSILON:
            result.append((key, count, least, most))
    return result
