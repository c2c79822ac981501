// Last words: a signal that ends the program is answered first.
#ifndef GATESMITH_SIGNALS_H
#define GATESMITH_SIGNALS_H

#include <stddef.h>

namespace gatesmith {

/// Answers SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT and SIGTERM with
/// {"status":"signal","signal":NAME,"process":..., "message":...} and then dies of the signal.
/// SIGINT is ignored: a terminal sends Ctrl-C to the host as well, which ends this program when it no longer needs it.
/// `explain` writes what an invalid address means to the kernel into `text`; nothing if unknown.
void answer_signals(void (*explain)(const char* address, char* text, size_t size));

/// Ends this program when the one that started it has ended.
void die_with_parent();

}  // namespace gatesmith

#endif
