// Computes what the lines on standard input ask for, so that a test can compare it with exact
// arithmetic. A line is "PAIR COUNT HI LO A B": the number of a type pair below, a shift count, two
// bit numbers of A, and the operands in decimal. The answer is one line of decimal results.
#define AP_INT_MAX_W 2048
#include <ap_int.h>

#include <iostream>
#include <string>

static void print(bool value) { std::cout << ' ' << value; }
template <int W, bool S>
static void print(const ap_int_base<W, S>& value) {
  std::cout << ' ' << value.to_string(10);
}

template <class A, class B>
static void answer(int count, int hi, int lo, const std::string& x, const std::string& y) {
  A a(x.c_str(), 10);
  B b(y.c_str(), 10);
  print(a + b);
  print(a - b);
  print(a * b);
  print(a & b);
  print(a | b);
  print(a ^ b);
  print(-a);
  print(~a);
  print(a << count);
  print(a >> count);
  print(a == b);
  print(a < b);
  print(a <= b);
  print(a / b);
  print(a % b);
  A c = a;
  c += b;
  print(c);
  c *= b;
  print(c);
  print(A(b));
  print(B(a));
  print(ap_int<37>(a));
  print(ap_uint<150>(a));
  print(a.range(hi, lo).get());
  c = a;
  c.range(hi, lo) = b;
  print(c);
  c = a;
  print(c.reverse());
  ap_uint<A::width + B::width> both = (a, b);
  print(both);
  print(ap_int<16>(a.countLeadingZeros()));
  print(a.xor_reduce());
  std::cout << ' ' << a.to_string(16) << ' ' << a.to_string(2) << '\n';
}

int main() {
  typedef void (*Answer)(int, int, int, const std::string&, const std::string&);
  const Answer pairs[] = {
      answer<ap_int<8>, ap_int<8> >,       answer<ap_int<32>, ap_int<32> >,
      answer<ap_uint<32>, ap_uint<17> >,   answer<ap_int<36>, ap_int<18> >,
      answer<ap_int<64>, ap_int<64> >,     answer<ap_uint<64>, ap_uint<64> >,
      answer<ap_int<65>, ap_int<64> >,     answer<ap_uint<100>, ap_uint<127> >,
      answer<ap_int<128>, ap_int<128> >,   answer<ap_int<129>, ap_int<33> >,
      answer<ap_uint<200>, ap_uint<300> >, answer<ap_int<511>, ap_int<192> >,
      answer<ap_int<1024>, ap_int<1000> >,
  };
  int pair, count, hi, lo;
  std::string a, b;
  while (std::cin >> pair >> count >> hi >> lo >> a >> b) pairs[pair](count, hi, lo, a, b);
}
