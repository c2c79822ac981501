// The arrays of a kernel: files of the host mapped between two stretches of address space that
// nothing may touch, so that an index far out of bounds is a fault at a known array and not a
// wrong result. If the file is laid out so that the array ends with a page, an index one too large
// is caught too.
#ifndef GATESMITH_MEMORY_H
#define GATESMITH_MEMORY_H

#include <stddef.h>

#include <string>

namespace gatesmith {

enum class Access { READ, WRITE };

class MappedArray {
 public:
  MappedArray() = default;
  MappedArray(const MappedArray&) = delete;
  ~MappedArray() { unmap(); }

  /// Maps `bytes` of the file from `offset` on, replacing what was mapped; an error text, empty
  /// if all went well.
  std::string map(const char* path, size_t offset, size_t bytes, Access access);
  void unmap();

  bool mapped() const { return zone_ != nullptr; }
  char* address() const { return address_; }
  size_t bytes() const { return bytes_; }

  /// Whether `at` is in the array or in the guards around it.
  bool near(const char* at) const { return at >= zone_ && at < zone_ + zone_bytes_; }

 private:
  char* zone_ = nullptr;
  size_t zone_bytes_ = 0;
  char* address_ = nullptr;
  size_t bytes_ = 0;
};

}  // namespace gatesmith

#endif
