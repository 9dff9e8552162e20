#include "app/read/experiment_parts.hpp"
#include "base/number.hpp"
#include "model/diet/nutrients.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

using ions::Ingested;

constexpr double widest_of_intakes = 3; ///< an intake's SD is seldom above its mean; three times is a slip

struct Meant {
    Ingested what;
    double factor; ///< from the written unit to that of ingested.csv
};

/// Other spellings that case files and tables use for the same amount.
struct Alias {
    std::string_view written;
    Ingested what;
    double factor;
};
constexpr std::array<Alias, 2> aliases{
    {{"vitamin_b12_ug", Ingested::b12, 1}, {"water_l", Ingested::water, 1000}}};

std::optional<Meant> meant_by(std::string_view key) {
    for (std::size_t i = 0; i < ions::ingested_count; ++i) {
        auto const& row = ions::ingested_rows[i];
        if (row.key == key)
            return Meant{static_cast<Ingested>(i), 1};
        if (!row.mmol_key.empty() && row.mmol_key == key)
            return Meant{static_cast<Ingested>(i), row.mass_per_mmol};
    }
    for (auto const& alias : aliases)
        if (alias.written == key)
            return Meant{alias.what, alias.factor};
    return std::nullopt;
}

std::vector<std::string_view> amount_keys() {
    std::vector<std::string_view> keys;
    for (auto const& row : ions::ingested_rows) {
        keys.push_back(row.key);
        if (!row.mmol_key.empty())
            keys.push_back(row.mmol_key);
    }
    for (auto const& alias : aliases)
        keys.push_back(alias.written);
    for (auto const& row : diet::nutrients_rows)
        if (row.key != "alcohol_g")
            keys.push_back(row.key);
    return keys;
}

/// The amount under a key, in the table's unit, when a person could have eaten it.
std::optional<ions::Spread> amount_of(Fields& fields, std::string const& key, Meant const& meant,
                                      bool pairs_allowed) {
    auto const& row = ions::about(meant.what);
    auto const path = fields.at(key);
    std::optional<ions::Spread> spread;
    if (pairs_allowed)
        spread = spread_of(*fields.find(key), path, widest_of_intakes, fields.faults());
    else if (auto const number = fields.number(key))
        spread = ions::Spread{*number, 0};
    if (!spread)
        return std::nullopt;
    double const mean = spread->mean * meant.factor;
    if (mean < row.low) {
        fields.faults().add(path, fmt::format("{} is negative, and an amount cannot be", plain(spread->mean)),
                            "Give 0 or more.");
        return std::nullopt;
    }
    if (mean > row.high) {
        fields.faults().add(path,
                            fmt::format("{} is more than a person can take in a day, which is put at {}",
                                        plain(spread->mean), plain(row.high / meant.factor)),
                            "Look at the unit: the key's ending names it.");
        return std::nullopt;
    }
    return ions::Spread{mean, spread->sd * meant.factor};
}

} // namespace

bool read_amounts(Fields& fields, bool pairs_allowed, ExperimentReading& reading,
                  std::function<void(Ingested, ions::Spread)> const& take) {
    std::array<std::string, ions::ingested_count> named_by;
    bool any = false;
    for (auto const& key : fields.unasked()) {
        if (auto const meant = meant_by(key)) {
            any = true;
            auto& earlier = named_by[static_cast<std::size_t>(meant->what)];
            if (!earlier.empty()) {
                fields.find(key);
                reading.faults.add(fields.at(key), fmt::format("this says the same as '{}'", earlier),
                                   "Name the amount once.");
                continue;
            }
            earlier = key;
            if (auto const amount = amount_of(fields, key, *meant, pairs_allowed))
                take(meant->what, *amount);
        } else if (key == "alcohol_g") {
            fields.find(key);
            reading.faults.add(fields.at(key), "alcohol is not part of the intake",
                               "Write alcohol_g in the phase itself, beside intake.");
        } else if (diet::nutrient_called(key)) {
            fields.find(key);
            any = true;
            reading.unused.insert(key);
        } else
            fields.unknown_key(key, amount_keys());
    }
    return any;
}

} // namespace rheobase::read
