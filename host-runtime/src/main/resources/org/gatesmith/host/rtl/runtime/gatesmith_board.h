// What surrounds a kernel in Verilog on a board, as far as it does not depend on the kernel: banks of memory behind its AXI ports,
// the addresses of its arrays, the figures of a run, and the watchdog.
#ifndef GATESMITH_BOARD_H
#define GATESMITH_BOARD_H

#include <stdint.h>

#include <deque>
#include <string>
#include <vector>

#include "gatesmith_axi.h"
#include "gatesmith_server.h"

namespace gatesmith::board {

/// What a signal that the kernel exposes tells (see docs/rtl.md).
enum class SignalKind {
  /// A bit: high while what it describes waits.
  WAITS,
  /// A number now, such as the level of a FIFO.
  LEVEL,
  /// A number that grows as the kernel goes on.
  PROGRESS,
  /// How often something was started.
  ENTRIES,
  /// Cycles in which something was at work.
  BUSY,
  /// Cycles in which something waited.
  CYCLES,
};

struct Signal {
  SignalKind kind;
  /// For WAITS and LEVEL: the words of the watchdog, such as "loop 'i' waits for data of 'a'".
  const char* text;
  const void* value;
  unsigned bytes;

  uint64_t read() const;
};

/// The array of a parameter, and the bank that it lies in.
struct Placement {
  const char* name;
  int parameter;
  bool writable;
  unsigned bank;
};

class Board {
 public:
  /// What the host says about the board, one argument of the program for each:
  ///
  ///   bank=NAME,LATENCY,PAGE_MISS,PAGE_BYTES,BUSY_PER_BYTE,REFRESH_INTERVAL,REFRESH_TIME   see BankTiming
  ///   array=PARAMETER,BANK                                                                 numbers from 0
  ///   wave=FILE                                                                            write what signals do
  void configure(int count, char** options);
  /// File for the signals, empty for none.
  const std::string& wave() const { return wave_; }

  void add_port(const char* name, const AxiSignals& signals, unsigned beat_bytes) {
    ports_.emplace_back(name, signals, beat_bytes, map_);
  }
  void add_signal(const Signal& signal) { signals_.push_back(signal); }
  void add_array(const char* name, int parameter, bool writable) {
    placements_.push_back(Placement{name, parameter, writable, 0});
  }

  /// Gives the arrays of a call their addresses; the addresses by parameter.
  std::vector<uint64_t> place(const Arguments& arguments);

  void drive() {
    for (AxiPort& port : ports_) port.drive();
  }
  void sample() {
    for (AxiPort& port : ports_) port.sample();
  }

  void start_run(uint64_t cycle);
  /// Ends the program with a report if nothing has happened for long.
  void watch(uint64_t cycle);
  /// The figures of the run since start_run, in JSON.
  std::string figures(uint64_t cycles) const;

 private:
  struct Before {
    std::vector<AxiCounts> reads;
    std::vector<AxiCounts> writes;
    std::vector<BankCounts> banks;
    std::vector<uint64_t> signals;
  };

  uint64_t progress() const;
  [[noreturn]] void report_standstill(uint64_t cycle) const;

  std::deque<Bank> banks_;
  AddressMap map_;
  std::deque<AxiPort> ports_;
  std::vector<Signal> signals_;
  std::vector<Placement> placements_;
  Before before_;
  uint64_t progress_ = 0;
  uint64_t quiet_since_ = 0;
  uint64_t started_ = 0;
  std::string wave_;
};

}  // namespace gatesmith::board

#endif
