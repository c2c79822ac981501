// A host that writes and reads the registers of gs_control with random delays, and the life of a kernel behind them.
#include <string.h>

#include "Vtop.h"
#include "bench.h"
#include "verilated.h"

using namespace gatesmith::board;

namespace {

enum { HANDSHAKE = 0, CHAIN = 1 };
const unsigned CONTROL = 0, GLOBAL = 4, ENABLE = 8, STATUS = 12, ARGUMENTS = 16;
const uint32_t START = 1, DONE = 2, IDLE = 4, READY = 8, CONTINUE = 16, RESTART = 128;

struct Host {
  VerilatedContext context;
  Vtop top{&context};
  Dice dice{7};
  int i = HANDSHAKE;
  unsigned starts = 0;

  Host() {
    top.rst = 1;
    for (int k = 0; k < 3; k++) tick();
    top.rst = 0;
  }

  void low() {
    top.clk = 0, top.eval();
    starts += top.start[i];
  }
  void high() { top.clk = 1, top.eval(); }
  void tick() { low(), high(); }

  void write(unsigned offset, uint32_t value, unsigned strobe = 15) {
    // Address and data come in any order.
    bool address = false, data = false, answered = false;
    for (int cycle = 0; !answered; cycle++) {
      REQUIRE(cycle < 1000, "a write to %u is not answered", offset);
      if (!address && !top.awvalid[i] && dice.percent(50)) top.awvalid[i] = 1, top.awaddr[i] = uint16_t(offset);
      if (!data && !top.wvalid[i] && dice.percent(50)) top.wvalid[i] = 1, top.wdata[i] = value, top.wstrb[i] = uint8_t(strobe);
      top.bready[i] = dice.percent(50);
      low();
      bool a = top.awvalid[i] && top.awready[i], w = top.wvalid[i] && top.wready[i];
      answered = top.bvalid[i] && top.bready[i];
      REQUIRE(!answered || (address && data && top.bresp[i] == 0), "a write is answered too early");
      high();
      if (a) address = true, top.awvalid[i] = 0;
      if (w) data = true, top.wvalid[i] = 0;
    }
    top.bready[i] = 0;
  }

  uint32_t read(unsigned offset) {
    bool asked = false;
    for (int cycle = 0;; cycle++) {
      REQUIRE(cycle < 1000, "a read of %u is not answered", offset);
      if (!asked && !top.arvalid[i] && dice.percent(50)) top.arvalid[i] = 1, top.araddr[i] = uint16_t(offset);
      top.rready[i] = dice.percent(50);
      low();
      bool a = top.arvalid[i] && top.arready[i];
      bool answered = top.rvalid[i] && top.rready[i];
      uint32_t value = top.rdata[i];
      high();
      if (a) asked = true, top.arvalid[i] = 0;
      if (answered) {
        top.rready[i] = 0;
        return value;
      }
    }
  }

  void finish() {
    top.done[i] = 1;
    tick();
    top.done[i] = 0;
  }

  void expect(unsigned offset, uint32_t expected, const char* when) {
    uint32_t value = read(offset);
    REQUIRE(value == expected, "%s %s: register %u is 0x%x, not 0x%x", i == CHAIN ? "chain" : "handshake", when, offset, value,
            expected);
  }
  void expect_starts(unsigned expected, const char* when) {
    REQUIRE(starts == expected, "%s %s: %u starts, not %u", i == CHAIN ? "chain" : "handshake", when, starts, expected);
  }
};

void arguments(Host& host) {
  for (int round = 0; round < 200; round++) {
    unsigned word = host.dice.below(5);
    uint32_t value = uint32_t(host.dice.next());
    uint32_t before = host.read(ARGUMENTS + 4 * word);
    unsigned strobe = host.dice.below(16);
    host.write(ARGUMENTS + 4 * word, value, strobe);
    uint32_t expected = before;
    for (int b = 0; b < 4; b++) {
      if (strobe >> b & 1) expected = (expected & ~(0xffu << 8 * b)) | (value & (0xffu << 8 * b));
    }
    if (word == 2) expected = 0;
    host.expect(ARGUMENTS + 4 * word, expected, "argument");
    REQUIRE(host.top.arguments[host.i][word] == expected, "argument %u does not reach the kernel", word);
  }
}

void life(Host& host) {
  host.starts = 0;
  host.expect(CONTROL, IDLE, "at first");
  host.write(GLOBAL, 1);
  host.write(ENABLE, 1);
  host.write(CONTROL, START);
  for (int k = 0; k < 10; k++) host.tick();
  host.expect_starts(1, "after ap_start");
  host.expect(CONTROL, START, "running");
  REQUIRE(!host.top.irq[host.i], "an interrupt before the end");
  host.finish();
  host.tick();
  REQUIRE(host.top.irq[host.i], "no interrupt at the end");
  host.expect(STATUS, 1, "done");
  host.write(STATUS, 1);
  host.expect(STATUS, 0, "after the toggle");
  REQUIRE(!host.top.irq[host.i], "the interrupt stays");
  host.expect(CONTROL, IDLE | DONE | READY, "done");
  if (host.i == HANDSHAKE) {
    host.expect(CONTROL, IDLE, "done and read");
  } else {
    host.expect(CONTROL, IDLE | DONE, "done and read");
    host.write(CONTROL, START);
    for (int k = 0; k < 10; k++) host.tick();
    host.expect_starts(1, "without ap_continue");
    host.write(CONTROL, CONTINUE);
    for (int k = 0; k < 10; k++) host.tick();
    host.expect_starts(2, "after ap_continue");
    host.finish();
    host.write(CONTROL, CONTINUE);
    host.read(CONTROL);
    host.expect(CONTROL, IDLE, "continued");
    host.write(STATUS, 1);
  }
}

void restart(Host& host) {
  host.starts = 0;
  host.write(ENABLE, 0);
  host.write(CONTROL, START | RESTART);
  for (unsigned call = 1; call <= 5; call++) {
    for (int k = 0; k < 10; k++) host.tick();
    host.expect_starts(call, "with auto_restart");
    if (call == 5) host.write(CONTROL, 0);
    host.finish();
    if (host.i == CHAIN) host.write(CONTROL, CONTINUE | (call == 5 ? 0 : RESTART));
  }
  for (int k = 0; k < 10; k++) host.tick();
  host.expect_starts(5, "after auto_restart");
  host.read(CONTROL);
  host.expect(CONTROL, IDLE, "after auto_restart");
  host.expect(STATUS, 0, "without enable");
}

}  // namespace

int main() {
  for (int protocol : {HANDSHAKE, CHAIN}) {
    Host host;
    host.i = protocol;
    arguments(host);
    for (int round = 0; round < 20; round++) life(host);
    restart(host);
  }
  printf("PASSED\n");
  return 0;
}
