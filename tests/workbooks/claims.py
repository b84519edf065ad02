"""What a number of a workbook must be, judging by the titles around it: from indicators.csv (Figures) and from the
registry (RegistryCounts)."""

import re
from collections import defaultdict
from fractions import Fraction


def cell_value(value, unit):
    """Percents stand in cells as shares."""
    return None if value is None else value / 100 if unit == "percent" else value


class Claims:
    """What a number must be, judging by the titles around it."""

    def __init__(self, figures, counts, as_of):
        self.figures, self.counts, self.as_of = figures, counts, as_of
        self.year, self.before = figures.years[-1], (figures.years[-2:-1] or [None])[0]
        self.places = defaultdict(list)
        for (scope, code), name in figures.names.items():
            self.places[name].append((scope, code))

    def indicator_of(self, texts):
        for text in texts:
            for one in (text, re.sub(r" \([^()]*\)$", "", text)):  # a remark may follow the title
                if one in self.figures.by_title:
                    return self.figures.by_title[one]
        return None

    def place_of(self, entry, sheet_scope):
        """The place a row is about: municipality, territory or region."""
        for text in entry.row_texts:
            if text in ("Регион", "По региону", "Всего по региону"):
                return ("region", self.figures.region)
            found = [place for place in self.places.get(text, []) if place[0] == sheet_scope] or self.places.get(text)
            if found:
                return found[0]
        return None

    def of_indicator(self, entry, indicator, place):
        """The number of a row about an indicator, by the title of its column."""
        figures, year = self.figures, self.year
        figure = figures.of(indicator, year, place)
        if figure is None:
            return None
        earlier = figures.of(indicator, self.before, place) if self.before else None
        titles = [title for title in entry.headers]
        last = titles[-1]
        wanted_year = next((title for title in titles if title in figures.years), None)
        if any(title.startswith("Числитель") for title in titles):
            return figures.of(indicator, wanted_year or year, place).numerator
        if any(title.startswith("Знаменатель") for title in titles):
            return figures.of(indicator, wanted_year or year, place).denominator
        if "для диаграмм" in last.lower():
            return [cell_value(value, figure.unit) for value in (
                figure.target, figures.median(indicator, year), figure.value,
                *(figures.median(indicator, one) for one in figures.years),
                *(figures.of(indicator, one, place).value for one in figures.years),
                *(figures.of(indicator, one, place).target for one in figures.years))]
        if wanted_year and not any("едиан" in title for title in titles):
            return cell_value(figures.of(indicator, wanted_year, place).value, figure.unit)
        if last.startswith(("Значение", "Сейчас")):
            return cell_value(figure.value, figure.unit)
        if last.startswith(("Прошлый год", "Год назад")):
            return cell_value(earlier.value, earlier.unit) if earlier else None
        if last.startswith("Цель"):
            return cell_value(figure.target, figure.unit)
        if last.startswith("Изменение"):
            if earlier is None or None in (figure.value, earlier.value):
                return None
            return figure.value - earlier.value
        if last.startswith("До цели"):
            return None if None in (figure.target, figure.value) else abs(figure.target - figure.value)
        if any("едиан" in title for title in titles):
            return cell_value(figures.median(indicator, wanted_year or year), figures.unit(indicator, wanted_year or year))
        if last == "Место":
            return figures.place(indicator, year, place[1])
        if last == "Место год назад":
            return figures.place(indicator, self.before, place[1])
        if last == "Из":
            return len(figures.values(indicator, year))
        if "достигли цели" in last or last == "Достигли":
            return figures.count(indicator, year, "met")
        if last == "Не достигли":
            return figures.count(indicator, year, "not_met")
        if last == "Нет данных":
            return figures.no_value(indicator, year)
        return None

    def of_ranking(self, entry, code):
        met, missed, nothing = self.figures.scores(self.year)[code]
        last = entry.headers[-1]
        return {"Место": self.figures.overall_place(self.year, code), "Достигнуто целей": met, "Не достигнуто": missed,
                "Нет данных": nothing, "Доля достигнутых": self.figures.share_met(self.year, code),
                "Место год назад": self.figures.overall_place(self.before, code) if self.before else None,
                "Сдвиг места": self.figures.overall_place(self.before, code) - self.figures.overall_place(self.year, code)
                if self.before else None}.get(last)

    def of_card(self, caption, place):
        """A large number of a cover, by the words under it."""
        figures, year = self.figures, self.year
        own = [figure for one in figures.definitions if (figure := figures.of(one, year, place))]
        met = sum(figure.status == "met" and figure.target is not None for figure in own)
        missed = sum(figure.status == "not_met" for figure in own)
        if caption in ("целей достигнуто", "целей региона достигнуто"):
            return met
        if caption == "доля достигнутых целей":
            return Fraction(met, met + missed) if met + missed else None
        if caption.startswith("доля достигнутых целей, медиана"):
            shares = sorted(share for code in figures.municipalities if (share := figures.share_met(year, code)) is not None)
            middle = len(shares) // 2
            return None if not shares else (shares[middle] if len(shares) % 2 else (shares[middle - 1] + shares[middle]) / 2)
        if caption.startswith("место среди"):
            return figures.overall_place(year, place[1])
        if re.fullmatch("муниципалитет(а|ов)?", caption):
            return len(figures.municipalities)
        if "с целью улучшил" in caption:
            return self.moved(place, lambda figure: figure.target is not None)
        if re.fullmatch("показател(ь|я|ей) рассчитано?", caption):
            return sum(figure.value is not None for figure in own)
        if re.fullmatch("дол(я|и|ей) вырос(ла|ли|ло) за год", caption):
            return self.moved(place, lambda figure: figure.unit == "percent", by_target=False)
        return self.counts.card(caption, place)

    def moved(self, place, counts, by_target=True):
        """How many indicators went the way of their target, or up."""
        count = 0
        for indicator in self.figures.definitions:
            now = self.figures.of(indicator, self.year, place)
            then = self.figures.of(indicator, self.before, place) if self.before else None
            if not now or not then or not counts(now) or None in (now.value, then.value) or now.unit != then.unit:
                continue
            if self.figures.definitions[indicator].get("accumulates"):
                continue  # a running year is neither a fall nor a rise
            delta = now.value - then.value
            count += delta < 0 if by_target and indicator in self.figures.at_most else delta > 0
        return count
