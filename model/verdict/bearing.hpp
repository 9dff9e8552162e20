// How much an answer could change: of how soon to act, and of which causes fit. Each answer is tried on a
// copy of the evidence, and what it moves is counted in bits.
//
// Of a cause with share p, an answer a that w of 100 people give, and odds that it multiplies by r:
// P(a | not the cause) goes as w, P(a | the cause) as w·r, and the bits are H(p) − Σ P(a)·H(p after a). Where
// an answer opens or shuts a cause (a medicine that is or is not taken), they are H(Σ w·p after a) − Σ w·H(p
// after a).
#pragma once

#include "model/verdict/causes.hpp"
#include "model/verdict/questions.hpp"
#include "model/verdict/rules.hpp"

#include <map>
#include <string>
#include <vector>

namespace rheobase::verdict {

struct Bearing {
    double causes = 0;    ///< bits about causes that stand or could
    double first = 0;     ///< bits about which cause stands first
    double urgency = 0;   ///< bits about how soon to act, weighed by how grave that is
    bool reaches = false; ///< with other answers about the same sign it could make help urgent today
    std::vector<std::string> on_causes; ///< codes, the most moved first
    std::vector<std::string> on_rules;  ///< red-flag rules that an answer could make fire or clear
};

/// One person's evidence, laid out so that many answers can be tried on it.
class Weighing {
  public:
    Weighing(Evidence const& evidence, Findings const& findings);
    Weighing(Weighing const&) = delete;
    Weighing& operator=(Weighing const&) = delete;

    Bearing of(Question const& question);

    Evidence const& evidence() const { return evidence_; }
    Chart& chart() { return chart_; }
    std::vector<RuleState> const& states() const { return states_; }
    Urgency urgency() const;

  private:
    /// How soon and where, as one figure to compare: the fired rule that settles it, or -1.
    struct Seen {
        double usual = 0; ///< how often people answer so
        int act = -1;
        std::size_t first = 0;                       ///< the cause that would stand first
        std::map<std::size_t, CauseStanding> causes; ///< those that it may move
        std::vector<std::size_t> rules;              ///< those whose truth it changes
    };
    Seen tried(std::vector<Setting> const& settings, double usual);
    void add(Bearing& bearing, std::vector<Seen> const& answers, std::map<std::size_t, double>& moved) const;
    Reading ask(Term const& term) const;
    bool reaches(Question const& question) const;
    std::size_t first_cause(std::map<std::size_t, CauseStanding> const& moved) const;

    Evidence evidence_;
    Findings const& findings_;
    Chart chart_;
    std::vector<RuleState> states_;
    std::vector<Truth> truths_; ///< of the rules, under the answer that is tried
    std::vector<CauseStanding> standing_;
    std::vector<std::string> classes_;     ///< medicine classes assumed by the answer that is tried
    Urgency urgency_ = Urgency::self_care; ///< under the answer that is tried
    int act_ = -1;
};

} // namespace rheobase::verdict
