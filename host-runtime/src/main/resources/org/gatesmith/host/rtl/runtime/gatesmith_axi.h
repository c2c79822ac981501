// The other side of an AXI4 port of simulated hardware: a memory that answers, and a checker of the protocol's rules
// (ARM IHI 0022, chapter A3). A port works on pointers to the signals of the verilated module; per clock cycle the caller
//
//   drive()   sets what the memory says in this cycle,
//   evaluates the module with the clock low,
//   sample()  looks at the handshakes of this cycle and checks them,
//   evaluates the module with the clock high.
#ifndef GATESMITH_AXI_H
#define GATESMITH_AXI_H

#include <stddef.h>
#include <stdint.h>

#include <deque>
#include <string>
#include <vector>

namespace gatesmith::board {

/// Called with a broken rule, or an access where no memory is; does not return.
[[noreturn]] void axi_fault(const std::string& message);

/// Time in parts of a clock cycle.
typedef uint64_t Instant;
const int INSTANT_SHIFT = 16;
inline Instant at_cycle(uint64_t cycle) { return Instant(cycle) << INSTANT_SHIFT; }
inline uint64_t cycle_of(Instant instant) {
  return (instant + (Instant(1) << INSTANT_SHIFT) - 1) >> INSTANT_SHIFT;
}

/// Pseudo-random numbers (xorshift64*, S. Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled").
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ull | 1) {}
  uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545f4914f6cdd1dull;
  }
  /// 0 to bound - 1.
  unsigned below(unsigned bound) { return unsigned((next() >> 33) % bound); }
  bool percent(unsigned chance) { return below(100) < chance; }

 private:
  uint64_t state_;
};

/// One bank of board memory: how long it takes to answer, and how much it carries. All ports that reach a bank share it.
struct BankTiming {
  /// From the address to the first data, and what a change of page adds.
  Instant latency = 0;
  Instant page_miss = 0;
  uint64_t page_bytes = 0;
  /// Time that the bank is busy per byte, in 1/65536 of an Instant; 0: no limit.
  uint64_t busy_per_byte = 0;
  /// Every so long the bank is not there for a while; 0: never.
  Instant refresh_interval = 0;
  Instant refresh_time = 0;
};

/// What a bank did, and what bursts waited for there.
struct BankCounts {
  uint64_t bursts = 0;
  /// Time that transfers kept it busy.
  Instant busy = 0;
  /// Time that bursts waited for others, and for refreshes.
  Instant queued = 0;
  Instant refreshing = 0;
  uint64_t page_changes = 0;
  uint64_t refreshes = 0;
};

class Bank {
 public:
  Bank(const std::string& name, const BankTiming& timing) : name_(name), timing_(timing), refresh_(timing.refresh_interval) {}

  const std::string& name() const { return name_; }
  const BankTiming& timing() const { return timing_; }

  /// Takes a burst; when its first byte is there. `busy` becomes the time per byte.
  Instant take(Instant now, uint64_t address, unsigned bytes);

  /// Everything so far.
  const BankCounts& counts() const { return counts_; }

 private:
  std::string name_;
  BankTiming timing_;
  Instant free_ = 0;
  Instant refresh_;
  BankCounts counts_;
  uint64_t page_ = ~uint64_t(0);
};

/// A stretch of addresses with bytes behind it.
struct Region {
  std::string name;
  uint64_t base;
  uint64_t bytes;
  char* storage;
  bool writable;
  Bank* bank;
};

class AddressMap {
 public:
  void add(const Region& region) { regions_.push_back(region); }
  void clear() { regions_.clear(); }
  /// Where the beats of a burst lie; a fault if that is not within one region, rounded up to pages.
  const Region& find(const std::string& port, const char* access, uint64_t address, unsigned bytes) const;

 private:
  std::vector<Region> regions_;
};

/// Signals of one port; those that a module does not have are null.
struct AxiSignals {
  uint8_t* arvalid = nullptr;
  uint8_t* arready = nullptr;
  uint8_t* arid = nullptr;
  uint64_t* araddr = nullptr;
  uint8_t* arlen = nullptr;
  uint8_t* rvalid = nullptr;
  uint8_t* rready = nullptr;
  uint8_t* rid = nullptr;
  char* rdata = nullptr;
  uint8_t* rresp = nullptr;
  uint8_t* rlast = nullptr;
  uint8_t* awvalid = nullptr;
  uint8_t* awready = nullptr;
  uint8_t* awid = nullptr;
  uint64_t* awaddr = nullptr;
  uint8_t* awlen = nullptr;
  uint8_t* wvalid = nullptr;
  uint8_t* wready = nullptr;
  const char* wdata = nullptr;
  const char* wstrb = nullptr;
  uint8_t* wlast = nullptr;
  uint8_t* bvalid = nullptr;
  uint8_t* bready = nullptr;
  uint8_t* bid = nullptr;
  uint8_t* bresp = nullptr;
};

/// Disorder that the protocol permits, for tests: chances in percent per cycle.
struct AxiDisorder {
  unsigned not_ready = 0;
  unsigned late = 0;
  /// Data of bursts with different IDs come in any order.
  bool mixed = false;
};

/// What passed a port.
struct AxiCounts {
  uint64_t bursts = 0;
  uint64_t beats = 0;
  /// Bytes asked for (reads) or written with a strobe.
  uint64_t bytes = 0;
  /// Cycles in which an address waited, and data did.
  uint64_t address_waits = 0;
  uint64_t data_waits = 0;
  unsigned most_outstanding = 0;
};

class AxiPort {
 public:
  AxiPort(const std::string& name, const AxiSignals& signals, unsigned beat_bytes, const AddressMap& memory);

  /// Bursts that may be on their way at once before the port takes no address more.
  void set_capacity(unsigned bursts) { capacity_ = bursts; }
  void set_disorder(const AxiDisorder& disorder, uint64_t seed);

  void drive();
  void sample();
  void reset();

  const std::string& name() const { return name_; }
  const AxiCounts& reads() const { return reads_; }
  const AxiCounts& writes() const { return writes_; }
  bool outstanding() const { return !read_bursts_.empty() || !write_bursts_.empty() || !responses_.empty(); }
  /// Counts every transfer on any channel.
  uint64_t transfers() const { return transfers_; }
  /// What is on its way, in words.
  std::string waiting() const;

 private:
  struct Burst {
    uint64_t address;
    uint8_t id;
    unsigned beats;
    unsigned done;
    const Region* region;
    Instant first;
    Instant per_beat;
  };
  struct Response {
    uint8_t id;
    Instant ready;
  };
  struct Held {
    bool held = false;
    uint64_t address = 0;
    uint8_t length = 0;
    uint8_t id = 0;
  };

  void drive_reads();
  void drive_writes();
  void sample_reads();
  void sample_writes();
  void sample_write_data();
  void check_address(const char* channel, Held& held, bool valid, bool ready, uint64_t address, uint8_t length, uint8_t id);
  Burst open(const char* access, uint64_t address, uint8_t length, uint8_t id);
  Burst* choose_read();
  bool chance(unsigned percent) { return percent != 0 && dice_.percent(percent); }
  [[noreturn]] void fail(const char* rule) const;

  std::string name_;
  AxiSignals s_;
  unsigned beat_bytes_;
  const AddressMap& memory_;
  unsigned capacity_ = 64;
  AxiDisorder disorder_;
  Dice dice_{1};
  uint64_t cycle_ = 0;
  uint64_t transfers_ = 0;
  AxiCounts reads_;
  AxiCounts writes_;

  std::deque<Burst> read_bursts_;
  size_t reading_ = 0;  // which of them the data on the channel belong to
  bool read_shown_ = false;
  Held ar_held_;

  std::deque<Burst> write_bursts_;
  std::deque<Response> responses_;
  bool response_shown_ = false;
  size_t responding_ = 0;
  Held aw_held_;
  bool w_held_ = false;
  std::vector<char> w_data_;
  std::vector<char> w_strobe_;
  uint8_t w_last_ = 0;
};

}  // namespace gatesmith::board

#endif
