#include "model/diet/foods.hpp"

#include "model/diet/food_pack.hpp"

#include <algorithm>
#include <bit>

namespace rheobase::diet {

namespace {

template <class T>
std::span<T const> as_array(std::span<std::byte const> bytes) {
    return {reinterpret_cast<T const*>(bytes.data()), bytes.size() / sizeof(T)};
}

} // namespace

Result<Foods> Foods::open(std::span<std::byte const> packed) {
    auto const broken = [](char const* what) {
        return fault("food table", what, "Build the program again from a clean folder");
    };
    if (packed.size() < sizeof(PackHeader))
        return broken("the packed table is cut short");
    PackHeader header;
    std::memcpy(&header, packed.data(), sizeof header);
    if (header.mark != pack_mark || header.version != pack_version)
        return broken("the packed table is of another kind or version");
    if (header.sections > 64 || packed.size() < sizeof header + header.sections * sizeof(PackSection))
        return broken("the packed table is cut short");
    if (header.checksum != pack_checksum(packed.subspan(sizeof header)))
        return broken("the packed table's checksum does not hold, so its figures cannot be trusted");

    Foods table;
    table.packed_ = packed;
    table.strings_ = table.section("strings");
    table.records_ = as_array<std::uint32_t>(table.section("foods"));
    table.composition_ = as_array<float>(table.section("values"));
    table.portions_ = as_array<std::uint32_t>(table.section("portions"));
    table.by_id_ = as_array<std::uint32_t>(table.section("by_id"));
    table.filled_ = as_array<std::uint32_t>(table.section("filled"));
    table.count_ = static_cast<int>(table.records_.size() / fields_per_food);
    auto const count = static_cast<std::size_t>(table.count_);
    if (table.composition_.size() != count * nutrient_count || table.by_id_.size() != count)
        return broken("the packed table's parts do not fit together");
    return table;
}

std::span<std::byte const> Foods::section(std::string_view name) const {
    PackHeader header;
    std::memcpy(&header, packed_.data(), sizeof header);
    for (std::uint64_t i = 0; i < header.sections; ++i) {
        PackSection part;
        std::memcpy(&part, packed_.data() + sizeof header + i * sizeof part, sizeof part);
        std::string_view const called(part.name, strnlen(part.name, sizeof part.name));
        if (called == name && part.offset + part.size <= packed_.size())
            return packed_.subspan(part.offset, part.size);
    }
    return {};
}

std::string_view Foods::text(std::uint32_t at) const {
    std::uint32_t length;
    std::memcpy(&length, strings_.data() + at, sizeof length);
    return {reinterpret_cast<char const*>(strings_.data()) + at + sizeof length, length};
}

std::string_view Foods::id(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + id_at]);
}
std::string_view Foods::name(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + name_at]);
}
std::string_view Foods::synonyms(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + synonyms_at]);
}
std::string_view Foods::group(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + group_at]);
}
std::string_view Foods::source(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + source_at]);
}

std::string_view Foods::family(Food food) const {
    return text(records_[static_cast<std::size_t>(food) * fields_per_food + family_at]);
}
int Foods::processing(Food food) const {
    return static_cast<int>(records_[static_cast<std::size_t>(food) * fields_per_food + processing_class]);
}

double Foods::per_100_g(Food food, Nutrient n) const {
    return composition_[static_cast<std::size_t>(food) * nutrient_count + static_cast<std::size_t>(n)];
}

int Foods::filled_by(Food food, Nutrient n) const {
    for (std::size_t i = 0; i + 2 < filled_.size(); i += 3)
        if (static_cast<Food>(filled_[i]) == food && static_cast<Nutrient>(filled_[i + 1]) == n)
            return static_cast<int>(filled_[i + 2]);
    return 0;
}

int Foods::portion_count(Food food) const {
    return static_cast<int>(records_[static_cast<std::size_t>(food) * fields_per_food + portions_held]);
}

Portion Foods::portion(Food food, int place) const {
    auto const first = records_[static_cast<std::size_t>(food) * fields_per_food + first_portion];
    auto const at = (first + static_cast<std::size_t>(place)) * 3;
    return {text(portions_[at]), std::bit_cast<float>(portions_[at + 1]),
            std::bit_cast<float>(portions_[at + 2])};
}

std::optional<Food> Foods::find(std::string_view wanted) const {
    auto const at = std::lower_bound(
        by_id_.begin(), by_id_.end(), wanted,
        [this](std::uint32_t food, std::string_view key) { return id(static_cast<Food>(food)) < key; });
    if (at == by_id_.end() || id(static_cast<Food>(*at)) != wanted)
        return std::nullopt;
    return static_cast<Food>(*at);
}

} // namespace rheobase::diet
