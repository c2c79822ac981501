// Random requests to gs_axi_reader in several shapes, against memories with and without disorder.
#include <string.h>

#include <deque>
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

struct Request {
  uint64_t address;
  uint64_t mask;
};

struct Case {
  int index;
  Vtop& top;
  Dice dice;
  Dice values;
  std::vector<char> memory;
  Bank bank;
  AddressMap map;
  std::unique_ptr<AxiPort> port;
  std::unique_ptr<Walk> walk;
  std::deque<Request> pending;
  unsigned lanes, elem_bytes;
  unsigned ask = 100, take = 100;
  uint64_t asked = 0, answered = 0, limit = 0;
  bool forgetting = false;

  Case(Vtop& t, int i, uint64_t seed, const BankTiming& timing, const AxiDisorder& disorder)
      : index(i), top(t), dice(seed), values(seed + 99), memory(BYTES + 4096), bank("bank", timing) {
    lanes = top.lanes[i];
    elem_bytes = top.elem_bytes[i];
    for (char& byte : memory) byte = char(values.next() >> 56);
    map.add(Region{"a", BASE, BYTES, memory.data(), false, &bank});
    AxiSignals s;
    s.arvalid = &top.arvalid[i], s.arready = &top.arready[i], s.araddr = &top.araddr[i], s.arlen = &top.arlen[i];
    s.rvalid = &top.rvalid[i], s.rready = &top.rready[i], s.rdata = reinterpret_cast<char*>(top.rdata[i].data());
    s.rresp = &top.rresp[i], s.rlast = &top.rlast[i];
    port.reset(new AxiPort("reader " + std::to_string(i), s, top.beat_bytes[i], map));
    port->set_disorder(disorder, seed + 7);
    walk.reset(new Walk(dice, BASE, BYTES, elem_bytes, lanes, top.aligned[i]));
    top.req_valid[i] = 0;
  }

  void drive() {
    port->drive();
    top.forget[index] = 0;
    if (!top.req_valid[index] && asked < limit && !forgetting && dice.percent(ask)) {
      top.req_valid[index] = 1;
      top.req_addr[index] = walk->address();
      top.req_mask[index] = walk->mask();
      top.req_last[index] = dice.percent(2);
    }
    if (forgetting && pending.empty() && top.idle[index]) {
      for (unsigned i = 0; i < 1000; i++) memory[dice.below(BYTES)] ^= char(1 + dice.below(255));
      top.forget[index] = 1;
      forgetting = false;
    }
    top.rsp_ready[index] = dice.percent(take);
  }

  void sample() {
    port->sample();
    if (top.rsp_valid[index] && top.rsp_ready[index]) check();
    if (top.req_valid[index] && top.req_ready[index]) {
      pending.push_back(Request{top.req_addr[index], top.req_mask[index]});
      asked++;
      if (ask < 100 && dice.percent(1)) forgetting = true;
    }
  }


  void check() {
    REQUIRE(!pending.empty(), "reader %d answers what nobody asked", index);
    Request request = pending.front();
    pending.pop_front();
    const char* data = reinterpret_cast<const char*>(top.rsp_data[index].data());
    for (unsigned lane = 0; lane < lanes; lane++) {
      if ((request.mask >> lane & 1) == 0) continue;
      const char* expected = memory.data() + (request.address - BASE) + lane * elem_bytes;
      REQUIRE(memcmp(data + lane * elem_bytes, expected, elem_bytes) == 0,
              "reader %d, response %llu: lane %u of the vector at %llx is wrong", index,
              static_cast<unsigned long long>(answered), lane, static_cast<unsigned long long>(request.address));
    }
    answered++;
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
    for (auto& c : cases) {
      taken[c->index] = top.req_valid[c->index] && top.req_ready[c->index];
      c->sample();
    }
    top.clk = 1, top.eval();
    for (auto& c : cases) {
      if (taken[c->index]) top.req_valid[c->index] = 0;
    }
    cycle++;
  }
};

bool busy(const Bench& bench) {
  for (const auto& c : bench.cases) {
    if (c->answered < c->limit) return true;
  }
  return false;
}

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
    Case& c = *bench.cases.back();
    c.ask = dice.percent(50) ? 100 : 1 + dice.below(99);
    c.take = dice.percent(50) ? 100 : 1 + dice.below(99);
    c.limit = requests;
  }
  bench.reset();
  uint64_t last = 0;
  uint64_t sum = 0;
  while (busy(bench)) {
    bench.step();
    uint64_t now = 0;
    for (auto& c : bench.cases) now += c->answered;
    if (now != sum) last = bench.cycle;
    sum = now;
    REQUIRE(bench.cycle - last < 20000, "no response for 20000 cycles");
  }
  for (int i = 0; i < 20; i++) bench.step();
  for (auto& c : bench.cases) {
    REQUIRE(bench.top.idle[c->index], "reader %d is not idle at the end", c->index);
    // The reader learns one cycle after the memory that a burst is complete.
    REQUIRE(c->port->reads().most_outstanding <= bench.top.most[c->index] + 1, "reader %d has too many bursts on their way", c->index);
  }
}

/// From a memory with a latency of 60 cycles and no other limit: one vector per cycle, or as the bus permits.
/// @param apart bytes from the end of one vector to the beginning of the next
/// @param most bursts that a reader must have on their way to keep up
void stream_round(unsigned apart, unsigned most) {
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
    unsigned requests = BYTES / (vector + apart) - 1;
    uint64_t start = bench.cycle;
    // Unaligned streams begin with the second element.
    uint64_t address = BASE + (bench.top.aligned[c->index] ? 0 : c->elem_bytes);
    unsigned sent = 0;
    c->answered = 0;
    while (c->answered < requests) {
      if (!bench.top.req_valid[c->index] && sent < requests) {
        bench.top.req_valid[c->index] = 1;
        bench.top.req_addr[c->index] = address + uint64_t(sent) * (vector + apart);
        bench.top.req_mask[c->index] = ~uint64_t(0);
        bench.top.req_last[c->index] = sent + 1 == requests;
        sent++;
      }
      bench.step();
      REQUIRE(bench.cycle - start < 200000, "reader %d does not end", c->index);
    }
    uint64_t cycles = bench.cycle - start;
    uint64_t beats = c->port->reads().beats;
    printf("stream %d: %u requests, %llu beats, %llu bursts, %llu cycles\n", c->index, requests,
           static_cast<unsigned long long>(beats), static_cast<unsigned long long>(c->port->reads().bursts),
           static_cast<unsigned long long>(cycles));
    if ((c->index < 3 || c->index == 8) && bench.top.most[c->index] >= most) {
      uint64_t ideal = beats > requests ? beats : requests;
      REQUIRE(cycles <= ideal + LATENCY + bench.top.max_wait[c->index] + 8, "reader %d needs %llu cycles for %llu", c->index,
              static_cast<unsigned long long>(cycles), static_cast<unsigned long long>(ideal));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  unsigned rounds = argc > 1 ? unsigned(atoi(argv[1])) : 20;
  unsigned requests = argc > 2 ? unsigned(atoi(argv[2])) : 2000;
  for (unsigned seed = 1; seed <= rounds; seed++) random_round(seed, requests);
  stream_round(0, 0);
  stream_round(128, 64);
  printf("PASSED\n");
  return 0;
}
