// A person's evidence as a case file, so that what was asked in an interview can be kept and asked again.
#pragma once

#include "model/verdict/evidence.hpp"

#include <string>

namespace rheobase::report {

/// What a case holds beside the evidence of the verdict.
struct CaseBeside {
    std::string diary_path;  ///< as the case named it; "" when there is none
    std::string wishes_json; ///< the object `wishes` as it was written; "" when there is none
};

/// JSON that `read_case` reads back as the same evidence. A list of medicines, supplements or conditions that
/// is known in part is named in `in_part`, so that what is not on it stays unknown.
std::string case_json(verdict::Evidence const& evidence, CaseBeside const& beside = {});

} // namespace rheobase::report
