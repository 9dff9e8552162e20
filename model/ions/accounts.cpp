#include "model/ions/accounts.hpp"

namespace rheobase::ions {

Account account_of(Observable what) {
    switch (what) {
    case Observable::urine_calcium: return {at::urine_calcium, -1};
    case Observable::urine_magnesium: return {at::urine_magnesium, -1};
    case Observable::urine_potassium: return {at::urine_potassium, -1};
    case Observable::urine_sodium: return {at::urine_sodium, -1};
    case Observable::urine_phosphate: return {at::urine_phosphate, -1};
    case Observable::urine_volume: return {at::urine_water, -1};
    case Observable::absorption_calcium: return {at::absorbed_calcium, static_cast<int>(Ingested::calcium), at::gut_calcium};
    case Observable::absorption_magnesium: return {at::absorbed_magnesium, static_cast<int>(Ingested::magnesium), at::gut_magnesium};
    case Observable::intake_calcium_mg: return {state_count, static_cast<int>(Ingested::calcium)};
    case Observable::intake_magnesium_mg: return {state_count, static_cast<int>(Ingested::magnesium)};
    case Observable::intake_phosphorus_mg: return {state_count, static_cast<int>(Ingested::phosphorus)};
    case Observable::intake_potassium_mg: return {state_count, static_cast<int>(Ingested::potassium)};
    case Observable::intake_sodium_mg: return {state_count, static_cast<int>(Ingested::sodium)};
    case Observable::intake_vitamin_d_ug: return {state_count, static_cast<int>(Ingested::vitamin_d)};
    case Observable::intake_b12_ug: return {state_count, static_cast<int>(Ingested::b12)};
    default: return {};
    }
}

double content(Observable balance, LaneArray const& y, LaneArray const& physiology, int lane) {
    auto const fact = [&](std::size_t offset) { return physiology.at(offset / sizeof(double), lane); };
    auto const state = [&](std::size_t i) { return y.at(i, lane); };
    double const magnesium_of_bone = fact(offsetof(Physiology<double>, calcium.bone_magnesium));
    double const phosphate_of_bone = fact(offsetof(Physiology<double>, calcium.bone_phosphate));
    switch (balance) {
    case Observable::balance_calcium:
        return state(at::gut_calcium) + state(at::calcium) + state(at::surface_calcium) + state(at::skeleton);
    case Observable::balance_magnesium:
        return state(at::gut_magnesium) + state(at::magnesium) + state(at::cell_magnesium) +
               state(at::deep_magnesium) + magnesium_of_bone * state(at::skeleton);
    case Observable::balance_potassium:
        return state(at::gut_potassium) + state(at::plasma_potassium) + state(at::interstitial_potassium) +
               state(at::cell_potassium);
    case Observable::balance_sodium: return state(at::sodium);
    case Observable::balance_phosphate:
        return state(at::gut_phosphate) + state(at::phosphate) + state(at::cell_phosphate) +
               phosphate_of_bone * state(at::skeleton);
    default: return unknown;
    }
}

double given(Observable balance, Forcing<double> const& in) {
    switch (balance) {
    case Observable::balance_calcium: return in.calcium_drain;
    case Observable::balance_magnesium: return in.magnesium_drain;
    case Observable::balance_potassium: return in.potassium_drain;
    case Observable::balance_sodium: return in.sodium_drain;
    case Observable::balance_phosphate: return in.phosphate_drain;
    default: return unknown;
    }
}

bool is_balance(Observable what) {
    return what >= Observable::balance_calcium && what <= Observable::balance_phosphate;
}

} // namespace rheobase::ions
