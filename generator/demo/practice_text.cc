#include "demo/practice_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace metodaktiv::demo {
namespace {

/// `count` different items of two lists, the special ones first.
std::vector<std::string> draw_items(std::vector<std::string> special,
                                    std::vector<std::string> common, std::size_t count,
                                    Random& random) {
  random.shuffle(common);
  for (auto& item : common) {
    if (special.size() >= count) break;
    special.push_back(std::move(item));
  }
  return special;
}

/// With a small first letter: for items of a list that is one sentence.
std::string uncapitalized(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return base::to_lower(text.substr(0, end)) + std::string(text.substr(end));
}

/// Writes the parts of one practice.
class Composer {
 public:
  Composer(const PracticeFamily& family, const PracticeTopic& topic,
           const PracticeTechnique& technique, const std::string& grades, Words words,
           Random& random)
      : family_(family),
        topic_(topic),
        technique_(technique),
        words_(std::move(words)),
        random_(random) {
    for (const auto& [key, text] : family.words) words_[key] = text;
    words_["name"] = topic.name;
    words_["task"] = topic.task;
    words_["title"] = technique.title;
    words_["through"] = technique.through;
    words_["grades"] = grades;
    static const std::vector<int> kWeeks = {5, 6, 7, 8, 9, 10, 12};
    words_["weeks"] = words_["weeks_gen"] = fmt::format("{} недель", random.pick(kWeeks));
    // Numbers that need the genitive plural: «48 учеников» would agree differently after 21 or 32.
    int count = random.between(24, 130);
    if (count % 10 >= 1 && count % 10 <= 4) count += 4;
    words_["count_learners"] = fmt::format("{} {}", count, words_["learners_gen"]);
  }

  PracticeText compose() {
    PracticeText text;
    text.title = one_of(family_.titles);
    essence_first_ = random_.chance(0.5);
    text.annotation = typeset(essence(essence_first_) + " " + one_of(family_.annotation));
    body_ = {};
    const bool short_form = random_.chance(0.15);
    task();
    if (!short_form)
      section(random_.chance(0.7) ? "Для кого" : "Кому подойдёт", one_of(family_.audience));
    work();
    results();
    list_section("Что понадобится",
                 draw_items(joined(technique_.needs, topic_.needs), family_.needs,
                            static_cast<std::size_t>(random_.between(4, 6)), random_));
    if (!short_form || random_.chance(0.5)) {
      list_section("Советы", draw_items(joined(technique_.tips, topic_.tips), family_.tips,
                                        static_cast<std::size_t>(random_.between(3, 5)), random_));
    }
    text.body = typeset(body_);
    return text;
  }

 private:
  std::string one_of(const std::vector<std::string>& texts) {
    return fill(variant(random_.pick(texts), random_), words_);
  }

  /// The first or the last variant of the essence: the annotation takes one, the body the other.
  std::string essence(bool first) const {
    const std::string_view text = technique_.essence;
    const auto middle = text.find("||");
    if (middle == std::string_view::npos) return fill(text, words_);
    return fill(first ? text.substr(0, middle) : text.substr(middle + 2), words_);
  }

  static std::vector<std::string> joined(std::vector<std::string> a,
                                         const std::vector<std::string>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  void section(std::string_view heading, std::string_view text) {
    if (!body_.empty()) body_ += "\n";
    body_ += fmt::format("## {}\n\n{}\n", heading, text);
  }

  void list_section(std::string_view heading, std::vector<std::string> items) {
    random_.shuffle(items);
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto item = fill(items[i], words_);
      const bool sentence = item.ends_with('.');
      const bool last = i + 1 == items.size();
      text += fmt::format("- {}{}{}", item, sentence ? "" : last ? "." : ";", last ? "" : "\n");
    }
    section(heading, text);
  }

  void task() {
    section(random_.chance(0.7) ? "Задача" : "Какую задачу решали",
            one_of(topic_.problem) + "\n\n" + one_of(family_.bridge));
  }

  void work() {
    std::string text = essence(!essence_first_) + " " + one_of(family_.rhythm) + "\n\n";
    for (std::size_t i = 0; i < technique_.steps.size(); ++i) {
      text += fmt::format("{}. {}\n", i + 1, fill(variant(technique_.steps[i], random_), words_));
    }
    text += "\n" + fill(variant(topic_.example, random_), words_);
    section(random_.chance(0.7) ? "Как устроено" : "Как это работает", text);
  }

  void results() {
    std::string text = one_of(family_.results_intro) + "\n\n";
    const bool table = random_.chance(0.6);
    if (table) text += "| Показатель | В начале | В конце |\n| --- | ---: | ---: |\n";
    for (std::size_t i = 0; i < topic_.measures.size(); ++i) {
      const int before = random_.between(16, 47);
      const int after = std::min(94, before + random_.between(17, 44));
      const auto measure = fill(topic_.measures[i], words_);
      if (table) {
        text += fmt::format("| {} | {} % | {} % |\n", measure, before, after);
      } else {
        const bool last = i + 1 == topic_.measures.size();
        text += fmt::format("- {}: {} % в начале, {} % в конце{}\n", uncapitalized(measure), before,
                            after, last ? "." : ";");
      }
    }
    text += "\n" + one_of(technique_.effect);
    if (random_.chance(0.75)) text += " " + one_of(family_.results_end);
    section("Результаты", text);
  }

  const PracticeFamily& family_;
  const PracticeTopic& topic_;
  const PracticeTechnique& technique_;
  Words words_;
  Random& random_;
  std::string body_;
  bool essence_first_ = true;
};

}  // namespace

PracticeText compose_practice(const PracticeFamily& family, const PracticeTopic& topic,
                              const PracticeTechnique& technique, const std::string& grades,
                              Words words, Random& random) {
  return Composer(family, topic, technique, grades, std::move(words), random).compose();
}

}  // namespace metodaktiv::demo
