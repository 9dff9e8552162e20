#include "model/diet/name_index.hpp"

namespace rheobase::diet {

namespace {

template <class T>
std::span<T const> part(Foods const& table, std::string_view name) {
    auto const bytes = table.section(name);
    return {reinterpret_cast<T const*>(bytes.data()), bytes.size() / sizeof(T)};
}

} // namespace

NameIndex NameIndex::open(Foods const& table) {
    NameIndex index;
    index.lexicon = {part<std::uint32_t>(table, "nwbegin"),  part<char>(table, "nletters"),
                     part<std::uint16_t>(table, "nslots"),   part<std::uint8_t>(table, "nkinds"),
                     part<std::uint32_t>(table, "nsteps"),   part<std::uint32_t>(table, "neffecta"),
                     part<std::uint16_t>(table, "neffects"), part<std::uint16_t>(table, "nspelled"),
                     part<std::uint32_t>(table, "nslips")};
    index.weight = part<float>(table, "nweight");
    index.term_begin = part<std::uint32_t>(table, "ntermat");
    index.terms = part<std::uint32_t>(table, "nterms");
    index.said_begin = part<std::uint32_t>(table, "nsaidat");
    index.said = part<std::uint32_t>(table, "nsaid");
    index.posts_begin = part<std::uint32_t>(table, "npostat");
    index.posts = part<std::uint16_t>(table, "nposts");
    index.alias_hash = part<std::uint32_t>(table, "nalias");
    index.marks = part<float>(table, "nmarks");
    index.mark_set = part<std::uint16_t>(table, "nmarkset");
    index.from_sr = part<std::uint8_t>(table, "nfromsr");
    index.standing = part<float>(table, "nstand");
    index.kinds_of = part<std::uint16_t>(table, "nkindsof");
    index.said_mark = part<float>(table, "nsaidmk");
    return index;
}

} // namespace rheobase::diet
