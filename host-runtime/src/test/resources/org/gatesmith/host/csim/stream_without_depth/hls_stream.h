// The shape of the hls_stream.h that came with Vivado HLS: no depth parameter, never full.
#ifndef STREAM_WITHOUT_DEPTH_H
#define STREAM_WITHOUT_DEPTH_H

#include <deque>
#include <string>

namespace hls {

template <typename T>
class stream {
 public:
  stream() {}
  stream(const std::string) {}
  bool empty() { return values_.empty(); }
  bool full() const { return false; }
  T read() {
    T value = values_.front();
    values_.pop_front();
    return value;
  }
  void write(const T& value) { values_.push_back(value); }
  bool read_nb(T& value) {
    if (empty()) return false;
    value = read();
    return true;
  }
  bool write_nb(const T& value) {
    write(value);
    return true;
  }

 private:
  std::deque<T> values_;
};

}  // namespace hls

#endif
