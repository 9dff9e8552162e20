#include "app/cli/nerve_options.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/verbs.hpp"
#include "app/read/file.hpp"
#include "app/read/mem.hpp"
#include "app/read/mem_lines.hpp"
#include "app/read/mem_reading.rows.hpp"
#include "app/report/html/nerve.hpp"
#include "app/report/json/nerve.hpp"
#include "app/report/text/nerve.hpp"

#include <cmath>
#include <fmt/core.h>

namespace rheobase::cli {

namespace {

Result<read::MemRead> recording_of(std::string const& path) {
    auto text = read::read_file(path, static_cast<std::size_t>(read::mem_reading.most_bytes),
                                {"recording", "Is this the right file?"});
    if (!text)
        return tl::unexpected(text.error());
    return read::read_mem(std::move(*text), path == "-" ? "standard input" : path);
}

/// What a recording tells of its medium stands in for what nobody typed: its temperature, and a potassium or
/// sodium that the examiner wrote down.
void take_from_recording(nerve::ThresholdRecording const& recording, read::WrittenMedium& written,
                         std::vector<std::string>& notes) {
    auto const take = [&](std::size_t part, double value, std::string_view from) {
        auto const& limit = nerve::medium_limits_rows[part];
        if (!written[part].empty() || !known(value))
            return;
        if (value < limit.low || value > limit.high) {
            notes.push_back(
                fmt::format("The {} of {:.6g} {} in the recording is not accepted ({:.6g} to {:.6g}); "
                            "the ordinary one is taken.",
                            nerve::medium_parts[part].words, value, limit.unit, limit.low, limit.high));
            return;
        }
        written[part] = {fmt::format("{:.6g}", value)};
        notes.push_back(fmt::format("The {} of {} {} is {}; --{} goes before it.",
                                    nerve::medium_parts[part].words, written[part].front(), limit.unit, from,
                                    limit.what));
    };
    for (std::size_t part = 0; part < nerve::medium_parts.size(); ++part) {
        auto const key = nerve::medium_parts[part].key;
        if (key == "temperature")
            take(part, recording.temperature, "that of the skin in the recording");
        else if (key == "potassium" || key == "sodium")
            for (auto const& [name, value] : recording.extras)
                if (read::bare(name) == key)
                    take(part, value, "among the extra variables of the recording");
    }
}

nerve::Excitability watched(read::MediumRead const& read, NerveAsked const& options, bool show_progress) {
    Progress progress(show_progress);
    nerve::Crowd const crowd{options.people.value_or(nerve::Crowd{}.people), options.seed, options.threads};
    return nerve::excitability(read.medium, read.myelin, crowd, [&](double share) {
        progress.told(static_cast<int>(std::floor(share * crowd.people)), crowd.people);
    });
}

} // namespace

Outcome nerve(NerveOptions const& typed) {
    if (typed.answer_schema)
        return {answered, std::string(report::nerve_schema()), ""};
    report::NerveTold told;
    auto written = typed.medium;
    std::vector<Problem> faults;
    auto const options = nerve_asked(typed, faults);
    if (!options.recording_path.empty()) {
        auto read = recording_of(options.recording_path);
        if (read) {
            told.recording = std::move(read->recording);
            told.unread = std::move(read->unread);
            told.notes = std::move(read->notes);
            take_from_recording(*told.recording, written, told.notes);
        } else
            faults.push_back(read.error());
    }
    auto const medium = read::read_medium(written);
    faults.insert(faults.end(), medium.faults.begin(), medium.faults.end());
    Outcome outcome;
    if (!faults.empty()) {
        outcome.exit = unusable_input;
        for (auto const& fault : faults)
            outcome.err += in_words(fault) + "\n";
        return outcome;
    }
    told.notes.insert(told.notes.begin(), medium.notes.begin(), medium.notes.end());
    told.myelin = medium.myelin;
    told.seed = options.seed;
    told.model = watched(medium, options, typed.show_progress);
    if (options.people && told.model.people < *options.people)
        told.notes.push_back(
            fmt::format("The ensemble holds {} axons; all of them were taken.", told.model.people));

    outcome.out = options.format == "json"   ? report::nerve_json(told)
                  : options.format == "html" ? report::nerve_html(told)
                                             : report::nerve_text(told, typed.colour);
    // What was probably meant otherwise must not wait to be found in a page.
    if (options.format != "text")
        for (auto const& note : medium.notes)
            outcome.err += printable(note) + "\n";
    return outcome;
}

} // namespace rheobase::cli
