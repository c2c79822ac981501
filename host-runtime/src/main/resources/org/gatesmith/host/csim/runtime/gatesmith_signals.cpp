#include "gatesmith_signals.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "gatesmith_answer.h"
#include "gatesmith_fibre.h"

namespace gatesmith {

namespace {

void (*explain_address)(const char*, char*, size_t) = nullptr;
pid_t parent = 0;

const char* name_of(int number) {
  switch (number) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGFPE: return "SIGFPE";
    case SIGILL: return "SIGILL";
    case SIGABRT: return "SIGABRT";
    case SIGTERM: return "SIGTERM";
    default: return "?";
  }
}

void describe(int number, const siginfo_t* info, char* text, size_t size) {
  text[0] = 0;
  switch (number) {
    case SIGSEGV:
    case SIGBUS: {
      const char* address = static_cast<const char*>(info->si_addr);
      if (in_stack_guard(address)) {
        snprintf(text, size, "the local arrays of a process and what it calls need more than %zu MiB",
                 fibre_stack_bytes() >> 20);
        return;
      }
      explain_address(address, text, size);
      if (text[0] == 0) snprintf(text, size, "invalid address %p", info->si_addr);
      return;
    }
    case SIGFPE:
      snprintf(text, size, "integer division by zero, or of the most negative number by -1");
      return;
    case SIGTERM:
      snprintf(text, size, "interrupted while it ran");
      return;
    case SIGABRT:
      snprintf(text, size, "the program gave up; its error output says why");
      return;
    default:
      snprintf(text, size, "the program ended abnormally");
  }
}

/// Runs on its own stack. Names hold nothing JSON must escape: they are C++ identifiers.
void last_words(int number, siginfo_t* info, void*) {
  char message[256];
  char process[256];
  char line[768];
  describe(number, info, message, sizeof message);
  name_running_process(process, sizeof process);
  bool inside = process[0] != 0;
  snprintf(line, sizeof line, "{\"status\":\"signal\",\"signal\":\"%s\",%s%s%s\"message\":\"%s\"}\n",
           name_of(number), inside ? "\"process\":\"" : "", process, inside ? "\"," : "", message);
  answer(line);
  raise(number);  // delivered with its default action when this handler returns
}

void parent_changed(int) {
  if (getppid() != parent) _exit(EXIT_DONE);
}

}  // namespace

void answer_signals(void (*explain)(const char*, char*, size_t)) {
  explain_address = explain;
  static char stack[65536];
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, nullptr);
  struct sigaction action = {};
  action.sa_sigaction = last_words;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | int(SA_RESETHAND);
  const int answered[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM};
  for (int number : answered) {
    sigaction(number, &action, nullptr);
  }
  signal(SIGINT, SIG_IGN);
}

// The kernel sends the signal when the *thread* that started us ends, which in a JVM says nothing
// about the process; so the signal only makes us look.
void die_with_parent() {
  parent = getppid();
  struct sigaction action = {};
  action.sa_handler = parent_changed;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigaction(SIGUSR2, &action, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGUSR2);
  parent_changed(SIGUSR2);  // it may have ended before prctl
}

}  // namespace gatesmith
