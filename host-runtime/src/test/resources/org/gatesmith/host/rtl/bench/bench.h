// What the benches of the library share: failing with a message (a broken rule of the bus is answered as to the host), and streams of requests of every kind.
#ifndef BENCH_H
#define BENCH_H

#include <stdio.h>
#include <stdlib.h>

#include <string>

#include "gatesmith_axi.h"

#define REQUIRE(condition, ...)   \
  do {                            \
    if (!(condition)) {           \
      printf("FAILED ");          \
      printf(__VA_ARGS__);        \
      printf("\n");               \
      exit(1);                    \
    }                             \
  } while (0)

/// Addresses as kernels ask for them: stretches of one stride each, with jumps between them.
class Walk {
 public:
  Walk(gatesmith::board::Dice& dice, uint64_t base, uint64_t bytes, unsigned elem_bytes, unsigned lanes, bool aligned)
      : dice_(dice), base_(base), units_(bytes / unit(elem_bytes, lanes, aligned)), unit_(unit(elem_bytes, lanes, aligned)),
        lanes_(lanes), reach_(aligned ? 1 : lanes) {}

  uint64_t address() {
    if (left_ == 0) turn();
    left_--;
    uint64_t here = at_;
    at_ += uint64_t(stride_);
    if (at_ >= units_ || at_ + reach_ > units_) left_ = 0;
    return base_ + here * unit_;
  }

  uint64_t mask() {
    uint64_t all = lanes_ == 64 ? ~uint64_t(0) : (uint64_t(1) << lanes_) - 1;
    return masked_ ? dice_.next() & (dice_.percent(30) ? dice_.next() & dice_.next() : all) & all : all;
  }

 private:
  static unsigned unit(unsigned elem_bytes, unsigned lanes, bool aligned) { return aligned ? elem_bytes * lanes : elem_bytes; }

  void turn() {
    at_ = dice_.next() % (units_ - reach_ + 1);
    left_ = 1 + dice_.below(dice_.percent(50) ? 4 : 300);
    masked_ = dice_.percent(30);
    switch (dice_.below(6)) {
      case 0: stride_ = int(reach_); break;
      case 1: stride_ = 1; break;
      case 2: stride_ = -1; break;
      case 3: stride_ = 0; break;
      case 4: stride_ = int(dice_.below(100)); break;
      default: stride_ = int(reach_); break;
    }
  }

  gatesmith::board::Dice& dice_;
  uint64_t base_;
  uint64_t units_;
  unsigned unit_;
  unsigned lanes_;
  unsigned reach_;
  uint64_t at_ = 0;
  int stride_ = 0;
  unsigned left_ = 0;
  bool masked_ = false;
};

#endif
