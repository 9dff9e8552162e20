#include "model/verdict/lab_patterns.hpp"

#include "model/verdict/chart.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab_movers.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/verdict/rules.hpp"

namespace rheobase::verdict {

std::vector<LabPattern> lab_patterns(Ask const& ask) {
    struct Parsed {
        LabPatternsRow const* row;
        Condition when;
    };
    static auto const all = [] {
        std::vector<Parsed> out;
        for (auto const& row : lab_patterns_rows)
            if (auto when = parse_condition(row.when, named_condition))
                out.push_back({&row, std::move(*when)});
        return out;
    }();
    std::vector<LabPattern> found;
    for (auto const& [row, when] : all)
        if (judge_condition(when, ask).truth == Truth::yes)
            found.push_back({std::string(row->code), std::string(row->text), std::string(row->source)});
    return found;
}

std::vector<Problem> faults_of_lab_patterns() {
    std::vector<Problem> faults;
    for (auto const& row : lab_patterns_rows) {
        auto const where = "lab_patterns.csv:" + std::to_string(row.line) + " " + std::string(row.code);
        auto const parsed = parse_condition(row.when, named_condition);
        if (!parsed) {
            faults.push_back({parsed.error().what, where, {}});
            continue;
        }
        for (auto const& term : parsed->terms)
            if (auto why = why_not_askable(term); !why.empty())
                faults.push_back({term.path + ": " + why, where, {}});
    }
    for (auto const& row : lab_movers_rows) {
        bool const sound = code_row("analyte", row.analyte) &&
                           (row.kind == "drug"  ? drug_class_exists(row.code)
                            : row.kind == "lab" ? code_row("analyte", row.code) != nullptr
                                                : code_row(row.kind, row.code) != nullptr);
        if (!sound)
            faults.push_back({"no such " + std::string(row.kind) + ": " + std::string(row.code),
                              "lab_movers.csv:" + std::to_string(row.line),
                              {}});
    }
    return faults;
}

} // namespace rheobase::verdict
