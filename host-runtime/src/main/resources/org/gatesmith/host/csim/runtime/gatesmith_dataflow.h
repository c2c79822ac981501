// Concurrent dataflow: every process is a fibre with a stack of its own on one thread, and gives
// the processor away when a FIFO makes it wait. One thread makes a run repeatable to the last
// detail, and a switch costs some ten nanoseconds, where a thread costs microseconds.
#ifndef GATESMITH_DATAFLOW_H
#define GATESMITH_DATAFLOW_H

namespace gatesmith {

class Channel;
class Region;
struct Fibre;

/// Number of the process that runs, never used twice; 0 outside of dataflow.
extern unsigned long long running_id;

/// What a process waits for, or does.
enum class Activity { NOT_STARTED, READY, READING, WRITING, JOINING, ENDED };

/// One process of a dataflow region.
class Process {
 public:
  virtual ~Process() {}

  const char* name = "";
  /// The names in GS_PROCESS's second argument, in parentheses.
  const char* after = "()";
  /// The call as written: names the FIFOs the process uses.
  const char* call = "";
  unsigned long long id = 0;
  Activity activity = Activity::NOT_STARTED;
  /// The FIFO it waits for while READING or WRITING.
  Channel* channel = nullptr;
  /// The region it belongs to; null for what runs outside of dataflow.
  Region* region = nullptr;
  /// The region whose end it waits for while JOINING.
  Region* joined = nullptr;
  Process* next_in_region = nullptr;
  Process* next_ready = nullptr;
  Fibre* fibre = nullptr;

  virtual void run() = 0;
};

/// The processes of one call of a dataflow function. They run in the destructor.
class Region {
 public:
  explicit Region(const char* region_name);
  ~Region();
  Region(const Region&) = delete;

  template <class Body>
  void add(const char* process_name, const char* after, const char* call, const Body& body) {
    struct Call : Process {
      Body body_;
      explicit Call(const Body& b) : body_(b) {}
      void run() override { body_(); }
    };
    append(new Call(body), process_name, after, call);
  }

  const char* name;
  /// The process that called the dataflow function.
  Process* opener;
  Process* first = nullptr;
  int live = 0;

 private:
  void append(Process* process, const char* process_name, const char* after, const char* call);
};

/// A FIFO as the scheduler sees it. Inside a process it is bounded by its depth and a process that
/// finds it full or empty waits. Outside of dataflow it is a queue without bound, and reading
/// it when empty is a fault.
class Channel {
 public:
  const char* name;
  const unsigned declared_depth;
  /// Values it may hold inside dataflow; more than declared once a deadlock had it grown.
  unsigned long long depth;
  unsigned long long written_count = 0;
  unsigned long long read_count = 0;
  /// Who writes and who reads, by number and name; kept when the process has ended.
  unsigned long long writer_id = 0;
  unsigned long long reader_id = 0;
  const char* writer_name = nullptr;
  const char* reader_name = nullptr;
  Process* blocked_writer = nullptr;
  Process* blocked_reader = nullptr;

  unsigned long long fill() const { return written_count - read_count; }

 protected:
  Channel(const char* fifo_name, unsigned fifo_depth);
  ~Channel();
  Channel(const Channel&) = delete;

  bool ready_to_read() const { return reader_id == running_id && written_count != read_count; }

  /// Makes the running process the reader and waits until there is a value.
  void await_value();
  /// Makes the running process the writer and waits until there is room; the number of values the
  /// FIFO may hold then.
  unsigned long long await_room();

  void value_written() {
    if (blocked_reader != nullptr) wake(blocked_reader);
  }
  void value_read() {
    if (blocked_writer != nullptr) wake(blocked_writer);
  }

  /// Whether there is a value; if not, others run first, so that a process may poll.
  bool poll_value();
  bool poll_room();

 private:
  static void wake(Process*& process);
  bool full() const { return running_id != 0 && fill() >= depth; }
};

/// Whether `process` is `ancestor`, or belongs to a region that `ancestor` opened.
bool within(const Process* process, const Process* ancestor);

/// Runs `body` on a stack as large as a kernel's local arrays may need.
void on_large_stack(void (*body)(void*), void* argument);

/// Ends the program with a deadlock answer, if a region deadlocked since the start.
void conclude();

}  // namespace gatesmith

#endif
