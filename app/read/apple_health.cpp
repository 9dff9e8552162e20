// Apple Health's export.xml: millions of records, a few of which are dietary. Read as it comes, whatever its
// size.
#include "app/read/apple_meals.hpp"
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <expat.h>
#include <fmt/core.h>
#include <memory>
#include <set>

namespace rheobase::read {

namespace {

constexpr std::string_view type_prefix = "HKQuantityTypeIdentifier";
constexpr std::size_t piece = 1 << 18;

std::string_view attribute(char const** attributes, std::string_view name) {
    for (; *attributes; attributes += 2)
        if (name == attributes[0])
            return attributes[1];
    return {};
}

class AppleReader {
  public:
    AppleReader(Stream& stream, diet::Foods const& foods) : stream_(stream), foods_(foods) {
        diary_.format = "apple_health";
    }

    diet::Diary read();

  private:
    struct Free {
        void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
    };

    void begin();
    XML_Status parse(std::string_view bytes, bool last);
    void feed(std::string_view bytes);
    void lost(int at, std::string text, std::string why);
    void start(std::string_view element, char const** attributes);
    void end(std::string_view element);
    void record(char const** attributes);
    int line() const { return lines_before_ + static_cast<int>(XML_GetCurrentLineNumber(parser_.get())); }

    Stream& stream_;
    diet::Foods const& foods_;
    diet::Diary diary_;
    AppleMeals meals_;
    std::unique_ptr<XML_ParserStruct, Free> parser_;
    int lines_before_ = 0;
    int faults_ = 0;
    bool skipping_ = false; ///< to the end of the line after a fault
    bool closed_ = false;   ///< the outermost element has ended
    bool in_food_ = false;
    int deep_ = 0;        ///< open elements
    std::size_t fed_ = 0; ///< bytes this parser has had
    std::size_t not_listed_ = 0;
    std::set<std::string> other_types_;
    std::vector<int> drinks_;
};

void AppleReader::begin() {
    parser_.reset(XML_ParserCreate(nullptr));
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, char const* name, char const** attributes) {
            static_cast<AppleReader*>(self)->start(name, attributes);
        },
        [](void* self, char const* name) { static_cast<AppleReader*>(self)->end(name); });
    // An export declares no entities; a file that does is built to grow without bound.
    XML_SetEntityDeclHandler(parser_.get(), [](void* self, char const*, int, char const*, int, char const*,
                                               char const*, char const*, char const*) {
        XML_StopParser(static_cast<AppleReader*>(self)->parser_.get(), XML_FALSE);
    });
    fed_ = 0;
    in_food_ = false;
}

XML_Status AppleReader::parse(std::string_view bytes, bool last) {
    auto const status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), last);
    fed_ += bytes.size();
    return status;
}

void AppleReader::lost(int at, std::string text, std::string why) {
    constexpr std::size_t most_listed = 10000;
    ++diary_.lines;
    if (diary_.unread.size() < most_listed)
        diary_.unread.push_back({at, std::move(text), std::move(why)});
    else
        ++not_listed_;
}

/// Feeds bytes to the parser. After a fault the rest of that line is passed over and a new parser goes on
/// below it.
void AppleReader::feed(std::string_view bytes) {
    constexpr int most_faults = 1000;
    while (!bytes.empty() && !closed_) {
        if (skipping_) {
            auto const line_end = bytes.find('\n');
            if (line_end == bytes.npos)
                return;
            bytes.remove_prefix(line_end + 1);
            skipping_ = false;
            begin();
            parse("<HealthData>", false);
            deep_ = 1;
            continue;
        }
        auto const before = fed_;
        if (parse(bytes, false) == XML_STATUS_OK || closed_)
            return;
        auto const error = XML_GetErrorCode(parser_.get());
        // The end of an element that began above an earlier fault is no fault of its own.
        bool const follows = faults_ > 0 && error == XML_ERROR_TAG_MISMATCH;
        if (!follows) {
            lost(line(), "",
                 fmt::format("the XML is broken here ({}); reading goes on at the next line",
                             XML_ErrorString(error)));
            if (++faults_ == most_faults) {
                diary_.notes.push_back(
                    fmt::format("Reading stopped at line {} after {} faults in the XML", line(), faults_));
                closed_ = true;
                return;
            }
        }
        auto const at =
            static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
        bytes.remove_prefix(std::min(bytes.size(), at > before ? at - before : 0));
        lines_before_ = line();
        skipping_ = true;
    }
}

void AppleReader::start(std::string_view element, char const** attributes) {
    ++deep_;
    if (element == "Record")
        record(attributes);
    else if (element == "Correlation" && attribute(attributes, "type") == "HKCorrelationTypeIdentifierFood") {
        in_food_ = true;
        meals_.open_food();
    } else if (element == "MetadataEntry" && in_food_ && attribute(attributes, "key") == "HKFoodType")
        meals_.name_food(attribute(attributes, "value"));
}

void AppleReader::end(std::string_view element) {
    if (element == "Correlation" && in_food_) {
        in_food_ = false;
        meals_.close_food();
    }
    closed_ = --deep_ == 0;
}

void AppleReader::record(char const** attributes) {
    std::string_view type = attribute(attributes, "type");
    if (!type.starts_with(type_prefix))
        return;
    type.remove_prefix(type_prefix.size());
    if (type == "NumberOfAlcoholicBeverages")
        drinks_.push_back(line());
    if (!type.starts_with("Dietary"))
        return;
    auto const column = heading(type, "apple_health");
    if (column.role != Role::nutrient) {
        other_types_.emplace(type.substr(7, 40));
        return;
    }
    std::string_view const unit = attribute(attributes, "unit");
    std::string_view const start = attribute(attributes, "startDate");
    std::string_view const written = attribute(attributes, "value");
    auto const value = number(written);
    // Apple writes Cal for the kilocalorie and cal for a thousandth of it.
    auto const factor = unit == "cal" ? std::optional(0.001) : to_nutrient_unit(column.nutrient, unit);
    double const amount = value && factor ? *value * *factor : unknown;
    double const grams = known(diet::about(column.nutrient).grams_per_unit)
                             ? diet::about(column.nutrient).grams_per_unit
                             : 1 / diary_reading.fat_kcal_per_g;
    auto const text = [&] {
        return fmt::format("{} {} {} {}", type, written.substr(0, 40), unit.substr(0, 20),
                           start.substr(0, 30));
    };
    if (!value || !(*value >= 0) || (known(amount) && amount * grams > diary_reading.most_grams))
        lost(line(), text(), "this is no amount that can be eaten");
    else if (!factor)
        lost(line(), text(),
             fmt::format("its unit cannot be turned into {}", diet::about(column.nutrient).unit));
    else if (start.size() > 40 || !meals_.add({attribute(attributes, "sourceName").substr(0, 100), start,
                                               column.nutrient, amount, line()},
                                              in_food_))
        lost(line(), text(), "it names no day of the calendar");
    else
        ++diary_.lines;
}

diet::Diary AppleReader::read() {
    std::string bytes(piece, '\0');
    begin();
    bool first = true;
    std::string problem;
    while (!closed_) {
        auto got = stream_.read(bytes.data(), bytes.size());
        if (!got)
            problem = in_words(got.error());
        if (!got || *got == 0)
            break;
        std::size_t size = *got;
        if (first) {
            // The declaration of the document's type is blanked out: some releases of iOS write a broken one.
            while (size < bytes.size()) {
                auto const more = stream_.read(bytes.data() + size, bytes.size() - size);
                if (!more || *more == 0)
                    break;
                size += *more;
            }
            auto const from = std::string_view(bytes.data(), size).find("<!DOCTYPE");
            auto const to = from == bytes.npos ? from : std::string_view(bytes.data(), size).find("]>", from);
            if (to != bytes.npos)
                std::replace_if(
                    bytes.begin() + static_cast<std::ptrdiff_t>(from),
                    bytes.begin() + static_cast<std::ptrdiff_t>(to + 2), [](char c) { return c != '\n'; },
                    ' ');
            first = false;
        }
        feed({bytes.data(), size});
    }
    if (!closed_)
        lost(line(), "",
             problem.empty() ? "the file ends early; what stands above is kept"
                             : problem + "; what stands above is kept");

    Filling filling(foods_);
    meals_.finish(diary_, [&](diet::Eaten& eaten) { filling.by_name(eaten, eaten.text, ""); });
    if (not_listed_ > 0)
        diary_.notes.push_back(fmt::format("{} more records cannot be read and are not listed", not_listed_));
    if (!other_types_.empty()) {
        std::string names;
        for (auto const& name : other_types_)
            names += (names.empty() ? "" : ", ") + name;
        diary_.notes.push_back(
            fmt::format("Not counted, because the food table has no such nutrient: {}", names));
    }
    if (!drinks_.empty())
        diary_.notes.push_back(
            fmt::format("{} alcoholic drinks without saying how much alcohol; these are not counted: {}",
                        counted(drinks_.size(), "record counts", "records count"), lines_named(drinks_)));
    filling.tell(diary_);
    return std::move(diary_);
}

} // namespace

diet::Diary read_apple_health(Stream& stream, diet::Foods const& foods) {
    return AppleReader(stream, foods).read();
}

} // namespace rheobase::read
