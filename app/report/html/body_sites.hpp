// Where on the body: the coded sites of a symptom and the person's own words for the place, as parts of the
// drawing.
#pragma once

#include "app/report/html/body_parts.rows.hpp"
#include "model/verdict/evidence.hpp"

#include <vector>

namespace rheobase::report {

enum class Side { left, right, both, unsaid };

struct Site {
    html::BodyPartsRow const* part;
    Side side = Side::unsaid;
};

/// What the drawing can show of a symptom. Coded sites win over free words, as they do everywhere.
std::vector<Site> sites_of(verdict::Symptom const& symptom);

/// "left calf", "both hands", "calf" in words.
std::string in_words(Site const& site);

/// "left_calf" as people write it: "left calf".
std::string plain_site(std::string_view code);

} // namespace rheobase::report
