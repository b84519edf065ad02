"""Titles under which the indicators stand on pages and in workbooks: from the region's list of indicators."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Titles:
    title: str
    short_title: str
    group: str


def load_titles(project, region):
    """{indicator: Titles} in the order of the list, groups by their titles."""
    with (Path(project) / "data" / "regions" / region / "indicators.toml").open("rb") as file:
        content = tomllib.load(file)
    groups = {group["key"]: group["title"] for group in content["groups"]}
    return {entry["id"]: Titles(entry["title"], entry["short_title"], groups[entry["group"]])
            for entry in content["indicators"]}
