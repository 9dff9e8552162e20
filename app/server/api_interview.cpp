#include "app/server/api.hpp"

namespace rheobase::server {

Response interview(Asked const&) {
    refuse(503, "the interview is not part of this program yet", "", "Fill in the forms instead");
}

} // namespace rheobase::server
