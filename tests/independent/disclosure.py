"""What the public may see: a check of published tables against the rule, from a reader's point of view."""


def must_hide(counts, k):
    """The primary rule: some people are counted, but fewer than k."""
    return any(0 < count < k for count in counts)


def findings_of_group(members, hidden, k):
    """Members whose total is published: can a reader subtract the published ones and learn too much?

    members: {code: counts}; hidden: codes whose figures are suppressed. Returns what is wrong.
    """
    hidden = [code for code in members if code in hidden]
    if not hidden:
        return []
    if len(hidden) == 1:
        return [f"{hidden[0]} is the only suppressed one: it follows from the total"]
    sums = [sum(column) for column in zip(*(members[code] for code in hidden))]
    small = [total for total in sums if 0 < total < k]
    if small:
        return [f"{', '.join(hidden)} together count {small[0]}, fewer than {k}"]
    return []
