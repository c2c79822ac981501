#include "gatesmith_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gatesmith_json.h"

namespace gatesmith {

namespace {

// Address space before and after each array: catches index errors up to this far off.
const size_t GUARD_BYTES = size_t(1) << 30;

std::string failure(const char* what, const char* path) {
  return format("%s %s: %s", what, path, strerror(errno));
}

}  // namespace

std::string MappedArray::map(const char* path, size_t offset, size_t bytes, Access access) {
  unmap();
  bool writes = access == Access::WRITE;
  int file = open(path, (writes ? O_RDWR : O_RDONLY) | O_CLOEXEC);
  if (file < 0) return failure("cannot open", path);
  struct stat status;
  std::string error;
  size_t page = size_t(sysconf(_SC_PAGESIZE));
  size_t lead = offset % page;
  if (fstat(file, &status) != 0) {
    error = failure("cannot examine", path);
  } else if (size_t(status.st_size) < offset || size_t(status.st_size) - offset < bytes) {
    error = format("%s has %lld bytes; %zu from %zu on are asked for", path,
                   static_cast<long long>(status.st_size), bytes, offset);
  } else {
    size_t pages = (lead + bytes + page - 1) / page * page;
    zone_bytes_ = GUARD_BYTES + pages + GUARD_BYTES;
    void* zone = mmap(nullptr, zone_bytes_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                      -1, 0);
    if (zone == MAP_FAILED) {
      error = failure("no address space for", path);
    } else {
      zone_ = static_cast<char*>(zone);
      address_ = zone_ + GUARD_BYTES + lead;
      bytes_ = bytes;
      int protection = writes ? PROT_READ | PROT_WRITE : PROT_READ;
      if (pages > 0 && mmap(zone_ + GUARD_BYTES, pages, protection, MAP_SHARED | MAP_FIXED, file,
                            off_t(offset - lead)) == MAP_FAILED) {
        error = failure("cannot map", path);
        unmap();
      }
    }
  }
  close(file);
  return error;
}

void MappedArray::unmap() {
  if (zone_ != nullptr) munmap(zone_, zone_bytes_);
  zone_ = nullptr;
  address_ = nullptr;
  bytes_ = 0;
}

}  // namespace gatesmith
