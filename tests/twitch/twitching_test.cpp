#include "model/twitch/twitching.hpp"
#include <fmt/core.h>
#include <gtest/gtest.h>
using namespace rheobase::twitch;
TEST(Scratch, Print) {
    auto show=[](char const* n, Twitching const& t){
        fmt::print("{}: a_day {:.3g} {:.3g} {:.3g}; today {:.3f} {:.3f} {:.3f}; lid wk {:.2f} {:.2f} {:.2f}; blood {:.2f} {:.2f} {:.2f} {}\n",n,t.a_day.low,t.a_day.mid,t.a_day.high,t.chance_noticed_today.low,t.chance_noticed_today.mid,t.chance_noticed_today.high,
        t.chance_noticed_eyelid_in_a_week.low,t.chance_noticed_eyelid_in_a_week.mid,t.chance_noticed_eyelid_in_a_week.high,t.blood_factor.low,t.blood_factor.mid,t.blood_factor.high,t.blood_noticeable);
        for(auto&p:t.places) fmt::print("  {} {:.2f} {:.2f} {:.2f};",p.place,p.share.low,p.share.mid,p.share.high);
        fmt::print("\n");
        for(auto&p:t.signs) fmt::print("  {} {:.3f} {:.3f} {:.3f};",p.name,p.in_a_month.low,p.in_a_month.mid,p.in_a_month.high);
        fmt::print("\n");
        for(auto&p:t.width) fmt::print("  {} {:.2f};",p.from,p.share);
        fmt::print("\n");
    };
    auto const m=rheobase::nerve::ordinary_medium;
    show("unknown", twitching({}, {}, m));
    Habits h; h.caffeine_mg=170;h.sleep_hours=7;h.stress=1;h.exertion=1;h.viral_weeks_ago=999;h.alcohol_withdrawal_days=999;h.screen_hours=4.8;h.female=1;h.age_years=40;h.pregnancy_weeks=0;
    show("usual", twitching({}, h, m));
    Habits s=h; s.stress=2; s.sleep_hours=5.5; s.caffeine_mg=250; s.screen_hours=7; s.age_years=22; s.female=rheobase::unknown;
    show("students", twitching({}, s, m));
    Excited e; e.threshold_change_percent={-27,-20,-13}; e.not_by_potassium_percent=e.threshold_change_percent;
    auto low=m; low.calcium=.85;
    show("ca .85", twitching(e,h,low));
    e.fires_alone={.02,.02,.02}; e.rate_hz={3,7,12}; low.calcium=.78;
    show("ca .78", twitching(e,h,low));
    auto k=m; k.potassium=2.3; show("k 2.3", twitching({},h,k));
}
