// Random requests to gs_axi_writer in several shapes, against memories with and without disorder.
#include <string.h>

#include <memory>
#include <vector>

#include "Vtop.h"
#include "bench.h"
#include "verilated.h"

using namespace gatesmith::board;

namespace {

const int CASES = 10;
const uint64_t BASE = 0x4000010000;
const unsigned BYTES = 32768;

struct Case {
  int index;
  Vtop& top;
  Dice dice;
  std::vector<char> memory;
  std::vector<char> expected;
  Bank bank;
  AddressMap map;
  std::unique_ptr<AxiPort> port;
  std::unique_ptr<Walk> walk;
  unsigned lanes, elem_bytes;
  unsigned ask = 100;
  uint64_t asked = 0, limit = 0, rests = 0;
  bool changed = false;
  bool pausing = false;

  Case(Vtop& t, int i, uint64_t seed, const BankTiming& timing, const AxiDisorder& disorder)
      : index(i), top(t), dice(seed), memory(BYTES), bank("bank", timing) {
    lanes = top.lanes[i];
    elem_bytes = top.elem_bytes[i];
    for (char& byte : memory) byte = char(dice.next() >> 56);
    expected = memory;
    map.add(Region{"a", BASE, BYTES, memory.data(), true, &bank});
    AxiSignals s;
    s.awvalid = &top.awvalid[i], s.awready = &top.awready[i], s.awaddr = &top.awaddr[i], s.awlen = &top.awlen[i];
    s.wvalid = &top.wvalid[i], s.wready = &top.wready[i], s.wdata = reinterpret_cast<char*>(top.wdata[i].data());
    s.wstrb = reinterpret_cast<char*>(&top.wstrb[i]), s.wlast = &top.wlast[i];
    s.bvalid = &top.bvalid[i], s.bready = &top.bready[i], s.bresp = &top.bresp[i];
    port.reset(new AxiPort("writer " + std::to_string(i), s, top.beat_bytes[i], map));
    port->set_disorder(disorder, seed + 7);
    walk.reset(new Walk(dice, BASE, BYTES, elem_bytes, lanes, top.aligned[i]));
    top.req_valid[i] = 0;
  }

  void drive() {
    port->drive();
    if (top.req_valid[index] || asked >= limit || pausing || !dice.percent(ask)) return;
    ask_for(walk->address(), walk->mask(), dice.percent(2));
  }

  void ask_for(uint64_t address, uint64_t mask, bool last) {
    top.req_valid[index] = 1;
    top.req_addr[index] = address;
    top.req_mask[index] = mask;
    top.req_last[index] = last;
    char* data = reinterpret_cast<char*>(top.req_data[index].data());
    for (unsigned b = 0; b < lanes * elem_bytes; b++) data[b] = char(dice.next() >> 56);
  }

  bool sample() {
    if (top.idle[index] && changed) {
      REQUIRE(memory == expected, "writer %d is idle after %llu requests, but not all is in memory, or too much", index,
              static_cast<unsigned long long>(asked));
      changed = false;
      pausing = false;
      rests++;
    }
    port->sample();
    bool taken = top.req_valid[index] && top.req_ready[index];
    if (taken) {
      const char* data = reinterpret_cast<const char*>(top.req_data[index].data());
      for (unsigned lane = 0; lane < lanes; lane++) {
        if ((top.req_mask[index] >> lane & 1) == 0) continue;
        memcpy(&expected[top.req_addr[index] - BASE + lane * elem_bytes], data + lane * elem_bytes, elem_bytes);
      }
      asked++;
      changed = true;
      pausing = dice.percent(1);
    }
    return taken;
  }
};

struct Bench {
  VerilatedContext context;
  Vtop top{&context};
  std::vector<std::unique_ptr<Case>> cases;
  uint64_t cycle = 0;

  void reset() {
    top.rst = 1;
    for (int i = 0; i < 3; i++) {
      top.clk = 0, top.eval();
      top.clk = 1, top.eval();
    }
    top.rst = 0;
  }

  void step() {
    for (auto& c : cases) c->drive();
    top.clk = 0, top.eval();
    bool taken[CASES];
    for (auto& c : cases) taken[c->index] = c->sample();
    top.clk = 1, top.eval();
    for (auto& c : cases) {
      if (taken[c->index]) top.req_valid[c->index] = 0;
    }
    cycle++;
  }
};

void random_round(uint64_t seed, unsigned requests) {
  Bench bench;
  bench.top.eval();
  Dice dice(seed);
  for (int i = 0; i < CASES; i++) {
    BankTiming timing;
    timing.latency = at_cycle(dice.below(80));
    timing.busy_per_byte = dice.percent(50) ? 0 : (at_cycle(1) / (1 + dice.below(64))) << 16;
    AxiDisorder disorder;
    disorder.not_ready = dice.percent(50) ? dice.below(90) : 0;
    disorder.late = dice.percent(50) ? dice.below(90) : 0;
    bench.cases.emplace_back(new Case(bench.top, i, seed * 100 + unsigned(i), timing, disorder));
    bench.cases.back()->ask = dice.percent(50) ? 100 : 1 + dice.below(99);
    bench.cases.back()->limit = requests;
  }
  bench.reset();
  uint64_t last = 0;
  uint64_t sum = 0;
  for (bool busy = true; busy;) {
    bench.step();
    uint64_t now = 0;
    busy = false;
    for (auto& c : bench.cases) {
      now += c->port->transfers() + c->asked;
      busy |= c->asked < c->limit || c->changed;
    }
    if (now != sum) last = bench.cycle;
    sum = now;
    REQUIRE(bench.cycle - last < 20000, "nothing happens for 20000 cycles");
  }
  for (auto& c : bench.cases) {
    REQUIRE(c->rests > 0, "writer %d was never idle", c->index);
    REQUIRE(c->port->writes().most_outstanding <= 33, "writer %d has too many bursts on their way", c->index);
  }
}

/// A contiguous stream: one vector per cycle, or as the bus permits.
void stream_round() {
  const unsigned LATENCY = 60;
  Bench bench;
  bench.top.eval();
  for (int i = 0; i < CASES; i++) {
    BankTiming timing;
    timing.latency = at_cycle(LATENCY);
    bench.cases.emplace_back(new Case(bench.top, i, 5, timing, AxiDisorder()));
  }
  bench.reset();
  for (auto& c : bench.cases) {
    unsigned vector = c->lanes * c->elem_bytes;
    unsigned requests = BYTES / vector - 1;
    uint64_t start = bench.cycle;
    uint64_t address = BASE + (bench.top.aligned[c->index] ? 0 : c->elem_bytes);
    uint64_t all = c->lanes == 64 ? ~uint64_t(0) : (uint64_t(1) << c->lanes) - 1;
    unsigned sent = 0;
    while (sent < requests || c->changed) {
      if (!bench.top.req_valid[c->index] && sent < requests) {
        c->ask_for(address + uint64_t(sent) * vector, all, sent + 1 == requests);
        sent++;
      }
      bench.step();
      REQUIRE(bench.cycle - start < 200000, "writer %d does not end", c->index);
      c->pausing = false;
    }
    uint64_t cycles = bench.cycle - start;
    uint64_t beats = c->port->writes().beats;
    printf("stream %d: %u requests, %llu beats, %llu bursts, %llu cycles\n", c->index, requests,
           static_cast<unsigned long long>(beats), static_cast<unsigned long long>(c->port->writes().bursts),
           static_cast<unsigned long long>(cycles));
    if (c->index < 3 || c->index == 8) {
      uint64_t ideal = beats > requests ? beats : requests;
      REQUIRE(cycles <= ideal + LATENCY + 64 + 12, "writer %d needs %llu cycles for %llu", c->index,
              static_cast<unsigned long long>(cycles), static_cast<unsigned long long>(ideal));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  unsigned rounds = argc > 1 ? unsigned(atoi(argv[1])) : 20;
  unsigned requests = argc > 2 ? unsigned(atoi(argv[2])) : 2000;
  for (unsigned seed = 1; seed <= rounds; seed++) random_round(seed, requests);
  stream_round();
  printf("PASSED\n");
  return 0;
}
