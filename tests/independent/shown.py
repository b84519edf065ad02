"""How a figure reads for a person: one decimal, decimal comma, no-break spaces."""

import re

from figures import rounded

NO_BREAK = "\u00a0"
NO_DATA = "нет данных"
HIDDEN = "скрыто"


def number(value, decimals=1):
    """12345.50 → "12 345,5"; zeros at the end are dropped, four digits stand together."""
    units = rounded(value, decimals)
    whole, fraction = divmod(abs(units), 10**decimals)
    text = re.sub(r"(?<=\d)(?=(\d{3})+$)", NO_BREAK, str(whole)) if whole >= 10000 else str(whole)
    if fraction:
        text += "," + str(fraction).zfill(decimals).rstrip("0")
    return ("−" if units < 0 else "") + text


def shown(figure):
    """«33,3 %», «68,2», «есть», «нет данных»."""
    if figure.value is None:
        return NO_DATA
    if figure.unit == "presence":
        return "есть" if figure.value else "нет"
    text = number(figure.value)
    return text + NO_BREAK + "%" if figure.unit == "percent" else text


def exact(value):
    """A numerator or denominator with all its decimals."""
    return number(value, 6)


def target(figure):
    """«≥ 80 %», «есть»; None without a target."""
    if figure.target is None:
        return None
    if figure.unit == "presence":
        return "есть"
    sign = "≤" if figure.at_most else "≥"
    return f"{sign}{NO_BREAK}{exact(figure.target)}{NO_BREAK + '%' if figure.unit == 'percent' else ''}"
