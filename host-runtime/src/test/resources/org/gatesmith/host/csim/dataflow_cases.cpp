// Dataflow regions, right and wrong ones, behind the server a simulated kernel has; the scalar
// `which` chooses one.
#ifdef GATESMITH_CSIM
#include "gatesmith_csim.h"
#else
#define GS_DATAFLOW(name)
#define GS_PROCESS(name, after, ...) __VA_ARGS__
#endif

#include <ap_int.h>
#include <hls_stream.h>
#include <stdio.h>
#include <stdlib.h>

#include "gatesmith_server.h"

typedef ap_int<32> word;
typedef hls::stream<word, 2> fifo;

static void load(const word* from, fifo& to, int n) {
  for (int i = 0; i < n; i++) to.write(from[i]);
}
static void scale(fifo& from, fifo& to, int n) {
  for (int i = 0; i < n; i++) to.write(from.read() * 3);
}
static void store(fifo& from, word* to, int n) {
  for (int i = 0; i < n; i++) to[i] = from.read();
}

static void pipeline(const word* a, word* b, int n) {
#pragma HLS dataflow
  fifo loaded("loaded");
  fifo scaled("scaled");
  GS_DATAFLOW(pipeline);
  GS_PROCESS(load, (), load(a, loaded, n));
  GS_PROCESS(scale, (), scale(loaded, scaled, n));
  GS_PROCESS(store, (), store(scaled, b, n));
}

static void nested(const word* a, word* b, int n) {
  fifo loaded("loaded");
  word copy[64];
  GS_DATAFLOW(nested);
  GS_PROCESS(load, (), load(a, loaded, n));
  GS_PROCESS(copy, (), {
    fifo inner("inner");
    GS_DATAFLOW(copy);
    GS_PROCESS(first, (), scale(loaded, inner, n));
    GS_PROCESS(second, (), store(inner, copy, n));
  });
  GS_PROCESS(result, (copy), pipeline(copy, b, n));
}

static void repeated(const word* a, word* b, int n) {
  for (int i = 0; i < n; i++) pipeline(a + i, b + i, 1);
}

static void fill(const word* a, word* buffer, int n) {
  for (int i = 0; i < n; i++) buffer[i] = a[i] + 1;
}

/// Declares the readers of an array first in line, but after its writer.
static void ordered(const word* a, word* b, int n) {
  word even[64], odd[64];
  fifo sums("sums");
  GS_DATAFLOW(ordered);
  GS_PROCESS(store, (), store(sums, b, n));
  GS_PROCESS(fill_even, (), fill(a, even, n));
  GS_PROCESS(fill_odd, (fill_even), fill(even, odd, n));
  GS_PROCESS(sum, (fill_even, fill_odd), {
    for (int i = 0; i < n; i++) sums.write(even[i] + odd[i]);
  });
}

static void split(const word* a, fifo& left, fifo& right, int n) {
  for (int i = 0; i < n; i++) left.write(a[i]);
  for (int i = 0; i < n; i++) right.write(a[i]);
}
static void join(fifo& left, fifo& right, word* b, int n) {
  for (int i = 0; i < n; i++) {
    word from_right = right.read();
    b[i] = from_right - left.read();
  }
}

/// Works with `left` as deep as n.
static void reconvergent(const word* a, word* b, int n) {
  fifo left("left");
  fifo right("right");
  GS_DATAFLOW(reconvergent);
  GS_PROCESS(split, (), split(a, left, right, n));
  GS_PROCESS(join, (), join(left, right, b, n));
}

static void reconvergent_twice(const word* a, word* b, int n) {
  reconvergent(a, b, n / 2);
  reconvergent(a, b, n);
}

static void pass(fifo& from, fifo& to, int n) {
  for (int i = 0; i < n; i++) to.write(from.read());
}

static void ring(const word*, word*, int n) {
  fifo there("there");
  fifo back("back");
  GS_DATAFLOW(ring);
  GS_PROCESS(ping, (), pass(back, there, n));
  GS_PROCESS(pong, (), pass(there, back, n));
}

static void nested_ring(const word* a, word* b, int n) {
  fifo there("there");
  fifo back("back");
  GS_DATAFLOW(outer);
  GS_PROCESS(near, (), {
    fifo inner("inner");
    GS_DATAFLOW(near);
    GS_PROCESS(enter, (), pass(back, inner, n));
    GS_PROCESS(leave, (), pass(inner, there, n));
  });
  GS_PROCESS(far, (), pass(there, back, n));
  GS_PROCESS(last, (far), pipeline(a, b, n));
}

static void too_few(const word* a, word* b, int n) {
  fifo loaded("loaded");
  GS_DATAFLOW(too_few);
  GS_PROCESS(load, (), load(a, loaded, n - 1));
  GS_PROCESS(store, (), store(loaded, b, n));
}

static void too_many(const word* a, word* b, int n) {
  fifo loaded("loaded");
  GS_DATAFLOW(too_many);
  GS_PROCESS(load, (), {
    load(a, loaded, n);
    loaded.write(0);
  });
  GS_PROCESS(store, (), store(loaded, b, n));
}

static void two_readers(const word* a, word* b, int n) {
  fifo loaded("loaded");
  GS_DATAFLOW(two_readers);
  GS_PROCESS(load, (), load(a, loaded, n));
  GS_PROCESS(one, (), store(loaded, b, n / 2));
  GS_PROCESS(two, (), store(loaded, b, n / 2));
}

static void late_fifo(const word* a, word* b, int n) {
  GS_DATAFLOW(late_fifo);
  fifo loaded("loaded");
  GS_PROCESS(load, (), load(a, loaded, n));
  GS_PROCESS(store, (), store(loaded, b, n));
}

static void unknown_process(const word* a, word* b, int n) {
  GS_DATAFLOW(unknown_process);
  GS_PROCESS(first, (second), fill(a, b, n));
}

/// Takes from whichever FIFO has something, with polls only.
static void merge(fifo& left, fifo& right, word* b, int n) {
  int taken = 0;
  while (taken < n) {
    word value;
    if (left.read_nb(value)) b[taken++] = value;
    if (!right.empty()) b[taken++] = right.read();
  }
}
static void offer(const word* a, fifo& to, int n) {
  for (int i = 0; i < n;) {
    if (to.write_nb(a[i])) i++;
  }
}

static void polling(const word* a, word* b, int n) {
  fifo left("left");
  fifo right("right");
  GS_DATAFLOW(polling);
  GS_PROCESS(merge, (), merge(left, right, b, n));
  GS_PROCESS(offer_left, (), offer(a, left, n / 2));
  GS_PROCESS(offer_right, (), offer(a, right, n / 2));
}

static void endless_poll(const word*, word*, int) {
  fifo never("never");
  GS_DATAFLOW(endless_poll);
  GS_PROCESS(watch, (), {
    while (never.empty()) {
    }
  });
}

static void queue(const word* a, word* b, int n) {
  fifo values("values");
  load(a, values, n);
  store(values, b, n);
}

static void read_of_empty_queue(const word* a, word* b, int n) {
  fifo values("values");
  load(a, values, n);
  store(values, b, n + 1);
}

static void printing(const word* a, word* b, int n) {
  printf("{\"status\":\"ok\"}\n");
  pipeline(a, b, n);
}

// ---- what hardware cannot do; each happens in the process `wrong`

static int recurse(volatile char* depth) {
  volatile char frame[100000];
  frame[0] = char(*depth | 1);
  return *depth == 0 ? 0 : recurse(frame) + frame[0];
}

static void wrong(const word* a, word* b, int n, int which) {
  volatile int zero = 0;
  volatile char start = 1;
  switch (which) {
    case 0: *reinterpret_cast<volatile int*>(8) = n; break;
    case 1: b[0] = n / zero; break;
    case 2: b[0] = word(n) / word(zero); break;
    case 3: b[0] = (ap_int<200>(n) / ap_int<200>(zero)).to_int(); break;
    case 4: abort();
    case 5: b[0] = recurse(&start); break;
    case 6: b[n] = 1; break;
    case 7: b[0] = a[-1 - zero]; break;
    case 8: const_cast<word*>(a)[2] = 1; break;
    case 9:
      b[0] = 7;  // tells the test that the loop has begun
      while (zero == 0) {
      }
  }
}

static void wrong_region(const word* a, word* b, int n, int which) {
  fifo loaded("loaded");
  GS_DATAFLOW(wrong_region);
  GS_PROCESS(load, (), load(a, loaded, 1));
  GS_PROCESS(wrong, (), wrong(a, b, n, which));
  GS_PROCESS(store, (wrong), store(loaded, b, 1));
}

static void call(const gatesmith::Arguments& arguments) {
  typedef void (*Case)(const word*, word*, int);
  const Case cases[] = {pipeline,   nested,      repeated, ordered,       reconvergent,
                        reconvergent_twice, ring, nested_ring, too_few, too_many,
                        two_readers, late_fifo,  unknown_process, polling, endless_poll,
                        queue, read_of_empty_queue, printing};
  const word* a = arguments.array<word>(0);
  word* b = arguments.array<word>(1);
  int n = arguments.scalar<int>(2);
  int which = arguments.scalar<ap_int<12> >(3);
  int count = sizeof cases / sizeof cases[0];
  which < count ? cases[which](a, b, n) : wrong_region(a, b, n, which - count);
}

int main() {
  return gatesmith::serve("cases",
                          {gatesmith::input<word>("a"), gatesmith::output<word>("b"),
                           gatesmith::scalar<int>("n"), gatesmith::scalar<ap_int<12> >("which")},
                          call);
}
