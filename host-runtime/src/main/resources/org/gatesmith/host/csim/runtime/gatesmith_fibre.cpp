// Fibres are started by makecontext and then switched with _setjmp and _longjmp: swapcontext would
// make two system calls per switch to save the signal mask. _FORTIFY_SOURCE's longjmp refuses to
// leave a stack, which is the point here.
#undef _FORTIFY_SOURCE

#include "gatesmith_fibre.h"

#include <setjmp.h>
#include <sys/mman.h>
#include <ucontext.h>

#include "gatesmith_answer.h"

namespace gatesmith {

struct Fibre {
  jmp_buf registers;
  ucontext_t start;
  void (*body)();
  char* memory;  // guard, then stack; null for the thread's own
  bool started;
  Fibre* next_made;
};

namespace {

// Address space only: pages are taken as they are touched. Large enough for the on-chip memory of
// the biggest boards as one process's local arrays (a U280 has 9 MB of BRAM and 34 MB of URAM).
const size_t STACK_BYTES = size_t(256) << 20;
const size_t GUARD_BYTES = size_t(256) << 20;

Fibre thread_fibre = {};  // runs, so never to be started
Fibre* current = &thread_fibre;
Fibre* made = nullptr;

void enter() {
  current->body();
}

}  // namespace

Fibre* current_fibre() {
  return current;
}

Fibre* new_fibre(void (*body)()) {
  void* memory = mmap(nullptr, GUARD_BYTES + STACK_BYTES, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) fault("no address space for the stack of another dataflow process");
  mprotect(memory, GUARD_BYTES, PROT_NONE);
  Fibre* fibre = new Fibre();
  fibre->body = body;
  fibre->memory = static_cast<char*>(memory);
  fibre->next_made = made;
  made = fibre;
  return fibre;
}

__attribute__((noinline)) void switch_to(Fibre* fibre) {
  Fibre* from = current;
  if (fibre == from) return;
  current = fibre;
  if (_setjmp(from->registers) != 0) return;
  if (fibre->started || fibre == &thread_fibre) _longjmp(fibre->registers, 1);
  fibre->started = true;
  getcontext(&fibre->start);
  fibre->start.uc_link = nullptr;
  fibre->start.uc_stack.ss_sp = fibre->memory + GUARD_BYTES;
  fibre->start.uc_stack.ss_size = STACK_BYTES;
  makecontext(&fibre->start, enter, 0);
  setcontext(&fibre->start);
}

bool in_stack_guard(const void* address) {
  const char* at = static_cast<const char*>(address);
  for (Fibre* fibre = made; fibre != nullptr; fibre = fibre->next_made) {
    if (at >= fibre->memory && at < fibre->memory + GUARD_BYTES) return true;
  }
  return false;
}

size_t fibre_stack_bytes() {
  return STACK_BYTES;
}

}  // namespace gatesmith
