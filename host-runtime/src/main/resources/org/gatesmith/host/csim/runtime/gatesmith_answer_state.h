// What the server needs of the answering side.
#ifndef GATESMITH_ANSWER_STATE_H
#define GATESMITH_ANSWER_STATE_H

#include <string>

namespace gatesmith {

/// Where answers go; standard output until the server takes it for itself.
extern int answer_fd;

/// The warnings since the last call, as a JSON array.
std::string take_warnings();

}  // namespace gatesmith

#endif
