// Dataflow deadlock: who waits for whom, and the depths that would have avoided it.
#ifndef GATESMITH_DEADLOCK_H
#define GATESMITH_DEADLOCK_H

#include <vector>

#include "gatesmith_dataflow.h"

namespace gatesmith {

/// Called when every live process waits. Notes the state on the first call, then lets one process
/// go on by making a full FIFO deeper by one; if none is full, answers and ends the program.
///
/// This is Parks' bounded scheduling of Kahn process networks (T. M. Parks, "Bounded Scheduling of
/// Process Networks", UCB/ERL-95-105, 1995, section 4.3): of the full FIFOs the smallest grows.
/// Processes with blocking reads and writes only are determinate, so the depths found do not
/// depend on the order in which the processes ran.
void break_deadlock(const std::vector<Process*>& live, void (*make_ready)(Process*));

/// Answers that `process` asks `channel` without end while nothing else can run.
[[noreturn]] void report_endless_poll(const Process* process, const Channel& channel,
                                      const std::vector<Process*>& live);

}  // namespace gatesmith

#endif
