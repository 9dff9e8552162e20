// The shipped schema, judged by a library of its own, and the reader must agree on what is a fault.
#include "app/read/case.hpp"
#include "tests/schema/kept_schema.hpp"

#include <nlohmann/json.hpp>

using namespace rheobase::read;

namespace {

bool schema_accepts(std::string const& text) {
    static rheobase::KeptSchema const schema(case_schema());
    return schema.faults_in(nlohmann::json::parse(text)).empty();
}

} // namespace

TEST(CaseSchema, ReaderAndSchemaAgreeOnWhatIsAFault) {
    for (std::string const text : {
             R"({"person": {}})",
             R"({})",
             R"([])",
             R"({"person": null})",
             R"({"person": {"age_years": 34, "sex": "female", "pregnancy": {"weeks": 30}}})",
             R"({"person": {"age_years": "34"}})",
             R"({"person": {"age_years": null, "pregnancy": null}})",
             R"({"person": {"pregnancy": {"week": 30}}})",
             R"({"person": {"shoe_size": 44}})",
             R"({"person": {}, "symptoms": [{"code": "twitch", "present": true}]})",
             R"({"person": {}, "symptoms": ["twitch"]})",
             R"({"person": {}, "symptoms": [{"present": true}]})",
             R"({"person": {}, "symptoms": [{"code": "no_such_code"}]})",
             R"({"person": {}, "symptoms": [{"code": 5}]})",
             R"({"person": {}, "symptoms": [{"code": "twitch", "sites": "calf"}]})",
             R"({"person": {}, "symptoms": [null]})",
             R"({"person": {}, "symptoms": null})",
             R"({"person": {}, "conditions": ["ckd_g4", {"code": "asthma", "since_days": 3}]})",
             R"({"person": {}, "conditions": [5]})",
             R"({"person": {}, "conditions": [{"since_days": 3}]})",
             R"({"person": {}, "diet": {"per_day": {"unobtainium_mg": 3}}})",
             R"({"person": {}, "diet": {"per_day": {"magnesium_mg": "3"}}})",
             R"({"person": {}, "diet": {"coverage": {"magnesium_mg": null}}})",
             R"({"person": {}, "medications": [{"name": "x", "rxnorm": 7646}]})",
             R"({"person": {}, "medications": [{"name": "x", "rxnorm": 7646.5}]})",
             R"({"person": {}, "labs": [{"analyte": "potassium", "value": 4.2, "unit": "mmol/L"}]})",
             R"({"person": {}, "labs": [{"analyte": "potassium", "value": "4.2"}]})",
             R"({"person": {}, "labs": {"analyte": "potassium"}})",
             R"({"person": {}, "lifestyle": {"caffeine_mg": -5}})",
             R"({"person": {}, "lifestyle": {"coffee": 3}})",
             R"({"person": {}, "allergies": [{"to": "milk"}, "nuts"]})",
             R"({"person": {}, "wishes": {"anything": [1, {"goes": true}]}})",
             R"({"person": {}, "wishes": 4})",
             R"({"person": {}, "words": "hello", "reference": "eu", "duration_days": 3})",
             R"({"person": {}, "words": 5})",
         })
        EXPECT_EQ(schema_accepts(text), read_case(text, "case.json").faults.empty())
            << text << "\n"
            << (read_case(text, "x").faults.empty() ? ""
                                                    : rheobase::in_words(read_case(text, "x").faults[0]));
}

TEST(CaseSchema, IsJsonAndNamesItsPurpose) {
    auto const document = nlohmann::json::parse(case_schema());
    EXPECT_EQ(document["required"][0], "person");
}
