// The protocol. Commands are lines on standard input, answers are lines of JSON on standard output,
// one for each command, in order; a first line says that the program is ready:
//
//   {"status":"ready","protocol":1,"kernel":K,"parameters":[{"name":N,"kind":"in","bytes":B},...]}
//
//   map NAME OFFSET BYTES PATH   maps BYTES bytes of the file from OFFSET on as array NAME.
//                                OFFSET is a multiple of the element size
//   run HEX...                   calls the kernel; the scalars' bit patterns in hexadecimal, in the
//                                order of the parameters.
//   quit                         ends the program; so does the end of the input
//
//   {"status":"ok"}                                       map
//   {"status":"ok","nanoseconds":N,"warnings":[...]}      run; with "figures" if the simulator has measured some
//   {"status":"error","message":...}                      the command was wrong; nothing was done
//
// and, as the last answer before the program ends,
//
//   {"status":"deadlock","region":R,"processes":[...],"cycle":[...],"resolved":B,"fix":[...],
//    "text":...}                                          exit code EXIT_DEADLOCK
//   {"status":"fault","process":P,"message":...}          exit code EXIT_FAULT
//   {"status":"signal","signal":S,"process":P,"message":...}  killed by that signal
#include "gatesmith_server.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <vector>

#include "gatesmith_answer.h"
#include "gatesmith_answer_state.h"
#include "gatesmith_dataflow.h"
#include "gatesmith_json.h"
#include "gatesmith_memory.h"
#include "gatesmith_signals.h"

namespace gatesmith {

namespace {

const int PROTOCOL = 1;

struct Server {
  const char* kernel = "";
  std::vector<Parameter> parameters;
  std::vector<std::unique_ptr<MappedArray> > arrays;  // one per parameter, unused for scalars
  void (*call)(const Arguments&) = nullptr;
  const char* (*figures)() = nullptr;
};

Server server;

void explain_address(const char* address, char* text, size_t size) {
  for (size_t i = 0; i < server.parameters.size(); i++) {
    const MappedArray& array = *server.arrays[i];
    const char* name = server.parameters[i].name;
    if (!array.mapped() || !array.near(address)) continue;
    long bytes = long(server.parameters[i].bytes);
    long from_start = address - array.address();
    if (from_start < 0) {
      snprintf(text, size, "array '%s' is accessed before its start, near index %ld", name,
               (from_start - bytes + 1) / bytes);
    } else if (size_t(from_start) >= array.bytes()) {
      snprintf(text, size, "array '%s' has %zu elements and is accessed near index %ld", name,
               array.bytes() / size_t(bytes), from_start / bytes);
    } else if (server.parameters[i].kind == Kind::IN) {
      snprintf(text, size, "array '%s' is an input and is written at index %ld", name,
               from_start / bytes);
    } else {
      snprintf(text, size, "the file behind array '%s' has become shorter", name);
    }
    return;
  }
}

const char* kind_name(Kind kind) {
  switch (kind) {
    case Kind::IN: return "in";
    case Kind::OUT: return "out";
    case Kind::INOUT: return "inout";
    default: return "scalar";
  }
}

void answer_ready() {
  JsonList parameters;
  for (const Parameter& parameter : server.parameters) {
    parameters.add(format("{\"name\":%s,\"kind\":\"%s\",\"bytes\":%u}", quoted(parameter.name).c_str(),
                          kind_name(parameter.kind), parameter.bytes));
  }
  answer(format("{\"status\":\"ready\",\"protocol\":%d,\"kernel\":%s,\"parameters\":%s}\n", PROTOCOL,
                quoted(server.kernel).c_str(), parameters.text().c_str())
             .c_str());
}

/// Answers an empty error as success.
void answer_outcome(const std::string& error) {
  answer(error.empty() ? "{\"status\":\"ok\"}\n"
                       : format("{\"status\":\"error\",\"message\":%s}\n", quoted(error).c_str()).c_str());
}

/// The words of a line; the last of at most `most` holds the rest of it, blanks included.
std::vector<std::string> words(const std::string& line, size_t most) {
  std::vector<std::string> found;
  size_t at = line.find_first_not_of(' ');
  while (at != std::string::npos) {
    size_t end = found.size() + 1 == most ? line.size() : line.find(' ', at);
    if (end == std::string::npos) end = line.size();
    found.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(' ', end);
  }
  return found;
}

bool parse(const std::string& word, int radix, unsigned long long& value) {
  char* end = nullptr;
  errno = 0;
  value = strtoull(word.c_str(), &end, radix);
  return isxdigit(static_cast<unsigned char>(word[0])) && *end == 0 && errno == 0;
}

/// Carries out `map`; an error text or none.
std::string map_array(const std::string& line) {
  std::vector<std::string> arguments = words(line, 5);
  unsigned long long offset = 0;
  unsigned long long bytes = 0;
  if (arguments.size() != 5 || !parse(arguments[2], 10, offset) || !parse(arguments[3], 10, bytes)) {
    return "expected: map NAME OFFSET BYTES PATH";
  }
  for (size_t i = 0; i < server.parameters.size(); i++) {
    const Parameter& parameter = server.parameters[i];
    if (parameter.kind == Kind::SCALAR || arguments[1] != parameter.name) continue;
    if (offset % parameter.bytes != 0 || bytes % parameter.bytes != 0) {
      return format("array '%s' has elements of %u bytes; offset and length have to be multiples of that",
                    parameter.name, parameter.bytes);
    }
    return server.arrays[i]->map(arguments[4].c_str(), offset, bytes,
                                 parameter.kind == Kind::IN ? Access::READ : Access::WRITE);
  }
  return format("kernel '%s' has no array '%s'", server.kernel, arguments[1].c_str());
}

/// Reads the arguments of `run`; an error text or none.
std::string read_arguments(const std::string& line, std::vector<Arguments::Argument>& arguments) {
  std::vector<std::string> scalars = words(line, std::string::npos);
  size_t used = 1;
  for (size_t i = 0; i < server.parameters.size(); i++) {
    const Parameter& parameter = server.parameters[i];
    Arguments::Argument argument = {};
    if (parameter.kind != Kind::SCALAR) {
      if (!server.arrays[i]->mapped()) {
        return format("array '%s' is not mapped", parameter.name);
      }
      argument.address = server.arrays[i]->address();
      argument.bytes = server.arrays[i]->bytes();
    } else if (used == scalars.size()) {
      return format("no value for scalar '%s'", parameter.name);
    } else if (!parse(scalars[used++], 16, argument.bits)) {
      return format("'%s' for scalar '%s' is not hexadecimal", scalars[used - 1].c_str(), parameter.name);
    }
    arguments.push_back(argument);
  }
  return used == scalars.size() ? "" : "more values than scalars";
}

unsigned long long now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<unsigned long long>(time.tv_sec) * 1000000000ull +
         static_cast<unsigned long long>(time.tv_nsec);
}

void call_kernel(void* arguments) {
  server.call(Arguments(static_cast<Arguments::Argument*>(arguments)));
}

void run(const std::string& line) {
  std::vector<Arguments::Argument> arguments;
  std::string error = read_arguments(line, arguments);
  if (!error.empty()) {
    answer_outcome(error);
    return;
  }
  unsigned long long start = now();
  on_large_stack(call_kernel, arguments.data());
  unsigned long long nanoseconds = now() - start;
  conclude();
  std::string figures = server.figures == nullptr ? "" : format(",\"figures\":%s", server.figures());
  answer(format("{\"status\":\"ok\",\"nanoseconds\":%llu,\"warnings\":%s%s}\n", nanoseconds,
                take_warnings().c_str(), figures.c_str())
             .c_str());
}

void carry_out(const std::string& line) {
  std::string command = line.substr(0, line.find(' '));
  if (command == "map") {
    answer_outcome(map_array(line));
  } else if (command == "run") {
    run(line);
  } else {
    answer_outcome(format("unknown command '%s'", command.c_str()));
  }
}

/// What the kernel or the vendor's headers print must not get between the answers.
void take_standard_output() {
  fflush(stdout);
  answer_fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(STDERR_FILENO, STDOUT_FILENO);
}

}  // namespace

int serve(const char* kernel, std::initializer_list<Parameter> parameters,
          void (*call)(const Arguments&), const char* (*figures)()) {
  server.kernel = kernel;
  server.parameters = parameters;
  server.call = call;
  server.figures = figures;
  for (size_t i = 0; i < server.parameters.size(); i++) {
    server.arrays.emplace_back(new MappedArray());
  }
  take_standard_output();
  rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  answer_signals(explain_address);
  die_with_parent();
  answer_ready();

  char* line = nullptr;
  size_t capacity = 0;
  for (;;) {
    ssize_t length = getline(&line, &capacity, stdin);
    if (length < 0) break;
    std::string command(line, size_t(length));
    while (!command.empty() && isspace(static_cast<unsigned char>(command.back()))) command.pop_back();
    if (command == "quit") break;
    carry_out(command);
  }
  free(line);
  return EXIT_DONE;
}

}  // namespace gatesmith
