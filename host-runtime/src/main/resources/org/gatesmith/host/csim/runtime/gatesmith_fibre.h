// Fibres: stacks of their own for functions that take turns on one thread.
#ifndef GATESMITH_FIBRE_H
#define GATESMITH_FIBRE_H

#include <stddef.h>

namespace gatesmith {

struct Fibre;

/// The fibre that runs; the thread itself is one.
Fibre* current_fibre();

/// A fibre that calls `body` when first switched to; `body` never returns.
Fibre* new_fibre(void (*body)());

/// Continues `fibre`; returns when the calling fibre is continued, at once if it is the same.
void switch_to(Fibre* fibre);

/// Whether `address` lies in the guard below a fibre's stack: the stack has overflowed.
bool in_stack_guard(const void* address);

/// Bytes of a fibre's stack, which is also the limit of a process's local arrays.
size_t fibre_stack_bytes();

}  // namespace gatesmith

#endif
