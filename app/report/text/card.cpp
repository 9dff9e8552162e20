#include "app/report/text/card.hpp"

#include "app/report/text/page.hpp"
#include "model/ledger.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

/// More findings than this are for JSON; a screen should end.
constexpr std::size_t shown_of_a_part = 12;

/// The sources of a page by the numbers that stand behind its sentences.
class Numbered {
  public:
    std::string marks(std::vector<std::string> const& keys) {
        std::string out;
        for (auto const& key : keys)
            out += (out.empty() ? "" : ",") + std::to_string(place(key));
        return out.empty() ? "" : " [" + out + "]";
    }

    void list(Page& page) const {
        if (keys_.empty())
            return;
        page.heading("Sources (rheobase facts KEY shows one again)");
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            auto const cited = citation(keys_[i]);
            page.paragraph(fmt::format("[{}] {}: {}{}{} ({})", i + 1, keys_[i], cited.text,
                                       cited.year.empty() ? "" : ", " + cited.year,
                                       cited.where.empty() ? "" : ", " + cited.where, cited.checked),
                           2, 6, Tint::faint);
        }
    }

  private:
    std::size_t place(std::string const& key) {
        auto const found = std::find(keys_.begin(), keys_.end(), key);
        if (found != keys_.end())
            return static_cast<std::size_t>(found - keys_.begin()) + 1;
        keys_.push_back(key);
        return keys_.size();
    }

    std::vector<std::string> keys_;
};

std::string in_capitals(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

void closing(Page& page) {
    page.gap();
    page.paragraph(
        fmt::format("This is information, not a diagnosis, and no clinician has reviewed it. Facts of {}.",
                    facts_version()),
        2, 2, Tint::faint);
}

} // namespace

std::string text_of(why::Card const& card, bool colour) {
    Page page(colour);
    Numbered numbered;
    page.heading(fmt::format("{} ({})", in_capitals(card.name), why::in_words(card.kind)));
    for (auto const& part : card.parts) {
        page.heading(part.heading);
        for (std::size_t i = 0; i < part.statements.size() && i < shown_of_a_part; ++i)
            page.item(part.statements[i].text +
                      (card.kind == why::Kind::source ? "" : numbered.marks(part.statements[i].sources)));
        if (part.statements.size() > shown_of_a_part)
            page.item(fmt::format("and {} more, which --format json prints",
                                  part.statements.size() - shown_of_a_part));
    }
    if (!card.details.empty())
        page.heading("For the specialist");
    for (auto const& [name, value] : card.details)
        page.paragraph(fmt::format("{}: {}", name, value), 2, 4, Tint::faint);
    if (!card.see.empty()) {
        page.heading("See also (rheobase explain NAME)");
        std::string names;
        for (auto const& other : card.see)
            names += (names.empty() ? "" : ", ") + other;
        page.paragraph(names, 2, 2);
    }
    // The card of a source is its citation; a list of sources below it would say it twice.
    if (card.kind != why::Kind::source)
        numbered.list(page);
    closing(page);
    return std::move(page).text();
}

std::string text_of(std::vector<why::Named> const& all, bool colour) {
    Page page(colour);
    page.paragraph(
        "What can be explained, by code or by name, such as: rheobase explain magnesium. A question may be "
        "asked in your own words: rheobase explain \"is it the coffee\". The comparison of nutrients: "
        "rheobase explain compare.");
    for (auto const kind :
         {why::Kind::question, why::Kind::nutrient, why::Kind::sign, why::Kind::cause, why::Kind::medicine,
          why::Kind::test, why::Kind::rule, why::Kind::stop, why::Kind::pattern}) {
        std::string names;
        std::size_t count = 0;
        for (auto const& thing : all)
            if (thing.kind == kind) {
                ++count;
                if (kind == why::Kind::question)
                    continue;
                names += (names.empty() ? "" : "; ") +
                         (kind == why::Kind::rule || kind == why::Kind::stop || kind == why::Kind::pattern
                              ? thing.code
                              : thing.name);
            }
        page.heading(fmt::format("{} {}s", count, why::in_words(kind)));
        page.paragraph(names, 2, 2);
        if (kind == why::Kind::question)
            for (auto const& thing : all)
                if (thing.kind == kind)
                    page.paragraph(fmt::format("{}: {}", thing.code, thing.name), 2, 6);
    }
    page.gap();
    page.paragraph("Every source has a card as well: rheobase facts sources lists them.");
    return std::move(page).text();
}

std::string text_of(std::vector<why::Compared> const& rows, bool colour) {
    Page page(colour);
    Numbered numbered;
    page.paragraph(
        "Nutrients and stimulants that can reach a nerve, side by side. Most twitches come from none of "
        "them.");
    auto const cell = [&](std::string_view label, why::Statement const& statement) {
        if (!statement.text.empty())
            page.paragraph(fmt::format("{}: {}{}", label, statement.text, numbered.marks(statement.sources)),
                           2, 6);
    };
    for (auto const& row : rows) {
        page.heading(in_capitals(row.name));
        cell("At the nerve", row.role);
        cell("Too little", row.lack);
        cell("Too much", row.excess);
        cell("Usual reason", row.reason);
        cell("Test", row.test);
        cell("Food", row.food);
    }
    numbered.list(page);
    closing(page);
    return std::move(page).text();
}

} // namespace rheobase::report
