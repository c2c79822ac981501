#include "gatesmith_axi.h"

#include <stdio.h>
#include <string.h>

#include <algorithm>

namespace gatesmith::board {

namespace {

const uint64_t PAGE = 4096;  // no burst crosses it (IHI 0022, A3.4.1)

std::string hexadecimal(uint64_t value) {
  char text[24];
  snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
  return text;
}

uint64_t rounded_up(uint64_t value, uint64_t unit) { return (value + unit - 1) / unit * unit; }

}  // namespace

Instant Bank::take(Instant now, uint64_t address, unsigned bytes) {
  Instant start = std::max(now, free_);
  counts_.bursts++;
  counts_.queued += start - now;
  while (timing_.refresh_interval != 0 && start >= refresh_) {
    Instant end = refresh_ + timing_.refresh_time;
    if (end > start) {
      counts_.refreshes++;
      counts_.refreshing += end - start;
      start = end;
    }
    refresh_ += timing_.refresh_interval;
  }
  Instant service = Instant(bytes) * timing_.busy_per_byte >> 16;
  free_ = start + service;
  counts_.busy += service;
  Instant extra = 0;
  if (timing_.page_bytes != 0 && address / timing_.page_bytes != page_) {
    page_ = address / timing_.page_bytes;
    extra = timing_.page_miss;
    counts_.page_changes++;
  }
  return start + timing_.latency + extra;
}

const Region& AddressMap::find(const std::string& port, const char* access, uint64_t address, unsigned bytes) const {
  for (const Region& region : regions_) {
    if (address >= region.base && address + bytes <= region.base + rounded_up(region.bytes, PAGE)) return region;
  }
  std::string text = "port " + port + " " + access + "s " + std::to_string(bytes) + " bytes at " + hexadecimal(address) +
                     ", where no buffer is";
  const Region* nearest = nullptr;
  for (const Region& region : regions_) {
    if (region.base <= address && (nearest == nullptr || region.base > nearest->base)) nearest = &region;
  }
  if (nearest != nullptr) {
    text += "; the buffer of '" + nearest->name + "' has " + std::to_string(nearest->bytes) + " bytes, this is " +
            std::to_string(address - nearest->base) + " bytes after its start";
  }
  axi_fault(text);
}

AxiPort::AxiPort(const std::string& name, const AxiSignals& signals, unsigned beat_bytes, const AddressMap& memory)
    : name_(name), s_(signals), beat_bytes_(beat_bytes), memory_(memory), w_data_(beat_bytes), w_strobe_((beat_bytes + 7) / 8) {
  reset();
}

void AxiPort::set_disorder(const AxiDisorder& disorder, uint64_t seed) {
  disorder_ = disorder;
  dice_ = Dice(seed);
}

void AxiPort::reset() {
  if (s_.arvalid != nullptr) {
    *s_.arready = 0;
    *s_.rvalid = 0;
    *s_.rresp = 0;
    *s_.rlast = 0;
  }
  if (s_.awvalid != nullptr) {
    *s_.awready = 0;
    *s_.wready = 0;
    *s_.bvalid = 0;
    *s_.bresp = 0;
  }
}

void AxiPort::fail(const char* rule) const {
  axi_fault("AXI port " + name_ + ", cycle " + std::to_string(cycle_) + ": " + rule);
}

void AxiPort::drive() {
  if (s_.arvalid != nullptr) drive_reads();
  if (s_.awvalid != nullptr) drive_writes();
}

void AxiPort::sample() {
  if (s_.arvalid != nullptr) sample_reads();
  if (s_.awvalid != nullptr) sample_writes();
  cycle_++;
}

AxiPort::Burst AxiPort::open(const char* access, uint64_t address, uint8_t length, uint8_t id) {
  Burst burst;
  burst.address = address;
  burst.id = id;
  burst.beats = length + 1u;
  burst.done = 0;
  unsigned bytes = burst.beats * beat_bytes_;
  if (address % beat_bytes_ != 0) fail("a burst does not start at a multiple of the beat's size");
  if (address / PAGE != (address + bytes - 1) / PAGE) fail("a burst crosses a 4 KiB boundary");
  burst.region = &memory_.find(name_, access, address, bytes);
  Bank* bank = burst.region->bank;
  burst.first = bank->take(at_cycle(cycle_), address, bytes);
  burst.per_beat = Instant(beat_bytes_) * bank->timing().busy_per_byte >> 16;
  return burst;
}

void AxiPort::check_address(const char* channel, Held& held, bool valid, bool ready, uint64_t address, uint8_t length,
                            uint8_t id) {
  if (held.held && !valid) fail((std::string(channel) + "VALID falls before the address was taken").c_str());
  if (held.held && (held.address != address || held.length != length || held.id != id)) {
    fail((std::string(channel) + " changes before the address was taken").c_str());
  }
  held.held = valid && !ready;
  held.address = address;
  held.length = length;
  held.id = id;
}

// ---------------------------------------------------------------- reads

AxiPort::Burst* AxiPort::choose_read() {
  if (disorder_.mixed && read_bursts_.size() > 1) {
    size_t chosen = dice_.below(unsigned(read_bursts_.size()));
    // The first burst of its ID.
    for (size_t i = 0; i < chosen; i++) {
      if (read_bursts_[i].id == read_bursts_[chosen].id) chosen = i;
    }
    reading_ = chosen;
  } else {
    reading_ = 0;
  }
  return &read_bursts_[reading_];
}

void AxiPort::drive_reads() {
  *s_.arready = read_bursts_.size() < capacity_ && !chance(disorder_.not_ready);
  if (read_shown_) return;
  *s_.rvalid = 0;
  if (read_bursts_.empty() || chance(disorder_.late)) return;
  Burst& burst = *choose_read();
  if (cycle_of(burst.first + (burst.done + 1) * burst.per_beat) > cycle_) return;
  uint64_t offset = burst.address - burst.region->base + uint64_t(burst.done) * beat_bytes_;
  // A beat may reach beyond the array, to the end of the page; what lies there is nobody's business, so it is noise.
  uint64_t there = burst.region->bytes - std::min(offset, burst.region->bytes);
  size_t known = size_t(std::min<uint64_t>(there, beat_bytes_));
  memcpy(s_.rdata, burst.region->storage + offset, known);
  memset(s_.rdata + known, 0xa5, beat_bytes_ - known);
  if (s_.rid != nullptr) *s_.rid = burst.id;
  *s_.rlast = burst.done + 1 == burst.beats;
  *s_.rvalid = 1;
  read_shown_ = true;
}

void AxiPort::sample_reads() {
  uint8_t id = s_.arid == nullptr ? 0 : *s_.arid;
  check_address("AR", ar_held_, *s_.arvalid, *s_.arready, *s_.araddr, *s_.arlen, id);
  if (*s_.arvalid && !*s_.arready) reads_.address_waits++;
  if (read_shown_ && !*s_.rready) reads_.data_waits++;
  if (read_shown_ && *s_.rready) {
    Burst& burst = read_bursts_[reading_];
    read_shown_ = false;
    transfers_++;
    reads_.beats++;
    reads_.bytes += beat_bytes_;
    if (++burst.done == burst.beats) read_bursts_.erase(read_bursts_.begin() + long(reading_));
  }
  if (*s_.arvalid && *s_.arready) {
    read_bursts_.push_back(open("read", *s_.araddr, *s_.arlen, id));
    transfers_++;
    reads_.bursts++;
    reads_.most_outstanding = std::max(reads_.most_outstanding, unsigned(read_bursts_.size()));
  }
}

// ---------------------------------------------------------------- writes

void AxiPort::drive_writes() {
  *s_.awready = write_bursts_.size() + responses_.size() < capacity_ && !chance(disorder_.not_ready);
  // Data may come with or before their address; this memory takes them once it has the address and the bank has time.
  bool time = !write_bursts_.empty() &&
              cycle_of(write_bursts_[0].first + write_bursts_[0].done * write_bursts_[0].per_beat) <= cycle_;
  *s_.wready = time && !chance(disorder_.not_ready);
  if (response_shown_) return;
  *s_.bvalid = 0;
  if (responses_.empty() || chance(disorder_.late)) return;
  responding_ = 0;
  if (disorder_.mixed) {
    size_t chosen = dice_.below(unsigned(responses_.size()));
    for (size_t i = 0; i < chosen; i++) {
      if (responses_[i].id == responses_[chosen].id) chosen = i;
    }
    responding_ = chosen;
  }
  if (cycle_of(responses_[responding_].ready) > cycle_) return;
  if (s_.bid != nullptr) *s_.bid = responses_[responding_].id;
  *s_.bvalid = 1;
  response_shown_ = true;
}

void AxiPort::sample_write_data() {
  bool valid = *s_.wvalid;
  if (w_held_ && !valid) fail("WVALID falls before the data were taken");
  if (w_held_ && (memcmp(w_data_.data(), s_.wdata, beat_bytes_) != 0 ||
                  memcmp(w_strobe_.data(), s_.wstrb, w_strobe_.size()) != 0 || w_last_ != *s_.wlast)) {
    fail("W changes before the data were taken");
  }
  w_held_ = valid && !*s_.wready;
  if (w_held_) {
    writes_.data_waits++;
    memcpy(w_data_.data(), s_.wdata, beat_bytes_);
    memcpy(w_strobe_.data(), s_.wstrb, w_strobe_.size());
    w_last_ = *s_.wlast;
  }
  if (!valid || !*s_.wready) return;
  Burst& burst = write_bursts_.front();
  if (!burst.region->writable) fail(("writes to '" + burst.region->name + "', which the kernel only reads").c_str());
  uint64_t offset = burst.address - burst.region->base + uint64_t(burst.done) * beat_bytes_;
  char* target = burst.region->storage + offset;
  for (unsigned i = 0; i < beat_bytes_; i++) {
    if ((uint8_t(s_.wstrb[i / 8]) >> (i % 8) & 1) == 0) continue;
    if (offset + i >= burst.region->bytes) {
      fail(("writes after the end of '" + burst.region->name + "', at byte " + std::to_string(offset + i) + " of " +
            std::to_string(burst.region->bytes)).c_str());
    }
    target[i] = s_.wdata[i];
    writes_.bytes++;
  }
  transfers_++;
  writes_.beats++;
  burst.done++;
  if ((burst.done == burst.beats) != bool(*s_.wlast)) fail("WLAST is not at the last beat of the burst");
  if (burst.done == burst.beats) {
    responses_.push_back(Response{burst.id, at_cycle(cycle_) + burst.region->bank->timing().latency});
    write_bursts_.pop_front();
  }
}

void AxiPort::sample_writes() {
  uint8_t id = s_.awid == nullptr ? 0 : *s_.awid;
  check_address("AW", aw_held_, *s_.awvalid, *s_.awready, *s_.awaddr, *s_.awlen, id);
  if (*s_.awvalid && !*s_.awready) writes_.address_waits++;
  if (response_shown_ && *s_.bready) {
    responses_.erase(responses_.begin() + long(responding_));
    response_shown_ = false;
    transfers_++;
  }
  sample_write_data();
  if (*s_.awvalid && *s_.awready) {
    Burst burst = open("write", *s_.awaddr, *s_.awlen, id);
    // The latency of a write is on its response.
    burst.first -= burst.region->bank->timing().latency;
    write_bursts_.push_back(burst);
    transfers_++;
    writes_.bursts++;
    writes_.most_outstanding = std::max(writes_.most_outstanding, unsigned(write_bursts_.size() + responses_.size()));
  }
}

std::string AxiPort::waiting() const {
  std::string text;
  if (!read_bursts_.empty()) {
    const Burst& burst = read_bursts_.front();
    text += "read of '" + burst.region->name + "' at " + hexadecimal(burst.address) + " (" + std::to_string(burst.done) +
            " of " + std::to_string(burst.beats) + " beats)";
  }
  if (!write_bursts_.empty()) {
    const Burst& burst = write_bursts_.front();
    text += std::string(text.empty() ? "" : ", ") + "write of '" + burst.region->name + "' at " + hexadecimal(burst.address) +
            " (" + std::to_string(burst.done) + " of " + std::to_string(burst.beats) + " beats)";
  }
  return text;
}

}  // namespace gatesmith::board
