// Apple Health's export of any size: megabytes a second and the most memory held, on a file made up as it is
// read.
//
//   apple_health [MEGABYTES...]    without numbers: 50 and 200, so that growth with the size would show
#include "app/read/diary_formats.hpp"

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fmt/core.h>
#include <sys/resource.h>

namespace {

using namespace rheobase;

/// An export as a phone writes it: heartbeats and steps by the million, two dozen foods a day, each food's
/// records once inside its Correlation and once at the top. It ends once it has given `most` bytes.
class MadeUpExport final : public read::Stream {
  public:
    explicit MadeUpExport(std::size_t most) : most_(most) {
        waiting_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData "
                   "(Record)*>\n]>\n<HealthData locale=\"en_GB\">\n";
    }

    Result<std::size_t> read(char* into, std::size_t most) override {
        auto const before = std::chrono::steady_clock::now();
        while (waiting_.size() < most && given_ + waiting_.size() < most_)
            add();
        if (given_ + waiting_.size() >= most_ && !ended_) {
            waiting_ += "</HealthData>\n";
            ended_ = true;
        }
        auto const count = std::min(most, waiting_.size());
        std::memcpy(into, waiting_.data(), count);
        waiting_.erase(0, count);
        given_ += count;
        seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
        return count;
    }

    std::size_t given() const { return given_; }
    double seconds() const { return seconds_; } ///< spent on making the file up

  private:
    std::string record(char const* type, char const* unit, double value, int day, int minute,
                       int second) const {
        std::string const start =
            fmt::format("{}-{:02}-{:02} {:02}:{:02}:{:02} +0100", 2015 + day / 336, day / 28 % 12 + 1,
                        day % 28 + 1, minute / 60 % 24, minute % 60, second);
        return fmt::format(
            " <Record type=\"HKQuantityTypeIdentifier{}\" sourceName=\"Watch\" sourceVersion=\"10.3\" "
            "device=\"&lt;&lt;HKDevice: 0x6000031a4f00&gt;, name:Watch&gt;\" "
            "unit=\"{}\" creationDate=\"{}\" startDate=\"{}\" endDate=\"{}\" value=\"{}\"/>\n",
            type, unit, start, start, start, value);
    }
    void add() {
        // A day of a watch is some thousand records; foods stand among them here.
        for (int i = 0; i < 200; ++i, ++place_)
            waiting_ += record("HeartRate", "count/min", 60 + place_ % 50, place_ / 4800, place_ / 4 % 1440,
                               place_ % 60);
        int const day = place_ / 4800;
        int const minute = place_ / 4 % 1440;
        std::string const food = record("DietaryEnergyConsumed", "Cal", 150 + minute % 90, day, minute, 0) +
                                 record("DietaryMagnesium", "mg", 20 + minute % 40, day, minute, 0) +
                                 record("DietaryPotassium", "mg", 300 + minute % 90, day, minute, 0) +
                                 record("DietaryProtein", "g", 5 + minute % 9, day, minute, 0);
        waiting_ += food +
                    " <Correlation type=\"HKCorrelationTypeIdentifierFood\" sourceName=\"Watch\">\n  "
                    "<MetadataEntry key=\"HKFoodType\" value=\"Banana\"/>\n" +
                    food + " </Correlation>\n";
    }

    std::size_t most_, given_ = 0;
    double seconds_ = 0;
    bool ended_ = false;
    int place_ = 0;
    std::string waiting_;
};

double peak_megabytes() {
    rusage use = {};
    getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_maxrss) / 1024;
}

void measure(std::size_t megabytes) {
    MadeUpExport made(megabytes << 20);
    auto const before = std::chrono::steady_clock::now();
    auto const diary = read::read_apple_health(made, diet::foods());
    double const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count() - made.seconds();
    fmt::print("{:>6} MB {:>8.0f} MB/s {:>8} foods on {} days {:>6.0f} MB at most (with the program and its "
               "food table)\n",
               made.given() >> 20, static_cast<double>(made.given()) / (1 << 20) / seconds,
               diary.eaten.size(), diet::days_of(diary).size(), peak_megabytes());
}

} // namespace

int main(int count, char** words) {
    fmt::print("Apple Health, streamed (without the time of making the file up)\n");
    if (count == 1) {
        measure(50);
        measure(200);
    }
    for (int i = 1; i < count; ++i)
        measure(static_cast<std::size_t>(std::atoi(words[i])));
}
