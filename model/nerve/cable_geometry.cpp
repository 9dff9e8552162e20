#include "model/nerve/cable_geometry.hpp"

#include "engine/elementary.hpp"
#include "model/nerve/cable_continuous.rows.hpp"
#include "model/nerve/cable_geometry.rows.hpp"

#include <string>

namespace rheobase::nerve {

namespace {

FibreShape line(double fibre) {
    constexpr auto& c = cable_continuous;
    double const log = engine::log(fibre);
    return {.fibre = fibre,
            .axon = c.axon_slope * fibre + c.axon_offset,
            .node = c.node_slope * fibre + c.node_offset,
            .mysa = c.mysa_slope * fibre + c.mysa_offset,
            .spacing = c.spacing_log * log + c.spacing_offset,
            .flut = c.flut_slope * fibre + c.flut_offset,
            .lamellae = c.lamellae_log * log + c.lamellae_offset};
}

} // namespace

Result<FibreShape> shape_of(double fibre_um, Geometry geometry) {
    auto const& table = cable_geometry_rows;
    if (!(fibre_um >= table.front().fibre_um && fibre_um <= table.back().fibre_um))
        return fault("diameter", "a fibre of " + std::to_string(fibre_um) + " µm is outside 5.7 to 16 µm",
                     "The published fibres end there");
    if (geometry == Geometry::continuous)
        return line(fibre_um);
    for (auto const& row : table)
        if (row.fibre_um == fibre_um)
            return FibreShape{row.fibre_um,   row.axon_um, row.node_um, row.node_um,
                              row.spacing_um, row.flut_um, row.lamellae};
    return fault("diameter", "no published fibre has " + std::to_string(fibre_um) + " µm",
                 "Take one of the table, or the continuous geometry");
}

} // namespace rheobase::nerve
