// Which rules and causes an answer touches, so that it is held against those alone; and the evidence put back
// after an answer was tried on it.
#pragma once

#include "model/verdict/questions.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

/// By key ("symptom.twitch"): the places of rules and of causes that ask for it.
struct Index {
    std::map<std::string, std::set<std::size_t>, std::less<>> rules, causes;
    std::map<std::string, std::size_t, std::less<>> rule_called;
};

Index const& index();

/// Adds what `from` has under this key.
void take(std::set<std::size_t>& into, std::map<std::string, std::set<std::size_t>, std::less<>> const& from,
          std::string_view key);

/// What an answer touches. How long, how examined and whether anything was told hang on symptoms as a whole.
std::set<std::string> keys_of(std::vector<Setting> const& settings, Evidence const& evidence);

/// The lists that an answer may write to, kept so that they can be put back.
struct Kept {
    Evidence& evidence;
    diet::Person person = evidence.person;
    std::vector<Symptom> symptoms = evidence.symptoms;
    std::vector<Finding> conditions = evidence.conditions, investigations = evidence.investigations,
                         family = evidence.family, exposures = evidence.exposures, events = evidence.events;
    std::map<std::string, double> lifestyle = evidence.lifestyle, losses = evidence.losses;
    std::map<std::string, std::string> lifestyle_words = evidence.lifestyle_words;
    std::string diet_type = evidence.diet_type;
    std::vector<std::optional<double>> since;

    explicit Kept(Evidence& of) : evidence(of) {
        for (auto const& one : evidence.medicines)
            since.push_back(one.since_days);
    }
    void put_back() {
        evidence.person = person;
        evidence.symptoms = symptoms;
        evidence.conditions = conditions;
        evidence.investigations = investigations;
        evidence.family = family;
        evidence.exposures = exposures;
        evidence.events = events;
        evidence.lifestyle = lifestyle;
        evidence.losses = losses;
        evidence.lifestyle_words = lifestyle_words;
        evidence.diet_type = diet_type;
        // The medicines stay where they are: the chart points to them.
        for (std::size_t i = 0; i < since.size(); ++i)
            evidence.medicines[i].since_days = since[i];
    }
};

} // namespace rheobase::verdict
