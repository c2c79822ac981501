#include "gatesmith_dataflow.h"

#include <stdio.h>
#include <string.h>

#include <string>
#include <vector>

#include "gatesmith_answer.h"
#include "gatesmith_deadlock.h"
#include "gatesmith_fibre.h"

namespace gatesmith {

unsigned long long running_id = 0;
const char* in_order_process = nullptr;

namespace {

// A process that asks a FIFO again and again whether it is ready, while nothing else can run, is
// given this many tries before it counts as stuck.
const unsigned long long MAX_IDLE_POLLS = 20000000;

/// What runs outside of dataflow.
struct Outside : Process {
  Outside() { activity = Activity::READY; }
  void run() override {}
};

Outside outside;
Process* running = &outside;
Region* open_region = nullptr;  // whose processes are being declared
unsigned long long last_id = 0;
unsigned long long idle_polls = 0;

Process* first_ready = nullptr;
Process* last_ready = nullptr;
std::vector<Process*> live;  // all processes that have not ended, oldest first
std::vector<Fibre*> idle_fibres;

void make_ready(Process* process) {
  process->activity = Activity::READY;
  process->channel = nullptr;
  process->next_ready = nullptr;
  (first_ready == nullptr ? first_ready : last_ready->next_ready) = process;
  last_ready = process;
}

Process* take_ready() {
  Process* process = first_ready;
  first_ready = process->next_ready;
  return process;
}

void run_processes();

/// Gives the processor to the next ready process. Returns when the calling process is continued.
void give_way() {
  while (first_ready == nullptr) break_deadlock(live, make_ready);
  running = take_ready();
  running_id = running->id;
  if (running->fibre == nullptr) {
    if (idle_fibres.empty()) idle_fibres.push_back(new_fibre(run_processes));
    running->fibre = idle_fibres.back();
    idle_fibres.pop_back();
  }
  switch_to(running->fibre);
}

void wait_as(Activity activity, Channel* channel) {
  running->activity = activity;
  running->channel = channel;
  running->fibre = current_fibre();
  give_way();
}

/// Calls `visit` with every name in a list such as "(load, blur)".
template <class Visit>
void for_each_name(const char* list, const Visit& visit) {
  const char* separators = "(), ";
  for (list += strspn(list, separators); *list != 0; list += strspn(list, separators)) {
    size_t length = strcspn(list, separators);
    visit(std::string(list, length));
    list += length;
  }
}

Process* find_in(const Region* region, const std::string& name) {
  Process* process = region->first;
  while (process != nullptr && name != process->name) process = process->next_in_region;
  return process;
}

bool may_start(const Process* process) {
  bool ended = true;
  for_each_name(process->after, [&](const std::string& name) {
    ended &= find_in(process->region, name)->activity == Activity::ENDED;
  });
  return ended;
}

void start_processes(Region* region) {
  for (Process* p = region->first; p != nullptr; p = p->next_in_region) {
    if (p->activity == Activity::NOT_STARTED && may_start(p)) make_ready(p);
  }
}

void forget(const Process* process) {
  for (size_t i = 0; i < live.size(); i++) {
    if (live[i] == process) live.erase(live.begin() + long(i));
  }
}

void end_running() {
  Region* region = running->region;
  running->activity = Activity::ENDED;
  forget(running);
  idle_polls = 0;
  if (--region->live == 0) {
    make_ready(region->opener);
  } else {
    start_processes(region);
  }
  idle_fibres.push_back(current_fibre());
  give_way();
}

/// What every fibre does: run the process it was given, then wait for the next.
void run_processes() {
  for (;;) {
    running->run();
    end_running();
  }
}

Process* find_live(unsigned long long id) {
  for (Process* process : live) {
    if (process->id == id) return process;
  }
  return nullptr;
}

/// Makes the running process one end of a FIFO. A FIFO has one writer and one reader; another
/// process may follow when the first has ended, or hand its end to a process of its own region.
void attach(const Channel& channel, const char* end, unsigned long long& id, const char*& name) {
  const Process* other = find_live(id);
  if (other != nullptr && !within(running, other)) {
    fault("FIFO '%s' has two %ss, the processes '%s' and '%s'; it can have one", channel.name, end,
          other->name, running->name);
  }
  id = running_id;
  name = running->name;
}

/// Lets the others run after a poll that failed.
void poll_failed(const Channel& channel) {
  if (running_id == 0) return;
  if (++idle_polls > MAX_IDLE_POLLS) report_endless_poll(running, channel, live);
  if (first_ready == nullptr) return;
  make_ready(running);
  give_way();
}

}  // namespace

bool within(const Process* process, const Process* ancestor) {
  for (; process->region != nullptr; process = process->region->opener) {
    if (process == ancestor) return true;
  }
  return false;
}

Region::Region(const char* region_name) : name(region_name), opener(running) {
  open_region = this;
}

void Region::append(Process* process, const char* process_name, const char* after,
                    const char* call) {
  process->name = process_name;
  process->after = after;
  process->call = call;
  process->id = ++last_id;
  process->region = this;
  if (find_in(this, process_name) != nullptr) {
    fault("region '%s' has two processes named '%s'", name, process_name);
  }
  for_each_name(after, [&](const std::string& needed) {
    if (find_in(this, needed) == nullptr) {
      fault("process '%s' comes after '%s', which no process before it is named", process_name,
            needed.c_str());
    }
  });
  Process** end = &first;
  for (; *end != nullptr; end = &(*end)->next_in_region) {
  }
  *end = process;
  live++;
  gatesmith::live.push_back(process);
}

Region::~Region() {
  open_region = nullptr;
  if (live > 0) {
    start_processes(this);
    running->joined = this;
    wait_as(Activity::JOINING, nullptr);
  }
  while (first != nullptr) {
    Process* process = first;
    first = process->next_in_region;
    delete process;
  }
}

Channel::Channel(const char* fifo_name, unsigned fifo_depth)
    : name(fifo_name), declared_depth(fifo_depth), depth(fifo_depth) {
  if (open_region != nullptr) {
    fault("FIFO '%s' is declared after GS_DATAFLOW(%s); it has to stand before it", fifo_name,
          open_region->name);
  }
}

Channel::~Channel() {
  if (fill() != 0) {
    warn("FIFO '%s' still holds %llu of the %llu values written to it", name, fill(),
         written_count);
  }
}

void Channel::await_value() {
  if (reader_id != running_id) attach(*this, "reader", reader_id, reader_name);
  if (running_id == 0 && written_count == read_count) {
    fault("FIFO '%s' is read while it is empty, outside of dataflow; %llu values were written to it",
          name, written_count);
  }
  while (written_count == read_count) {
    blocked_reader = running;
    wait_as(Activity::READING, this);
  }
}

unsigned long long Channel::await_room() {
  if (writer_id != running_id) attach(*this, "writer", writer_id, writer_name);
  while (full()) {
    blocked_writer = running;
    wait_as(Activity::WRITING, this);
  }
  return running_id == 0 ? ~0ull : depth;
}

bool Channel::poll_value() {
  if (written_count == read_count) poll_failed(*this);
  if (written_count == read_count) return false;
  idle_polls = 0;
  return true;
}

bool Channel::poll_room() {
  if (full()) poll_failed(*this);
  if (full()) return false;
  idle_polls = 0;
  return true;
}

void Channel::wake(Process*& process) {
  make_ready(process);
  process = nullptr;
  idle_polls = 0;
}

namespace {

void (*large_body)(void*) = nullptr;
void* large_argument = nullptr;
Fibre* caller = nullptr;

void run_large_bodies() {
  for (;;) {
    large_body(large_argument);
    switch_to(caller);
  }
}

}  // namespace

void on_large_stack(void (*body)(void*), void* argument) {
  static Fibre* fibre = new_fibre(run_large_bodies);
  large_body = body;
  large_argument = argument;
  caller = current_fibre();
  switch_to(fibre);
}

void name_running_process(char* text, unsigned long size) {
  const Process* chain[16];
  int depth = 0;
  for (const Process* p = running; p->region != nullptr && depth < 16; p = p->region->opener) {
    chain[depth++] = p;
  }
  text[0] = 0;
  while (depth > 0) {
    const Process* process = chain[--depth];
    strncat(text, process->name, size - strlen(text) - 1);
    if (depth > 0) strncat(text, "/", size - strlen(text) - 1);
  }
  if (text[0] == 0 && in_order_process != nullptr) strncat(text, in_order_process, size - 1);
}

}  // namespace gatesmith
