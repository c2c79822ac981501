// hls::stream<T, DEPTH>: the FIFO between dataflow processes, with the interface of the vendor's
// class of the same name (AMD UG1399, "HLS Stream Library"). Inside a dataflow process it holds
// DEPTH values (2 if DEPTH is 0, as in hardware) and blocks; outside it is a plain queue.
#ifndef GATESMITH_HLS_STREAM_H
#define GATESMITH_HLS_STREAM_H

#include "gatesmith_dataflow.h"

namespace hls {

template <typename T, int DEPTH = 0>
class stream : private gatesmith::Channel {
 public:
  explicit stream(const char* name = "unnamed")
      : gatesmith::Channel(name, DEPTH == 0 ? 2 : DEPTH) {}
  ~stream() { delete[] slots_; }

  /// Takes the oldest value; waits for one.
  T read() {
    if (__builtin_expect(!ready_to_read(), 0)) await_value();
    return take();
  }
  void read(T& value) { value = read(); }
  void operator>>(T& value) { value = read(); }

  /// Appends a value; waits for room.
  void write(const T& value) {
    if (__builtin_expect(writer_id != gatesmith::running_id || fill() >= room_, 0)) make_room();
    put(value);
  }
  void operator<<(const T& value) { write(value); }

  /// Takes a value if there is one; whether there was.
  bool read_nb(T& value) {
    if (!poll_value()) return false;
    value = read();
    return true;
  }

  /// Appends the value if there is room; whether there was.
  bool write_nb(const T& value) {
    if (!poll_room()) return false;
    write(value);
    return true;
  }

  bool empty() { return !poll_value(); }
  bool full() { return !poll_room(); }
  unsigned size() const { return unsigned(fill()); }
  unsigned capacity() const { return declared_depth; }

 private:
  T* slots_ = nullptr;
  unsigned long long slot_count_ = 0;  // a power of two
  unsigned long long room_ = 0;        // values that may be held before make_room must decide

  T& slot(unsigned long long i) { return slots_[i & (slot_count_ - 1)]; }

  T take() {
    T value = slot(read_count);
    ++read_count;
    value_read();
    return value;
  }

  void put(const T& value) {
    slot(written_count) = value;
    ++written_count;
    value_written();
  }

  __attribute__((noinline)) void make_room() {
    unsigned long long allowed = await_room();
    if (fill() == slot_count_) enlarge();
    room_ = allowed < slot_count_ ? allowed : slot_count_;
  }

  void enlarge() {
    unsigned long long count = slot_count_ == 0 ? 2 : 2 * slot_count_;
    T* larger = new T[count];
    for (unsigned long long i = read_count; i != written_count; i++) {
      larger[i & (count - 1)] = slot(i);
    }
    delete[] slots_;
    slots_ = larger;
    slot_count_ = count;
  }
};

}  // namespace hls

#endif
