#include "gatesmith_answer.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gatesmith_answer_state.h"
#include "gatesmith_json.h"

namespace gatesmith {

namespace {

const int MAX_WARNINGS = 20;

JsonList warnings;
int warning_count = 0;

}  // namespace

int answer_fd = STDOUT_FILENO;

void answer(const char* line) {
  size_t left = strlen(line);
  while (left > 0) {
    ssize_t sent = write(answer_fd, line, left);
    if (sent < 0 && errno != EINTR) _exit(EXIT_DONE);  // nobody listens any more
    if (sent < 0) continue;
    line += sent;
    left -= size_t(sent);
  }
}

void fault(const char* pattern, ...) {
  va_list arguments;
  va_start(arguments, pattern);
  std::string message = format_list(pattern, arguments);
  va_end(arguments);
  char process[256];
  name_running_process(process, sizeof process);
  std::string place = process[0] != 0 ? format("\"process\":%s,", quoted(process).c_str()) : "";
  answer(format("{\"status\":\"fault\",%s\"message\":%s}\n", place.c_str(), quoted(message).c_str())
             .c_str());
  fprintf(stderr, "%s%s%s\n", process, process[0] != 0 ? ": " : "", message.c_str());
  _exit(EXIT_FAULT);
}

void warn(const char* pattern, ...) {
  if (++warning_count > MAX_WARNINGS) return;
  va_list arguments;
  va_start(arguments, pattern);
  warnings.add(quoted(format_list(pattern, arguments)));
  va_end(arguments);
}

std::string take_warnings() {
  if (warning_count > MAX_WARNINGS) {
    warnings.add(quoted(format("%d more warnings", warning_count - MAX_WARNINGS)));
  }
  std::string list = warnings.text();
  warnings = JsonList();
  warning_count = 0;
  return list;
}

}  // namespace gatesmith
