// Random requests of three readers and three writers that share a port; responses of the memory overtake each other.
#include <string.h>

#include <deque>
#include <memory>
#include <vector>

#include "Vtop.h"
#include "bench.h"
#include "verilated.h"

using namespace gatesmith::board;

namespace {

const int MASTERS = 3;
const uint64_t BASE = 0x4000010000;
const unsigned BYTES = 16384;

AxiSignals signals(Vtop& top) {
  AxiSignals s;
  s.arvalid = &top.arvalid, s.arready = &top.arready, s.arid = &top.arid, s.araddr = &top.araddr, s.arlen = &top.arlen;
  s.rvalid = &top.rvalid, s.rready = &top.rready, s.rid = &top.rid, s.rdata = reinterpret_cast<char*>(&top.rdata);
  s.rresp = &top.rresp, s.rlast = &top.rlast;
  s.awvalid = &top.awvalid, s.awready = &top.awready, s.awid = &top.awid, s.awaddr = &top.awaddr, s.awlen = &top.awlen;
  s.wvalid = &top.wvalid, s.wready = &top.wready, s.wdata = reinterpret_cast<char*>(&top.wdata);
  s.wstrb = reinterpret_cast<char*>(&top.wstrb), s.wlast = &top.wlast;
  s.bvalid = &top.bvalid, s.bready = &top.bready, s.bid = &top.bid, s.bresp = &top.bresp;
  return s;
}

void round(uint64_t seed, unsigned requests) {
  VerilatedContext context;
  Vtop top{&context};
  Dice dice(seed);
  // Readers read the first half, writer i its third of the second half.
  std::vector<char> memory(BYTES);
  for (char& byte : memory) byte = char(dice.next() >> 56);
  std::vector<char> expected = memory;
  BankTiming timing;
  timing.latency = at_cycle(dice.below(60));
  Bank bank("bank", timing);
  AddressMap map;
  map.add(Region{"a", BASE, BYTES, memory.data(), true, &bank});
  AxiPort port("shared", signals(top), 8, map);
  AxiDisorder disorder;
  disorder.not_ready = dice.below(80);
  disorder.late = dice.below(80);
  disorder.mixed = true;
  port.set_disorder(disorder, seed + 1);

  top.rst = 1;
  for (int i = 0; i < 3; i++) {
    top.clk = 0, top.eval();
    top.clk = 1, top.eval();
  }
  top.rst = 0;
  std::deque<uint64_t> asked[MASTERS];
  unsigned answered[MASTERS] = {}, written[MASTERS] = {};
  std::unique_ptr<Walk> reads[MASTERS], writes[MASTERS];
  for (int i = 0; i < MASTERS; i++) {
    reads[i].reset(new Walk(dice, BASE, BYTES / 2, 4, 1, false));
    writes[i].reset(new Walk(dice, BASE + BYTES / 2 + uint64_t(i) * 2048, 2048, 4, 1, false));
  }
  bool rest = false;
  for (uint64_t cycle = 0; !rest; cycle++) {
    REQUIRE(cycle < 200000, "round %llu does not end", static_cast<unsigned long long>(seed));
    port.drive();
    for (int i = 0; i < MASTERS; i++) {
      if (!top.read_valid[i] && answered[i] + asked[i].size() < requests && dice.percent(70)) {
        top.read_valid[i] = 1;
        top.read_addr[i] = reads[i]->address();
      }
      if (!top.write_valid[i] && written[i] < requests && dice.percent(70)) {
        top.write_valid[i] = 1;
        top.write_addr[i] = writes[i]->address();
        top.write_data[i] = uint32_t(dice.next());
      }
      top.rsp_ready[i] = dice.percent(80);
    }
    top.clk = 0, top.eval();
    port.sample();
    rest = true;
    bool read_taken[MASTERS], write_taken[MASTERS];
    for (int i = 0; i < MASTERS; i++) {
      if (top.rsp_valid[i] && top.rsp_ready[i]) {
        REQUIRE(!asked[i].empty(), "reader %d answers what nobody asked", i);
        REQUIRE(memcmp(&top.rsp_data[i], &expected[asked[i].front() - BASE], 4) == 0, "reader %d gives wrong data", i);
        asked[i].pop_front();
        answered[i]++;
      }
      read_taken[i] = top.read_valid[i] && top.read_ready[i];
      if (read_taken[i]) asked[i].push_back(top.read_addr[i]);
      write_taken[i] = top.write_valid[i] && top.write_ready[i];
      if (write_taken[i]) {
        memcpy(&expected[top.write_addr[i] - BASE], &top.write_data[i], 4);
        written[i]++;
      }
      rest = rest && answered[i] == requests && written[i] == requests && top.idle[i] && !write_taken[i];
    }
    top.clk = 1, top.eval();
    for (int i = 0; i < MASTERS; i++) {
      if (read_taken[i]) top.read_valid[i] = 0;
      if (write_taken[i]) top.write_valid[i] = 0;
    }
  }
  REQUIRE(memory == expected, "all writers are idle, but not all is in memory, or too much");
  REQUIRE(!port.outstanding(), "all is answered, but a transaction is on its way");
}

}  // namespace

int main(int argc, char** argv) {
  unsigned rounds = argc > 1 ? unsigned(atoi(argv[1])) : 20;
  unsigned requests = argc > 2 ? unsigned(atoi(argv[2])) : 2000;
  for (unsigned seed = 1; seed <= rounds; seed++) round(seed, requests);
  printf("PASSED\n");
  return 0;
}
