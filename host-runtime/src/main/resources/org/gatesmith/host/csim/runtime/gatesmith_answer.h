// How a simulated kernel speaks to the host: one line of JSON per answer. The host reads the
// lines from the child's standard output; whatever else the program prints goes to standard error.
#ifndef GATESMITH_ANSWER_H
#define GATESMITH_ANSWER_H

namespace gatesmith {

/// Exit codes of the child; a signal ends it by that signal.
enum ExitCode {
  /// `quit`, or the host closed the child's input.
  EXIT_DONE = 0,
  /// A dataflow deadlock was answered.
  EXIT_DEADLOCK = 3,
  /// A fault was answered: the kernel did what hardware cannot do.
  EXIT_FAULT = 4,
};

/// Sends one line to the host; thread and signal safe.
void answer(const char* line);

/// Ends the program with {"status":"fault", ...}: the message says what the kernel did.
[[noreturn]] void fault(const char* pattern, ...) __attribute__((format(printf, 1, 2)));

/// Adds a warning to the next answer to `run`.
void warn(const char* pattern, ...) __attribute__((format(printf, 1, 2)));

/// Writes the name of the process that runs, outer/inner for a nested one, into `text`; an empty
/// text outside of dataflow. Signal safe.
void name_running_process(char* text, unsigned long size);

}  // namespace gatesmith

#endif
