// Broken assumptions inside the model stop the program where assertions are on; they are never a user's
// fault.
#pragma once

#include <cassert>

#define RHEOBASE_EXPECTS(condition) assert((condition) && "precondition")
#define RHEOBASE_ENSURES(condition) assert((condition) && "postcondition")
