// Random inputs for simple_modules.sv.
#include "Vtop.h"
#include "bench.h"
#include "verilated.h"

using namespace gatesmith::board;

int main(int argc, char** argv) {
  unsigned cycles = argc > 1 ? unsigned(atoi(argv[1])) : 20000;
  VerilatedContext context;
  Vtop top{&context};
  Dice dice(42);
  top.rst = 1;
  unsigned mood = 0;
  for (unsigned cycle = 0; cycle < cycles; cycle++) {
    for (int i = 0; i < 8; i++) top.random[i] = dice.next();
    // Clock enables are all high for a while, and FIFOs fill and drain.
    if (cycle % 1000 == 0) mood = unsigned(dice.next());
    top.random[7] = (top.random[7] & ~uint64_t(0x330000)) | ((mood & 0x33) << 16);
    top.rst = cycle < 4;
    top.clk = 0, top.eval();
    top.clk = 1, top.eval();
    for (size_t i = 0; i < sizeof top.wrong / sizeof top.wrong[0]; i++) {
      REQUIRE(!top.wrong[i], "case %zu is wrong in cycle %u", i, cycle);
    }
  }
  printf("PASSED\n");
  return 0;
}
