// A verilated kernel on its board: clock, reset, and the host at the control registers. A template, so that the compiler sees the
// model's evaluation.
#ifndef GATESMITH_MACHINE_H
#define GATESMITH_MACHINE_H

#include <string.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gatesmith_board.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_vcd_c.h"
#endif

namespace gatesmith::board {

/// The AXI4-Lite port with the control registers. Addresses may have any width up to 32 bits.
struct ControlSignals {
  void* awaddr;
  void* araddr;
  unsigned address_bytes;
  uint8_t *awvalid, *awready, *wvalid, *wready, *wstrb, *bvalid, *bready, *arvalid, *arready, *rvalid, *rready;
  uint32_t *wdata, *rdata;
  uint8_t* interrupt;
};

/// A register and what is written to it.
typedef std::pair<unsigned, uint32_t> Word;

/// Adds the one or two words of an argument.
inline void add_argument(std::vector<Word>& words, unsigned offset, unsigned bytes, uint64_t value) {
  words.emplace_back(offset, uint32_t(value));
  if (bytes > 4) words.emplace_back(offset + 4, uint32_t(value >> 32));
}

template <class Model>
class Machine {
 public:
  Board board;
  VerilatedContext context;
  Model top{&context};

  void connect(const ControlSignals& control) { control_ = control; }

  void reset() {
    if (!board.wave().empty()) trace(board.wave());
    top.ap_rst_n = 0;
    for (int i = 0; i < RESET_CYCLES; i++) step();
    top.ap_rst_n = 1;
    step();
  }

  /// Writes the arguments, starts the kernel and waits for its interrupt, as a host does; the cycles from the one that takes
  /// ap_start to the one that says done.
  uint64_t run(const std::vector<Word>& arguments) {
    for (const Word& word : arguments) write(word.first, word.second);
    write(GLOBAL_ENABLE, 1);
    write(INTERRUPT_ENABLE, 1);
    board.start_run(cycle_);
    uint64_t start = write(CONTROL, START);
    while (!*control_.interrupt) {
      step();
      if (cycle_ % WATCH_INTERVAL == 0) board.watch(cycle_);
    }
    uint64_t cycles = cycle_ - start;
    if ((read(CONTROL) & DONE) == 0) axi_fault("the kernel's interrupt came, but its control register does not say done");
    write(INTERRUPT_STATUS, 1);
#if VM_TRACE
    if (waves_) waves_->flush();
#endif
    return cycles;
  }

 private:
  /// Writes what all signals do to a file from now on.
  void trace(const std::string& file) {
#if VM_TRACE
    context.traceEverOn(true);
    waves_.reset(new VerilatedVcdC);
    top.trace(waves_.get(), 99);
    waves_->open(file.c_str());
#else
    (void)file;
#endif
  }

  // Registers and bits of the Vitis kernel register map (UG1393).
  static const unsigned CONTROL = 0x00;
  static const unsigned GLOBAL_ENABLE = 0x04;
  static const unsigned INTERRUPT_ENABLE = 0x08;
  static const unsigned INTERRUPT_STATUS = 0x0c;
  static const uint32_t START = 1;
  static const uint32_t DONE = 2;

  static const int RESET_CYCLES = 16;
  static const uint64_t WATCH_INTERVAL = 4096;
  static const int REGISTER_LIMIT = 1000;

  void step() {
    half();
    finish();
  }

  /// The cycle's signals become known.
  void half() {
    board.drive();
    top.ap_clk = 0;
    top.eval();
#if VM_TRACE
    if (waves_) waves_->dump(2 * cycle_);
#endif
    board.sample();
  }

  void finish() {
    top.ap_clk = 1;
    top.eval();
#if VM_TRACE
    if (waves_) waves_->dump(2 * cycle_ + 1);
#endif
    cycle_++;
  }

  /// The cycle that took the value.
  uint64_t write(unsigned offset, uint32_t value) {
    memcpy(control_.awaddr, &offset, control_.address_bytes);
    *control_.wdata = value;
    *control_.wstrb = 0xf;
    *control_.awvalid = 1;
    *control_.wvalid = 1;
    *control_.bready = 1;
    uint64_t taken = 0;
    for (int i = 0; i < REGISTER_LIMIT; i++) {
      half();
      bool address = *control_.awvalid && *control_.awready;
      bool data = *control_.wvalid && *control_.wready;
      bool answered = *control_.bvalid;
      finish();
      if (address) *control_.awvalid = 0;
      if (data) *control_.wvalid = 0;
      if (address || data) taken = cycle_;
      if (answered) return taken;
    }
    axi_fault(std::string("the kernel does not answer a write to its control register ") + std::to_string(offset));
  }

  uint32_t read(unsigned offset) {
    memcpy(control_.araddr, &offset, control_.address_bytes);
    *control_.arvalid = 1;
    *control_.rready = 1;
    for (int i = 0; i < REGISTER_LIMIT; i++) {
      half();
      bool address = *control_.arvalid && *control_.arready;
      bool answered = *control_.rvalid;
      uint32_t value = *control_.rdata;
      finish();
      if (address) *control_.arvalid = 0;
      if (answered) return value;
    }
    axi_fault(std::string("the kernel does not answer a read of its control register ") + std::to_string(offset));
  }

  ControlSignals control_ = {};
  uint64_t cycle_ = 0;
#if VM_TRACE
  std::unique_ptr<VerilatedVcdC> waves_;
#endif
};

}  // namespace gatesmith::board

#endif
