"""Words that belong to a region's profile, so that no source file may hold them (check_includes.py)."""

import tomllib
from pathlib import Path


def load_toml(path: Path) -> dict:
    with path.open("rb") as file:
        return tomllib.load(file)


def format_keys(value: object) -> set[str]:
    """The keys of a TOML document at any depth: the profile's format, not a region's words."""
    if isinstance(value, dict):
        return set(value).union(*map(format_keys, value.values()))
    if isinstance(value, list):
        return set().union(*map(format_keys, value))
    return set()


def fixed_words(root: Path) -> set[str]:
    """What every region shares: keys of the profile's format, enums and columns of the forms."""
    words: set[str] = set()
    for path in sorted((root / "data/regions").glob("*/*.toml")):
        words |= format_keys(load_toml(path))
    for path in sorted((root / "data/forms").glob("*.toml")):
        form = load_toml(path)
        words |= format_keys(form)
        words.add(form.get("table", path.stem))
        for column in form.get("columns", []):
            words.add(column["key"])
            for value in column.get("values", []):
                words.add(value["key"] if isinstance(value, dict) else str(value))
    return words


def regional_words(root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Words a literal may not equal, and names it may not contain, each with what it is."""
    exact: dict[str, str] = {}
    within: dict[str, str] = {}
    for region in sorted(p for p in (root / "data/regions").iterdir() if p.is_dir()):
        profile = load_toml(region / "profile.toml")
        exact[profile["code"]] = "a region's code"
        for key in ("name", "name_genitive", "name_prepositional"):
            if profile.get(key):
                within[profile[key]] = "a region's name"
        for level in profile.get("levels", []):
            exact[level["key"]] = "a level's key"
        for kind in profile.get("document_kinds", []):
            exact[kind["key"]] = "a document kind's key"
        for place in profile.get("municipalities", []) + profile.get("territories", []):
            exact[place["name"]] = "a municipality's or territory's name"
        table = load_toml(region / "indicators.toml")
        for indicator in table.get("indicators", []):
            exact[indicator["id"]] = "an indicator's id"
        for distribution in table.get("distributions", []):
            exact[distribution["id"]] = "a distribution's id"
    # A level or an id stays forbidden even where the tables have the same word: the exceptions say
    # where it means the table's.
    for word in fixed_words(root):
        if exact.get(word) not in ("a level's key", "an indicator's id", "a distribution's id"):
            exact.pop(word, None)
    return exact, within


def words_anywhere(exact: dict[str, str], within: dict[str, str]) -> dict[str, str]:
    """Words that no text of a source file has a reason to hold: names, codes, ids of two words."""
    words = dict(within)
    for word, what in exact.items():
        if what == "a region's code" or ("-" in word and what.endswith("'s id")):
            words[word] = what
    return words
