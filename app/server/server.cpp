#include "app/server/server.hpp"

#include "app/server/door.hpp"
#include "app/server/exchange.hpp"
#include "app/server/lane.hpp"
#include "app/server/page.hpp"
#include "app/server/visitors.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <microhttpd.h>
#include <set>
#include <sys/resource.h>
#include <unistd.h>

namespace rheobase::server {

namespace {

using Held = std::shared_ptr<Exchange>;

/// Bytes of a request's head that are taken.
constexpr std::size_t most_head = 32U << 10U;
constexpr std::size_t event_block = 4096;

/// As many files as the machine gives, so that many connections at once find room.
std::size_t files_at_most() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 256;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}

MHD_Result take_header(void* to, MHD_ValueKind, char const* name, char const* value) {
    std::string small(name ? name : "");
    for (char& c : small)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    static_cast<Headers*>(to)->emplace(std::move(small), value ? value : "");
    return MHD_YES;
}

void add_headers(MHD_Response* raw, Response const& response) {
    for (auto const& [name, value] : common_headers())
        MHD_add_response_header(raw, name.c_str(), value.c_str());
    if (!response.type.empty())
        MHD_add_response_header(raw, MHD_HTTP_HEADER_CONTENT_TYPE, response.type.c_str());
    bool policy = false;
    for (auto const& [name, value] : response.headers) {
        policy = policy || name == MHD_HTTP_HEADER_CONTENT_SECURITY_POLICY;
        MHD_add_response_header(raw, name.c_str(), value.c_str());
    }
    if (!policy)
        MHD_add_response_header(raw, MHD_HTTP_HEADER_CONTENT_SECURITY_POLICY,
                                "default-src 'none'; frame-ancestors 'none'");
}

MHD_Result send(MHD_Connection* connection, Response const& response) {
    auto* raw = MHD_create_response_from_buffer(response.body.size(), const_cast<char*>(response.body.data()),
                                                MHD_RESPMEM_MUST_COPY);
    if (!raw)
        return MHD_NO;
    add_headers(raw, response);
    auto const queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), raw);
    MHD_destroy_response(raw);
    return queued;
}

struct Streaming {
    Held exchange;
    MHD_Connection* connection;
};

ssize_t next_of_stream(void* streaming, std::uint64_t, char* into, std::size_t most) {
    auto* of = static_cast<Streaming*>(streaming);
    auto const count = of->exchange->next(of->connection, into, most);
    return count < 0 ? static_cast<ssize_t>(MHD_CONTENT_READER_END_OF_STREAM) : count;
}

void end_of_stream(void* streaming) {
    delete static_cast<Streaming*>(streaming);
}

std::optional<std::size_t> length_of(Request const& request) {
    auto const written = request.header("content-length");
    if (written.empty())
        return request.header("transfer-encoding").empty() ? std::optional<std::size_t>(0) : std::nullopt;
    return static_cast<std::size_t>(std::strtoull(std::string(written).c_str(), nullptr, 10));
}

Response stopping() {
    return problem_response(503, {"the server is stopping", "", "Start it again with: rheobase serve"});
}

} // namespace

struct Server::Parts {
    Door door;
    std::unique_ptr<Shelf> shelf;
    std::unique_ptr<Visitors> visitors;
    MHD_Daemon* daemon = nullptr;
    std::mutex open_mutex;
    std::set<Held> open; ///< exchanges that wait for work
    std::atomic<bool> stopped = false;
    std::unique_ptr<Lane> quick, answering, reading; ///< last, so that they end first

    MHD_Result took(MHD_Connection* connection, Held& held, char const* method, char const* data,
                    std::size_t* size);
    MHD_Result head(MHD_Connection* connection, Exchange& exchange, char const* method);
    MHD_Result work(MHD_Connection* connection, Held const& held);
    MHD_Result stream(MHD_Connection* connection, Held const& held);
    void drop(Held const& held);

    Visitors::Visitor* visitor_of(MHD_Connection* connection) const {
        auto const* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        return info ? static_cast<Visitors::Visitor*>(info->socket_context) : nullptr;
    }
};

void Server::Parts::drop(Held const& held) {
    std::lock_guard const lock(open_mutex);
    open.erase(held);
}

/// All that can be refused is refused on the head alone: nobody uploads who may not.
MHD_Result Server::Parts::head(MHD_Connection* connection, Exchange& exchange, char const* method) {
    auto& request = exchange.request;
    request.method = method;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, &request.headers);
    exchange.head_seen = true;
    // Sent before the body is read, an answer ends the connection; where no body comes, it can wait for its
    // turn.
    auto const at_once = [&](Response const& response) {
        if (length_of(request) != std::size_t{0})
            return send(connection, response);
        exchange.answer(response);
        return MHD_YES;
    };
    if (auto const refused = refused_at(door, request))
        return at_once(*refused);
    if (auto const file = page_file(request))
        return at_once(*file);
    if (!request.path.empty() && request.path.front() == "api")
        if (auto const refused = refused_without_token(door, request))
            return at_once(*refused);
    exchange.found = find_route(request);
    if (!exchange.found.route)
        return at_once(exchange.found.none);
    exchange.most_body = exchange.found.route->most_body;
    if (auto const refused = refused_body(request, length_of(request), exchange.most_body))
        return at_once(*refused);
    return MHD_YES;
}

MHD_Result Server::Parts::stream(MHD_Connection* connection, Held const& held) {
    auto* raw = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, event_block, next_of_stream,
                                                  new Streaming{held, connection}, end_of_stream);
    if (!raw)
        return MHD_NO;
    add_headers(raw, {200, "text/event-stream", "", {}});
    auto const queued = MHD_queue_response(connection, MHD_HTTP_OK, raw);
    MHD_destroy_response(raw);
    return queued;
}

MHD_Result Server::Parts::work(MHD_Connection* connection, Held const& held) {
    auto const& route = *held->found.route;
    bool const streamed =
        !route.event.empty() && media_type(held->request.header("accept")) == "text/event-stream";
    auto& lane = route.hands == Hands::quick       ? *quick
                 : route.hands == Hands::answering ? *answering
                                                   : *reading;
    if (auto* visitor = visitor_of(connection))
        visitors->asked(visitor);
    {
        std::lock_guard const lock(open_mutex);
        if (stopped)
            return send(connection, stopping());
        open.insert(held);
    }
    MHD_Result queued = MHD_YES;
    if (streamed)
        queued = stream(connection, held);
    else
        held->wait(connection);
    bool const taken = lane.add([this, held, streamed, event = std::string(route.event)] {
        if (!held->gone()) {
            auto const told = [&](double done, std::string const& what) {
                if (streamed)
                    held->send("progress", Json{{"done", done}, {"what", what}}.dump());
            };
            auto response =
                call(held->found, held->request, *shelf, store::today(), told, [&] { return held->gone(); });
            if (streamed)
                held->send(response.status < 300 ? event : "problem", response.body);
            else
                held->answer(std::move(response));
        }
        held->finish();
        drop(held);
    });
    if (!taken) {
        auto const busy =
            problem_response(503, {"too much is being asked at once", "", "Try again in a moment"});
        if (streamed)
            held->send("problem", busy.body);
        else
            held->answer(busy);
        held->finish();
        drop(held);
    }
    return queued;
}

MHD_Result Server::Parts::took(MHD_Connection* connection, Held& held, char const* method, char const* data,
                               std::size_t* size) {
    auto& exchange = *held;
    if (!exchange.head_seen)
        return head(connection, exchange, method);
    if (*size > 0) {
        // A body longer than it said, or that did not say, is read to its end and thrown away.
        if (exchange.request.body.size() + *size > exchange.most_body) {
            exchange.too_large = true;
            exchange.request.body = {};
        }
        if (!exchange.too_large)
            exchange.request.body.append(data, *size);
        *size = 0;
        return MHD_YES;
    }
    if (exchange.too_large)
        return send(connection, too_large(exchange.most_body));
    if (auto const response = exchange.take_answer()) {
        if (auto* visitor = visitor_of(connection))
            visitors->answered(visitor);
        return send(connection, *response);
    }
    return work(connection, held);
}

Result<std::unique_ptr<Server>> Server::start(Settings const& settings) {
    auto parts = std::make_unique<Parts>();
    auto shelf = Shelf::open(settings.store_path);
    if (!shelf)
        return tl::unexpected(shelf.error());
    parts->shelf = std::move(*shelf);
    if (settings.token.empty()) {
        auto token = random_token();
        if (!token)
            return tl::unexpected(token.error());
        parts->door.token = std::move(*token);
    } else {
        parts->door.token = settings.token;
    }
    constexpr std::size_t files_of_our_own = 64;
    auto const files = files_at_most();
    auto const most = std::min(settings.most_connections,
                               files > 2 * files_of_our_own ? files - files_of_our_own : files_of_our_own);
    parts->visitors = std::make_unique<Visitors>(settings.patience, most - most / 4);
    constexpr std::size_t long_share = 8;
    auto const most_long = std::max<std::size_t>(1, settings.most_waiting / long_share);
    parts->quick = std::make_unique<Lane>(settings.most_waiting);
    parts->answering = std::make_unique<Lane>(most_long);
    parts->reading = std::make_unique<Lane>(most_long);

    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(settings.port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    auto const begun = [](void*, char const* target, MHD_Connection*) -> void* {
        auto* held = new Held(std::make_shared<Exchange>());
        read_target(target ? target : "", (*held)->request);
        return held;
    };
    auto const asked = [](void* self, MHD_Connection* connection, char const*, char const* method,
                          char const*, char const* data, std::size_t* size, void** held) -> MHD_Result {
        return static_cast<Parts*>(self)->took(connection, *static_cast<Held*>(*held), method, data, size);
    };
    auto const ended = [](void* self, MHD_Connection* connection, void** held, MHD_RequestTerminationCode) {
        if (!*held)
            return;
        auto* exchange = static_cast<Held*>(*held);
        (*exchange)->left();
        auto* ours = static_cast<Parts*>(self);
        if (auto* visitor = ours->visitor_of(connection))
            ours->visitors->answered(visitor);
        delete exchange;
        *held = nullptr;
    };
    auto const noticed = [](void* self, MHD_Connection* connection, void** visitor,
                            MHD_ConnectionNotificationCode what) {
        auto* ours = static_cast<Parts*>(self);
        if (what == MHD_CONNECTION_NOTIFY_STARTED) {
            auto const* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
            *visitor = ours->visitors->came(info ? info->connect_fd : -1);
        } else if (*visitor) {
            ours->visitors->left(static_cast<Visitors::Visitor*>(*visitor));
            *visitor = nullptr;
        }
    };
    errno = 0;
    parts->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, nullptr, nullptr,
        static_cast<MHD_AccessHandlerCallback>(asked), parts.get(), MHD_OPTION_SOCK_ADDR,
        reinterpret_cast<sockaddr*>(&place), MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(most),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, most_head, MHD_OPTION_URI_LOG_CALLBACK,
        static_cast<void* (*)(void*, char const*, MHD_Connection*)>(begun), nullptr,
        MHD_OPTION_NOTIFY_COMPLETED, static_cast<MHD_RequestCompletedCallback>(ended), parts.get(),
        MHD_OPTION_NOTIFY_CONNECTION, static_cast<MHD_NotifyConnectionCallback>(noticed), parts.get(),
        MHD_OPTION_LISTEN_BACKLOG_SIZE, 1024U, MHD_OPTION_END);
    if (!parts->daemon) {
        bool const taken = errno == EADDRINUSE || settings.port != 0;
        return fault("port " + std::to_string(settings.port),
                     taken ? "this port is taken by another program, or not yours to use"
                           : "this machine lets no server be started",
                     taken ? "Leave --port out for a free one, or name another" : "");
    }
    parts->door.port = settings.port;
    if (auto const* info = MHD_get_daemon_info(parts->daemon, MHD_DAEMON_INFO_BIND_PORT))
        parts->door.port = info->port;
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() {
    stop();
}

int Server::port() const {
    return parts_->door.port;
}

std::string Server::address() const {
    return "http://127.0.0.1:" + std::to_string(port()) + "/?token=" + parts_->door.token;
}

std::string const& Server::store_path() const {
    return parts_->shelf->path();
}

void Server::look_round() {
    parts_->visitors->look();
    std::lock_guard const lock(parts_->open_mutex);
    for (auto const& held : parts_->open)
        if (!held->found.route->event.empty())
            held->send_comment();
}

void Server::stop() {
    if (!parts_->daemon)
        return;
    std::set<Held> waiting;
    {
        std::lock_guard const lock(parts_->open_mutex);
        parts_->stopped = true;
        waiting.swap(parts_->open);
    }
    for (auto* lane : {parts_->quick.get(), parts_->answering.get(), parts_->reading.get()})
        lane->close();
    auto const told = stopping();
    for (auto const& held : waiting) {
        held->send("problem", told.body);
        held->answer(told);
        held->finish();
    }
    waiting.clear();
    MHD_stop_daemon(parts_->daemon);
    parts_->daemon = nullptr;
}

bool Server::idle() const {
    return parts_->quick->idle() && parts_->answering->idle() && parts_->reading->idle();
}

} // namespace rheobase::server
