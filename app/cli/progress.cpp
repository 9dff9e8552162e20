#include "app/cli/progress.hpp"

#include <csignal>
#include <cstdio>
#include <fmt/core.h>

namespace rheobase::cli {

namespace {

using namespace std::chrono;

constexpr auto patience = seconds(1);
constexpr auto between_lines = milliseconds(200);

volatile std::sig_atomic_t stop_wished = 0;
struct sigaction before {};

extern "C" void rheobase_note_stop(int) {
    stop_wished = 1;
}

std::string left_in_words(double seconds_left) {
    constexpr double minute = 60;
    return seconds_left < 2 * minute ? fmt::format("{:.0f} s", seconds_left)
                                     : fmt::format("{:.0f} min", seconds_left / minute);
}

} // namespace

StopWish::StopWish() {
    stop_wished = 0;
    struct sigaction noted {};
    noted.sa_handler = rheobase_note_stop;
    noted.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&noted.sa_mask);
    sigaction(SIGINT, &noted, &before);
}

StopWish::~StopWish() {
    sigaction(SIGINT, &before, nullptr);
}

bool StopWish::wished() {
    return stop_wished != 0;
}

Progress::Progress(bool shown) : begun_(steady_clock::now()), next_(begun_ + patience), shown_(shown) {}

Progress::~Progress() {
    if (written_)
        std::fputs("\r\033[K", stderr);
}

bool Progress::due() {
    auto const now = steady_clock::now();
    if (now < next_)
        return false;
    next_ = now + between_lines;
    return true;
}

void Progress::write(std::string const& line) {
    std::fputs(("\r\033[K" + line).c_str(), stderr);
    std::fflush(stderr);
    written_ = true;
}

void Progress::searched(long nodes, long most) {
    if (shown_ && due())
        write(fmt::format("Looking for fewer changes: step {} of at most {}", nodes, most));
}

void Progress::told(int done, int people) {
    if (!shown_)
        return;
    std::unique_lock const lock(one_writer_, std::try_to_lock);
    if (!lock || !due())
        return;
    // Of a large crowd a whole percent takes long; a tenth shows that it moves.
    constexpr int large = 1000;
    double const percent = people > 0 ? 100.0 * done / people : 0;
    auto line = people > large ? fmt::format("{} of {} people, {:.1f} %", done, people, percent)
                               : fmt::format("{} of {} people, {:.0f} %", done, people, percent);
    if (done > 0) {
        double const passed = duration<double>(steady_clock::now() - begun_).count();
        line += fmt::format(", about {} left", left_in_words(passed * (people - done) / done));
    }
    write(line);
}

} // namespace rheobase::cli
