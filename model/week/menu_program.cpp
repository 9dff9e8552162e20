#include "model/week/menu_program.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase::week {

namespace {

constexpr double percent = 100, most_percent = 1000;

/// Builds the rows about nutrients: what one half portion adds to each, and what does not move.
class Builder {
  public:
    Builder(Task const& task, std::vector<bool> const& moves)
        : task_(task), moves_(moves), limits_(limits_of(task.span)) {
        out_.items.resize(task.items.size());
        for (std::size_t i = 0; i < task.items.size(); ++i)
            add(i);
        for (auto const& bound : task.bounds)
            add(bound);
        add_energy();
        add_grams();
        add_variety();
        add_changes();
    }
    MenuProgram take() { return std::move(out_); }

  private:
    int column(double upper, double cost, bool integer) {
        return out_.program.column(0, upper, cost, integer);
    }

    void add(std::size_t i) {
        auto const& item = task_.items[i];
        if (!moves_[i] || item.must_go)
            return;
        auto const rows = [&] { return static_cast<int>(out_.program.rows.size()); };
        out_.items[i].first_row = rows();
        item.own ? add_own(i, item) : add_offered(i, item);
        out_.items[i].past_rows = rows();
    }

    double cost_of_more(Item const& item) const {
        auto const& minds = task_.minds;
        double const step = item.step;
        return step * (menu.cost_half * minds.change +
                       (minds.price && known(item.price) ? menu.cost_price * (item.price - 1) : 0) +
                       (minds.cooking && item.prepare == "cook" ? menu.cost_cook : 0) +
                       (item.processing == 4 ? menu.cost_processed : 0));
    }

    void add_own(std::size_t i, Item const& item) {
        auto& at = out_.items[i];
        double const now = item.now, room = std::floor(std::max(0.0, item.most - now));
        double const fewer = std::ceil(now - menu.least_left) - 1;
        if (item.may_grow && room >= 1)
            at.more = column(room, cost_of_more(item), true);
        if (item.may_shrink) {
            double const cost =
                menu.cost_half * task_.minds.change * (item.processing == 4 ? menu.cost_less_processed : 1);
            at.gone = column(1, menu.cost_drop * task_.minds.change + cost * now, true);
            // To leave nothing is to give it up, and hardly anything is nobody's portion.
            if (fewer >= 1)
                at.less = column(fewer, cost, true);
        }
        if (at.more < 0 && at.gone < 0)
            return;
        if (task_.changes_most)
            at.touched = column(1, 0, true);
        // What is given up is neither eaten less of nor more of; what is not touched is neither of all that.
        limit(at.less, fewer, at);
        limit(at.more, room, at);
        if (at.less < 0 && at.more < 0)
            limit(at.gone, 1, at);
    }

    void limit(int moved, double most, ItemColumns const& at) {
        if (moved < 0 || (at.touched < 0 && (at.gone < 0 || at.gone == moved)))
            return;
        int const row = out_.program.row(-engine::no_bound, at.touched < 0 ? most : 0);
        out_.program.entry(row, moved, 1);
        if (at.gone >= 0 && at.gone != moved)
            out_.program.entry(row, at.gone, most);
        if (at.touched >= 0)
            out_.program.entry(row, at.touched, -most);
    }

    void add_offered(std::size_t i, Item const& item) {
        auto& at = out_.items[i];
        int const most = item.most / item.step;
        if (most < 1)
            return;
        at.more = column(most, cost_of_more(item), true);
        at.on_table =
            column(1,
                   task_.minds.change *
                       (menu.cost_add + (known(item.price) ? menu.cost_uncommon * (item.price - 1) : 0)),
                   true);
        int const row = out_.program.row(-engine::no_bound, 0);
        out_.program.entry(row, at.more, 1);
        out_.program.entry(row, at.on_table, -most);
        int const least = out_.program.row(0, engine::no_bound);
        out_.program.entry(least, at.more, item.step);
        out_.program.entry(least, at.on_table, -std::min<double>(limits_.offered_least, most * item.step));
    }

    /// Puts into a row what each movable food adds to it a day; returns what there is before anything moves.
    template <class Of>
    double spread(int row, double scale, Of of) {
        double before = 0;
        for (std::size_t i = 0; i < task_.items.size(); ++i) {
            auto const& item = task_.items[i];
            auto const& at = out_.items[i];
            double const half = of(item) * scale / limits_.days;
            if (item.own && !item.must_go)
                before += half * item.now;
            if (row < 0 || half == 0)
                continue;
            if (at.more >= 0)
                out_.program.entry(row, at.more, half * item.step);
            if (at.less >= 0)
                out_.program.entry(row, at.less, -half);
            if (at.gone >= 0)
                out_.program.entry(row, at.gone, -half * item.now);
        }
        return before;
    }

    void add(Bound const& bound) {
        BoundRows at;
        auto const n = bound.nutrient;
        auto const lower = [&](double target, double cost, int& row, int& missing) {
            if (!(target > 0))
                return;
            double const scale = percent / target;
            auto const of = [n](Item const& item) { return item.counted[n]; };
            double const before = spread(-1, scale, of) + task_.fixed[n] * scale;
            row = out_.program.row(percent - before, engine::no_bound);
            spread(row, scale, of);
            missing = column(percent, cost, false);
            out_.program.entry(row, missing, 1);
        };
        lower(bound.floor, menu.cost_floor, at.floor, at.missing_floor);
        lower(bound.aim, menu.cost_aim * limits_.aim_share, at.aim, at.missing_aim);
        if (bound.ceiling > 0) {
            double const scale = percent / bound.ceiling;
            auto const of = [&](Item const& item) { return bound.added_only ? item.added[n] : item.held[n]; };
            double const before = spread(-1, scale, of) + fixed_against(task_, bound) * scale;
            at.ceiling = out_.program.row(-engine::no_bound, percent - before);
            spread(at.ceiling, scale, of);
            // Where salt is above already, less is better; a plan that takes it there does harm.
            bool const already = bound.ceiling_kind == "cdrr" && before > percent;
            at.above =
                column(most_percent, already ? menu.cost_cdrr * limits_.aim_share : menu.cost_ceiling, false);
            out_.program.entry(at.ceiling, at.above, -1);
        }
        if (known(bound.never_above)) {
            double const scale = bound.never_above > 0 ? percent / bound.never_above : 1;
            auto const of = [n](Item const& item) { return item.held[n]; };
            double const before = spread(-1, scale, of) + task_.fixed[n] * scale;
            // What is eaten now may be a rounding above itself; it is allowed.
            int const row =
                out_.program.row(-engine::no_bound, std::max(0.0, scale * bound.never_above - before));
            spread(row, scale, of);
        }
        out_.bounds.push_back(at);
    }

    void add_energy() {
        if (!(task_.energy > 0))
            return;
        constexpr auto energy = diet::nutrient("energy_kcal");
        double const scale = percent / task_.energy;
        auto const of = [](Item const& item) { return item.held[energy]; };
        double const before = spread(-1, scale, of) + task_.fixed[energy] * scale;
        double const width = percent * menu.energy_share;
        int const row = out_.program.row(percent - width - before, percent + width - before);
        spread(row, scale, of);
        out_.program.entry(row, column(percent, menu.cost_energy, false), 1);
        out_.program.entry(row, column(most_percent, menu.cost_energy, false), -1);
    }

    void add_grams() {
        double now = 0;
        for (auto const& item : task_.items)
            now += item.own ? item.grams / 2 * item.now / limits_.days : 0;
        auto const of = [](Item const& item) { return item.grams / 2; };
        double const before = spread(-1, 1, of);
        int const row = out_.program.row(-engine::no_bound, now - before + menu.grams_more);
        spread(row, 1, of);
    }

    void add_variety() {
        std::map<std::string_view, std::vector<std::size_t>> kinds;
        for (std::size_t i = 0; i < task_.items.size(); ++i)
            if (!task_.items[i].own && out_.items[i].more >= 0)
                kinds[task_.items[i].kind].push_back(i);
        for (auto const& [kind, members] : kinds) {
            double most = 0;
            for (auto const i : members)
                most += task_.items[i].most;
            if (most <= limits_.kind_most)
                continue;
            int const row = out_.program.row(-engine::no_bound, limits_.kind_most);
            for (auto const i : members)
                out_.program.entry(row, out_.items[i].more, task_.items[i].step);
            // Variety gives way to what is needed.
            out_.program.entry(row, column(most, menu.cost_kind * task_.minds.change, false), -1);
        }
    }

    void add_changes() {
        if (!task_.changes_most)
            return;
        int const all = out_.program.row(-engine::no_bound, *task_.changes_most);
        for (auto const& at : out_.items)
            if (int const counted = std::max(at.on_table, at.touched); counted >= 0)
                out_.program.entry(all, counted, 1);
    }

    Task const& task_;
    std::vector<bool> const& moves_;
    SpanLimits limits_;
    MenuProgram out_;
};

} // namespace

double fixed_against(Task const& task, Bound const& bound) {
    double const fixed = bound.added_only ? task.fixed_added[bound.nutrient] : task.fixed[bound.nutrient];
    return known(fixed) ? fixed : 0;
}

double MenuProgram::halves(Task const& task, std::size_t i, std::vector<double> const& value) const {
    auto const& item = task.items[i];
    if (item.must_go)
        return 0;
    auto const& at = items[i];
    auto const of = [&](int column) { return column < 0 ? 0.0 : value[static_cast<std::size_t>(column)]; };
    if (!item.own)
        return of(at.more) * item.step;
    return of(at.gone) > 0.5 ? 0 : item.now + of(at.more) * item.step - of(at.less);
}

MenuProgram menu_program(Task const& task, std::vector<bool> const& moves) {
    return Builder(task, moves).take();
}

} // namespace rheobase::week
