#include "gatesmith_deadlock.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <string>

#include "gatesmith_answer.h"
#include "gatesmith_json.h"

namespace gatesmith {

namespace {

// Values a FIFO may grow to in the search for a depth that helps: an eighth of the on-chip memory
// of the largest board at one byte each; no design that needs more is sound.
const unsigned long long MAX_DEPTH = 1 << 22;

typedef std::vector<Process*> Processes;

/// A FIFO that had to hold more than its depth. FIFOs of one name share the entry, so that those of
/// a region that is called again do.
struct Growth {
  std::string fifo;
  unsigned declared;
  unsigned long long needed;
};

/// The first deadlock of the run, as JSON members and as text.
struct Deadlock {
  bool found = false;
  std::string members;
  std::string text;
  std::vector<Growth> growths;
};

Deadlock deadlock;

std::string label(const Process* process) {
  if (process->region == nullptr) return "";
  std::string outer = label(process->region->opener);
  return (outer.empty() ? "" : outer + "/") + process->name;
}

const char* outermost_region(const Process* process) {
  while (process->region->opener->region != nullptr) process = process->region->opener;
  return process->region->name;
}

bool mentions(const char* call, const char* name) {
  size_t length = strlen(name);
  for (const char* at = strstr(call, name); at != nullptr; at = strstr(at + 1, name)) {
    bool starts = at == call || !(isalnum(at[-1]) || at[-1] == '_');
    bool ends = !(isalnum(at[length]) || at[length] == '_');
    if (starts && ends) return true;
  }
  return false;
}

/// The live process at the end of `channel` that `id` used last. If none has used it yet, the
/// oldest other process whose call names the FIFO.
Process* at_end(const Channel& channel, unsigned long long id, const Process* self,
                const Processes& live) {
  for (Process* process : live) {
    if (process->id == id) return process;
  }
  for (Process* process : live) {
    if (!within(self, process) && !within(process, self) && mentions(process->call, channel.name)) {
      return process;
    }
  }
  return nullptr;
}

Process* other_end(const Process* process, const Processes& live) {
  const Channel& channel = *process->channel;
  return at_end(channel,
                process->activity == Activity::READING ? channel.writer_id : channel.reader_id,
                process, live);
}

/// The live processes whose progress `process` needs.
Processes awaited(const Process* process, const Processes& live) {
  Processes found;
  for (Process* other : live) {
    bool needed = false;
    switch (process->activity) {
      case Activity::READING:
      case Activity::WRITING:
        needed = other == other_end(process, live);
        break;
      case Activity::JOINING:
        needed = other->region == process->joined;
        break;
      case Activity::NOT_STARTED:
        needed = other->region == process->region && mentions(process->after, other->name);
        break;
      default:
        break;
    }
    if (needed) found.push_back(other);
  }
  return found;
}

/// Extends `path` to the first cycle reached from its last process; whether there is one.
bool find_cycle(Processes& path, const Processes& live, Processes& visited) {
  for (Process* next : awaited(path.back(), live)) {
    for (size_t i = 0; i < path.size(); i++) {
      if (path[i] == next) {
        path.erase(path.begin(), path.begin() + long(i));
        return true;
      }
    }
    bool seen = false;
    for (Process* process : visited) seen |= process == next;
    if (seen) continue;
    visited.push_back(next);
    path.push_back(next);
    if (find_cycle(path, live, visited)) return true;
    path.pop_back();
  }
  return false;
}

Processes find_cycle(const Processes& live) {
  Processes visited;
  for (Process* process : live) {
    Processes path(1, process);
    if (find_cycle(path, live, visited)) return path;
  }
  return Processes();
}

/// The smallest FIFO one of `processes` waits to write; null if none waits for that.
Channel* smallest_full(const Processes& processes) {
  Channel* smallest = nullptr;
  for (Process* process : processes) {
    if (process->activity != Activity::WRITING) continue;
    if (smallest == nullptr || process->channel->depth < smallest->depth) {
      smallest = process->channel;
    }
  }
  return smallest;
}

std::string other_text(const Process* process, const Processes& live) {
  const Channel& channel = *process->channel;
  bool reading = process->activity == Activity::READING;
  Process* other = other_end(process, live);
  const char* verb = reading ? "writes" : "reads";
  if (other != nullptr) return format("%s %s it", label(other).c_str(), verb);
  const char* ended = reading ? channel.writer_name : channel.reader_name;
  if (ended == nullptr) return format("no process %s it", verb);
  return format("%s, which %s it, has ended after %llu values", ended, reading ? "wrote" : "read",
                reading ? channel.written_count : channel.read_count);
}

std::string wait_text(const Process* process, const Processes& live) {
  const Channel* channel = process->channel;
  switch (process->activity) {
    case Activity::READING:
      return format("waits to read FIFO '%s' (empty, depth %llu); %s", channel->name, channel->depth,
                    other_text(process, live).c_str());
    case Activity::WRITING:
      return format("waits to write FIFO '%s' (full, %llu of %llu); %s", channel->name,
                    channel->fill(), channel->depth, other_text(process, live).c_str());
    case Activity::JOINING:
      return format("waits for its region '%s' to end", process->joined->name);
    case Activity::NOT_STARTED:
      return format("has not started; it comes after %s", process->after);
    default:
      return "runs";
  }
}

std::string wait_json(const Process* process, const Processes& live) {
  std::string name = quoted(label(process));
  const Channel* channel = process->channel;
  switch (process->activity) {
    case Activity::READING:
    case Activity::WRITING: {
      Process* other = other_end(process, live);
      return format("{\"name\":%s,\"waits\":\"%s\",\"fifo\":%s,\"fill\":%llu,\"depth\":%llu,\"other\":%s}",
                    name.c_str(), process->activity == Activity::READING ? "read" : "write",
                    quoted(channel->name).c_str(), channel->fill(), channel->depth,
                    other != nullptr ? quoted(label(other)).c_str() : "null");
    }
    case Activity::JOINING:
      return format("{\"name\":%s,\"waits\":\"region\",\"region\":%s}", name.c_str(),
                    quoted(process->joined->name).c_str());
    case Activity::NOT_STARTED:
      return format("{\"name\":%s,\"waits\":\"start\",\"after\":%s}", name.c_str(),
                    quoted(process->after).c_str());
    default:
      return format("{\"name\":%s,\"waits\":\"poll\"}", name.c_str());
  }
}

/// Notes the state of the live processes as the deadlock to report.
void note(const Processes& live, const Processes& cycle, const std::string& headline) {
  deadlock.found = true;
  deadlock.text = headline;
  JsonList processes;
  for (Process* process : live) {
    processes.add(wait_json(process, live));
    deadlock.text += format("\n  %s %s", label(process).c_str(), wait_text(process, live).c_str());
  }
  JsonList names;
  std::string path;
  for (Process* process : cycle) {
    names.add(quoted(label(process)));
    path += label(process) + " -> ";
  }
  if (!cycle.empty()) deadlock.text += "\ncycle: " + path + label(cycle.front());
  deadlock.members = format("\"region\":%s,\"processes\":%s,\"cycle\":%s",
                            quoted(outermost_region(live.front())).c_str(),
                            processes.text().c_str(), names.text().c_str());
}

[[noreturn]] void report(bool resolved, const std::string& conclusion) {
  JsonList fix;
  for (const Growth& growth : deadlock.growths) {
    if (resolved) {
      fix.add(format("{\"fifo\":%s,\"declared\":%u,\"needed\":%llu}", quoted(growth.fifo).c_str(),
                     growth.declared, growth.needed));
    }
  }
  std::string text = deadlock.text + "\n" + conclusion;
  answer(format("{\"status\":\"deadlock\",%s,\"resolved\":%s,\"fix\":%s,\"text\":%s}\n",
                deadlock.members.c_str(), resolved ? "true" : "false", fix.text().c_str(),
                quoted(text).c_str())
             .c_str());
  fprintf(stderr, "%s\n", text.c_str());
  _exit(EXIT_DEADLOCK);
}

Growth& growth_of(const Channel& channel) {
  for (Growth& growth : deadlock.growths) {
    if (growth.fifo == channel.name) return growth;
  }
  deadlock.growths.push_back(Growth{channel.name, channel.declared_depth, 0});
  return deadlock.growths.back();
}

void grow(Channel& channel) {
  Growth& growth = growth_of(channel);
  unsigned long long more = channel.depth + 1;
  // Called again, the region need not repeat the search.
  channel.depth = growth.needed > more ? growth.needed : more;
  growth.needed = channel.depth;
}

}  // namespace

void break_deadlock(const Processes& live, void (*make_ready)(Process*)) {
  Processes cycle = find_cycle(live);
  if (!deadlock.found) {
    note(live, cycle, format("deadlock in dataflow region '%s': every process waits",
                             outermost_region(live.front())));
  }
  Channel* channel = smallest_full(cycle);
  if (channel == nullptr) channel = smallest_full(live);
  if (channel == nullptr) {
    report(false, deadlock.growths.empty()
                      ? "no FIFO depth helps: no process waits to write"
                      : "no FIFO depth helps: with deeper FIFOs too, in the end no process waits to "
                        "write");
  }
  if (channel->depth >= MAX_DEPTH) {
    report(false, format("no FIFO depth up to %llu helps; FIFO '%s' only ever fills", MAX_DEPTH,
                         channel->name));
  }
  grow(*channel);
  make_ready(channel->blocked_writer);
  channel->blocked_writer = nullptr;
}

void report_endless_poll(const Process* process, const Channel& channel, const Processes& live) {
  note(live, Processes(),
       format("dataflow region '%s' makes no progress: process '%s' asks FIFO '%s' again and again",
              outermost_region(process), label(process).c_str(), channel.name));
  report(false, "no other process can run, so that the answer never changes");
}

void conclude() {
  if (!deadlock.found) return;
  std::string depths;
  for (const Growth& growth : deadlock.growths) {
    depths += format("%s%s %llu (declared %u)", depths.empty() ? "" : ", ", growth.fifo.c_str(),
                     growth.needed, growth.declared);
  }
  report(true, "smallest depths with which it completes: " + depths);
}

}  // namespace gatesmith
