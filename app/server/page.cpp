#include "app/server/page.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_page_html, RHEOBASE_PAGE_HTML)
RHEOBASE_CARRY(rheobase_page_js, RHEOBASE_PAGE_JS)
RHEOBASE_CARRY(rheobase_page_css, RHEOBASE_PAGE_CSS)

namespace rheobase::server {

std::optional<Response> page_file(Request const& request) {
    Response file;
    if (request.path.empty()) {
        file.type = "text/html; charset=utf-8";
        file.body = RHEOBASE_CARRIED(rheobase_page_html);
    } else if (request.path == std::vector<std::string>{"page.js"}) {
        file.type = "text/javascript; charset=utf-8";
        file.body = RHEOBASE_CARRIED(rheobase_page_js);
    } else if (request.path == std::vector<std::string>{"page.css"}) {
        file.type = "text/css; charset=utf-8";
        file.body = RHEOBASE_CARRIED(rheobase_page_css);
    } else {
        return std::nullopt;
    }
    if (request.method != "GET") {
        auto refused = problem_response(405, {"this address takes GET only", request.address(), ""});
        refused.headers.emplace_back("Allow", "GET");
        return refused;
    }
    file.headers.emplace_back("Content-Security-Policy", page_policy);
    return file;
}

} // namespace rheobase::server
