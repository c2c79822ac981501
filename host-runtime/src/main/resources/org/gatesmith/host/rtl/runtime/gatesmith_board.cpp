#include "gatesmith_board.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gatesmith_answer.h"
#include "gatesmith_json.h"

namespace gatesmith::board {

namespace {

const uint64_t PAGE = 4096;
// Banks are that far apart: more than any board's bank has.
const int BANK_SHIFT = 36;
// Cycles without any progress after which nothing more will come. Longer than any wait for memory, which in these models is below
// 10,000 cycles even behind a full queue of bursts.
const uint64_t STANDSTILL = 200000;
// A kernel that exposes nothing may compute that long without touching memory.
const uint64_t STANDSTILL_UNSEEN = 200000000;

std::string counts(const AxiCounts& now, const AxiCounts& before) {
  return format(
      "{\"bursts\":%llu,\"beats\":%llu,\"bytes\":%llu,\"addressWaits\":%llu,\"dataWaits\":%llu,\"mostOutstanding\":%u}",
      (unsigned long long)(now.bursts - before.bursts), (unsigned long long)(now.beats - before.beats),
      (unsigned long long)(now.bytes - before.bytes), (unsigned long long)(now.address_waits - before.address_waits),
      (unsigned long long)(now.data_waits - before.data_waits), now.most_outstanding);
}

std::string bank(const Bank& bank, const BankCounts& before) {
  const BankCounts& now = bank.counts();
  return format(
      "{\"name\":%s,\"bursts\":%llu,\"busyCycles\":%llu,\"queuedCycles\":%llu,\"refreshCycles\":%llu,\"pageChanges\":%llu,"
      "\"refreshes\":%llu}",
      quoted(bank.name()).c_str(), (unsigned long long)(now.bursts - before.bursts),
      (unsigned long long)cycle_of(now.busy - before.busy), (unsigned long long)cycle_of(now.queued - before.queued),
      (unsigned long long)cycle_of(now.refreshing - before.refreshing),
      (unsigned long long)(now.page_changes - before.page_changes), (unsigned long long)(now.refreshes - before.refreshes));
}

}  // namespace

void axi_fault(const std::string& message) {
  bool address = message.find("where no buffer is") != std::string::npos || message.find("after the end of") != std::string::npos;
  answer(format("{\"status\":\"fault\",\"fault\":\"%s\",\"message\":%s}\n", address ? "GS0901" : "GS0914",
                quoted(message).c_str())
             .c_str());
  exit(EXIT_FAULT);
}

uint64_t Signal::read() const {
  uint64_t number = 0;
  memcpy(&number, value, bytes);
  return number;
}

void Board::configure(int count, char** options) {
  for (int i = 1; i < count; i++) {
    const char* option = options[i];
    char name[64] = "";
    unsigned long long n[6] = {};
    if (strncmp(option, "wave=", 5) == 0) {
      wave_ = option + 5;
    } else if (sscanf(option, "array=%llu,%llu", &n[0], &n[1]) == 2) {
      for (Placement& array : placements_) {
        if (array.parameter == int(n[0])) array.bank = unsigned(n[1]);
      }
    } else if (sscanf(option, "bank=%63[^,],%llu,%llu,%llu,%llu,%llu,%llu", name, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5]) == 7) {
      BankTiming timing;
      timing.latency = n[0];
      timing.page_miss = n[1];
      timing.page_bytes = n[2];
      timing.busy_per_byte = n[3];
      timing.refresh_interval = n[4];
      timing.refresh_time = n[5];
      banks_.emplace_back(name, timing);
    } else {
      axi_fault(std::string("the simulator does not understand the option ") + option);
    }
  }
}

std::vector<uint64_t> Board::place(const Arguments& arguments) {
  map_.clear();
  std::vector<uint64_t> next;
  for (size_t bank = 0; bank < banks_.size(); bank++) next.push_back((uint64_t(bank) + 1) << BANK_SHIFT);
  std::vector<uint64_t> addresses;
  for (const Placement& array : placements_) {
    uint64_t base = next[array.bank];
    uint64_t bytes = arguments.bytes(array.parameter);
    map_.add(Region{array.name, base, bytes, arguments.array<char>(array.parameter), array.writable, &banks_[array.bank]});
    // One page stays free, so that an index one too large is found.
    next[array.bank] += (bytes + PAGE - 1) / PAGE * PAGE + PAGE;
    if (addresses.size() <= size_t(array.parameter)) addresses.resize(size_t(array.parameter) + 1);
    addresses[size_t(array.parameter)] = base;
  }
  return addresses;
}

void Board::start_run(uint64_t cycle) {
  before_ = Before();
  for (const AxiPort& port : ports_) {
    before_.reads.push_back(port.reads());
    before_.writes.push_back(port.writes());
  }
  for (const Bank& bank : banks_) before_.banks.push_back(bank.counts());
  for (const Signal& signal : signals_) before_.signals.push_back(signal.read());
  progress_ = progress();
  quiet_since_ = cycle;
  started_ = cycle;
}

uint64_t Board::progress() const {
  uint64_t sum = 0;
  for (const AxiPort& port : ports_) sum += port.transfers();
  for (const Signal& signal : signals_) {
    if (signal.kind == SignalKind::PROGRESS || signal.kind == SignalKind::LEVEL) sum = sum * 31 + signal.read();
  }
  return sum;
}

void Board::watch(uint64_t cycle) {
  uint64_t now = progress();
  bool outstanding = false;
  for (const AxiPort& port : ports_) outstanding |= port.outstanding();
  if (now != progress_ || outstanding) {
    progress_ = now;
    quiet_since_ = cycle;
  } else if (cycle - quiet_since_ > (signals_.empty() ? STANDSTILL_UNSEEN : STANDSTILL)) {
    report_standstill(cycle);
  }
}

void Board::report_standstill(uint64_t cycle) const {
  std::string text = format("nothing has moved since cycle %llu of the run, and no transaction is on its way",
                            (unsigned long long)(quiet_since_ - started_));
  bool any = false;
  for (const Signal& signal : signals_) {
    if (signal.kind != SignalKind::WAITS || signal.read() == 0) continue;
    text += format("\n  %s", signal.text);
    any = true;
  }
  for (const Signal& signal : signals_) {
    if (signal.kind == SignalKind::LEVEL) text += format("\n  %s: %llu", signal.text, (unsigned long long)signal.read());
  }
  if (!any) text += "\n  the kernel does not say what it waits for; run it with --wave FILE and look at its signals";
  answer(format("{\"status\":\"fault\",\"fault\":\"GS0913\",\"cycle\":%llu,\"message\":%s}\n",
                (unsigned long long)(cycle - started_), quoted(text).c_str())
             .c_str());
  exit(EXIT_FAULT);
}

std::string Board::figures(uint64_t cycles) const {
  JsonList ports;
  for (size_t i = 0; i < ports_.size(); i++) {
    ports.add(format("{\"name\":%s,\"reads\":%s,\"writes\":%s}", quoted(ports_[i].name()).c_str(),
                     counts(ports_[i].reads(), before_.reads[i]).c_str(), counts(ports_[i].writes(), before_.writes[i]).c_str()));
  }
  JsonList banks;
  for (size_t i = 0; i < banks_.size(); i++) {
    banks.add(bank(banks_[i], before_.banks[i]));
  }
  JsonList signals;
  for (size_t i = 0; i < signals_.size(); i++) {
    uint64_t now = signals_[i].read();
    bool grows = signals_[i].kind != SignalKind::WAITS && signals_[i].kind != SignalKind::LEVEL;
    signals.add(format("%llu", (unsigned long long)(grows ? now - before_.signals[i] : now)));
  }
  return format("{\"cycles\":%llu,\"ports\":%s,\"banks\":%s,\"signals\":%s}", (unsigned long long)cycles, ports.text().c_str(),
                banks.text().c_str(), signals.text().c_str());
}

}  // namespace gatesmith::board
