// Dataflow with the vendor's headers: the processes run in the order of their declaration.
#ifndef GATESMITH_IN_ORDER_H
#define GATESMITH_IN_ORDER_H

// hls_stream.h of Vivado HLS knows no depth parameter. Defined by the host when a probe shows
// that; then the same kernel text gets a stream that accepts and ignores it.
#ifdef GATESMITH_STREAM_WITHOUT_DEPTH
#include <deque>
#include <iostream>
#include <queue>
#include <sstream>
#include <string>
#include <typeinfo>
#define stream stream_without_depth
#include <hls_stream.h>
#undef stream
namespace hls {
template <typename T, int DEPTH = 0>
class stream : public stream_without_depth<T> {
 public:
  stream() {}
  stream(const char* name) : stream_without_depth<T>(name) {}
};
}  // namespace hls
#endif

#define GS_DATAFLOW(name) \
  do {                    \
  } while (0)
#define GS_PROCESS(name, after, ...)      \
  do {                                    \
    gatesmith::InOrder gs_running(#name); \
    __VA_ARGS__;                          \
  } while (0)

namespace gatesmith {

/// The process that runs, with the vendor's headers; null outside of dataflow.
extern const char* in_order_process;

/// Notes which process runs, for the report of a signal.
class InOrder {
 public:
  explicit InOrder(const char* name) : outer_(in_order_process) { in_order_process = name; }
  ~InOrder() { in_order_process = outer_; }

 private:
  const char* outer_;
};

}  // namespace gatesmith

#endif
