// What a kernel does with ap_int besides arithmetic: memory layout, conversions, literals, bit and
// part access, use in control flow. Every check names what it expects.
#include <ap_int.h>
#include <stdio.h>
#include <string.h>

#include <iostream>
#include <sstream>
#include <string>
#include <type_traits>

static int failures = 0;

#define CHECK(condition)                                  \
  do {                                                    \
    if (!(condition)) {                                   \
      printf("line %d: %s\n", __LINE__, #condition);      \
      failures++;                                         \
    }                                                     \
  } while (0)

template <class A, class B>
static void same_type() {
  static_assert(std::is_same<A, B>::value, "");
}

// ---- layout: arrays of Java's types are mapped straight onto these

static_assert(sizeof(ap_int<1>) == 1 && sizeof(ap_int<8>) == 1, "");
static_assert(sizeof(ap_int<9>) == 2 && sizeof(ap_uint<16>) == 2, "");
static_assert(sizeof(ap_int<17>) == 4 && sizeof(ap_int<32>) == 4, "");
static_assert(sizeof(ap_int<33>) == 8 && sizeof(ap_uint<64>) == 8, "");
static_assert(sizeof(ap_uint<65>) == 16 && sizeof(ap_uint<128>) == 16, "");
static_assert(sizeof(ap_uint<512>) == 64 && sizeof(ap_uint<1024>) == 128, "");
static_assert(std::is_trivially_copyable<ap_int<8> >::value, "");
static_assert(std::is_trivially_copyable<ap_uint<512> >::value, "");
static_assert(std::is_trivially_default_constructible<ap_int<32> >::value, "");
static_assert(std::is_standard_layout<ap_int<36> >::value, "");

static void memory() {
  signed char bytes[] = {1, -1, 127, -128};
  const ap_int<8>* mapped = reinterpret_cast<const ap_int<8>*>(bytes);
  CHECK(mapped[1] == -1 && mapped[2] == 127 && mapped[3] == -128);
  ap_uint<512> wide = 0;
  wide.range(71, 64) = 0xab;
  unsigned char image[64];
  memcpy(image, &wide, sizeof image);
  CHECK(image[8] == 0xab && image[7] == 0 && image[9] == 0);
  static ap_int<8> zeroed[4][4];
  CHECK(zeroed[3][3] == 0);
  ap_int<8> listed[3] = {1, 2};
  CHECK(listed[1] == 2 && listed[2] == 0);
}

static constexpr ap_int<12> ROM[] = {1, -2, 3000, ap_uint<3>(7)};
static_assert(ROM[1].to_int() == -2 && ROM[2].to_int() == 3000 - 4096, "tables are constants");

// ---- the worked examples of the published semantics

static void examples() {
  same_type<decltype(ap_int<9>() * ap_uint<7>()), ap_int<16> >();
  same_type<decltype(ap_int<9>() + ap_uint<7>()), ap_int<10> >();
  same_type<decltype(ap_uint<8>() - ap_uint<8>()), ap_int<9> >();
  same_type<decltype(-ap_uint<8>()), ap_int<9> >();
  same_type<decltype(~ap_int<5>()), ap_int<5> >();
  CHECK(ap_int<8>(-7) / ap_int<8>(2) == -3);
  CHECK(ap_int<8>(-7) % ap_int<8>(2) == -1);
  CHECK((ap_int<8>(-100) << 1) == 56);
  CHECK((ap_int<8>(-100) >> 1) == -50);
  CHECK((ap_int<8>(6) << -1) == 3 && (ap_int<8>(6) >> -1) == 12);
  CHECK((ap_int<8>(-1) >> 100) == -1 && (ap_uint<8>(255) >> 100) == 0);
  CHECK((ap_int<8>(-1) << 100) == 0);
  CHECK((ap_int<8>(-1) >> 4294967296ull) == -1);
  CHECK((ap_int<8>(-128) / ap_int<8>(-1)) == 128);
  CHECK((ap_int<64>(1) << 63) / ap_int<64>(-1) == ap_uint<64>(1) << 63);
}

// ---- native operands

static void native_operands() {
  ap_int<8> a = -5;
  same_type<decltype(a + true), ap_int<9> >();
  same_type<decltype(a + 'c'), ap_int<9> >();
  same_type<decltype(a + short(1)), ap_int<17> >();
  same_type<decltype(1 + a), ap_int<33> >();
  same_type<decltype(a + 1u), ap_int<34> >();
  same_type<decltype(a * 1l), ap_int<72> >();
  same_type<decltype(a * 1ull), ap_int<72> >();
  same_type<decltype(a / 2), ap_int<9> >();
  same_type<decltype(a % 2), ap_int<8> >();
  same_type<decltype(1000 / a), ap_int<9> >();
  CHECK(a + true == -4 && a + 'c' == 94 && 1 + a == -4 && a - 1u == -6);
  CHECK(a * 1000000007ll == -5000000035ll && a * 3ull == -15);
  CHECK((a & 0xff) == 251 && (a | 256) == -5 && (1 ^ a) == -6);
  CHECK(a < 0 && a > -6l && a <= short(-5) && 5 > a && a != 4294967291ll);
  CHECK(ap_uint<8>(200) > 100 && ap_uint<8>(200) < 1000 && ap_uint<8>(200) > -1);
  CHECK(ap_uint<64>(-1) == ~0ull && ap_uint<64>(-1) > 0ull);
  enum Colour { RED = 3 };
  CHECK(a + RED == -2 && a < RED);
  CHECK(a * 0.5f == -2.5f && 1.0 / ap_int<8>(4) == 0.25 && a < 0.5 && 4.5f > ap_int<8>(4));
}

// ---- conversions

static void conversions() {
  CHECK(ap_int<8>(300) == 44 && ap_uint<8>(-1) == 255 && ap_int<4>(8) == -8);
  CHECK(ap_int<8>(ap_uint<8>(200)) == -56 && ap_uint<16>(ap_int<8>(-1)) == 65535);
  CHECK(ap_int<100>(ap_int<7>(-3)) == -3 && ap_uint<100>(ap_uint<7>(77)) == 77);
  CHECK(ap_int<8>(ap_int<200>(-3)) == -3);
  CHECK(ap_int<8>(2.9) == 2 && ap_int<8>(-2.9) == -2 && ap_int<8>(-0.3f) == 0);
  CHECK(ap_int<8>(300.5) == 44 && ap_uint<100>(1e25) == ap_uint<100>("10000000000000000905969664"));
  ap_int<12> a = -1000;
  CHECK(a.to_int() == -1000 && a.to_uint() == 4294966296u && a.to_int64() == -1000);
  CHECK(a.to_uint64() == 18446744073709550616ull && a.to_char() == 24 && a.to_short() == -1000);
  CHECK(a.to_double() == -1000.0 && a.to_float() == -1000.0f && a.to_bool());
  CHECK(ap_int<200>(-3).to_double() == -3.0);
  CHECK((ap_uint<200>(1) << 150).to_double() == 0x1p150);
  CHECK(((ap_uint<200>(1) << 100) + 1).to_float() == 0x1p100f);
  int i = a;
  long long l = a;
  unsigned char c = a;
  double d = a;
  bool b = a;
  CHECK(i == -1000 && l == -1000 && c == 24 && d == -1000.0 && b);
  CHECK(static_cast<int>(ap_uint<40>(1099511627775ll)) == -1);
}

static void text() {
  ap_int<12> a = -1000;
  CHECK(a.to_string() == "0b110000011000" && a.to_string(10) == "-1000");
  CHECK(a.to_string(16) == "-0x3e8" && a.to_string(16, false) == "0xc18");
  CHECK(a.to_string(8) == "-0o1750" && ap_uint<8>(5).to_string(2) == "0b0101");
  CHECK(ap_uint<4>(0).to_string(16) == "0x0");
  CHECK((ap_uint<130>(1) << 129).to_string(10) == "680564733841876926926749214863536422912");
  CHECK(ap_uint<12>("0xfff") == 4095 && ap_uint<12>("fff", 16) == 4095 && ap_int<8>("-7") == -7);
  CHECK(ap_uint<8>("0b101") == 5 && ap_uint<8>("17", 8) == 15 && ap_uint<8>("+9", 10) == 9);
  std::ostringstream out;
  out << a << ' ' << std::hex << ap_uint<8>(171);
  CHECK(out.str() == "-1000 0xab");
}

// ---- bits and parts

static void bits() {
  ap_int<8> a = 0x35;
  CHECK(a[0] && !a[1] && a[ap_uint<3>(2)] && a.test(4) && a.bit(5));
  a[7] = true;
  CHECK(a == 0x35 - 128);
  a[0] = a[1];
  CHECK(!a[0]);
  a.invert(1);
  CHECK(a[1]);
  const ap_int<8> fixed = 5;
  CHECK(fixed[2] && !fixed[1]);
  CHECK(ap_uint<8>(0x0f).reverse() == 0xf0 && ap_int<3>(1).reverse() == -4);
  CHECK(ap_uint<8>(0x81).lrotate(1) == 3 && ap_uint<8>(0x81).rrotate(1) == 0xc0);
  CHECK(ap_uint<12>(1).countLeadingZeros() == 11 && ap_uint<12>(0).countLeadingZeros() == 12);
  CHECK(ap_uint<3>(7).and_reduce() && !ap_uint<3>(6).and_reduce() && ap_uint<3>(6).nand_reduce());
  CHECK(ap_int<9>(-1).xor_reduce() && !ap_int<8>(-1).xor_reduce() && ap_int<8>(-1).xnor_reduce());
  CHECK(ap_uint<3>(0).nor_reduce() && ap_uint<3>(4).or_reduce());
  CHECK(a.length() == 8 && ap_int<8>(-1).sign() && !ap_uint<8>(255).sign());
}

static void parts() {
  ap_uint<16> a = 0xabcd;
  CHECK(a.range(7, 0) == 0xcd && a(15, 12) == 0xa && a.range() == 0xabcd);
  CHECK(a.range(0, 3) == 0xb && a(ap_uint<4>(11), ap_uint<4>(8)) == 0xb);
  a.range(11, 4) = 0x12;
  CHECK(a == 0xa12d);
  a(0, 3) = 1;
  CHECK(a == 0xa128);
  a.range(15, 8) = a.range(7, 0);
  CHECK(a == 0x2828);
  ap_int<8> sum = a.range(3, 0) + a.range(7, 4);
  CHECK(sum == 10);
  CHECK(a.range(15, 12).length() == 4 && a.range(15, 12).to_int() == 2);
  ap_uint<300> wide = 0;
  wide.range(299, 200) = ap_uint<100>(-1);
  CHECK(wide.range(299, 200) == ap_uint<100>(-1) && wide.range(199, 0) == 0);
  int index = ap_uint<16>(a.range(3, 0));
  CHECK(index == 8);
}

static void concatenation() {
  ap_uint<4> high = 0xa;
  ap_int<8> low = -1;
  ap_uint<12> both = (high, low);
  CHECK(both == 0xaff);
  CHECK((high, low) == ap_uint<12>(0xaff) && (high, low, high).length() == 16);
  ap_uint<16> three = (high, low, high);
  CHECK(three == 0xaffa);
  (high, low) = 0x123;
  CHECK(high == 1 && low == 0x23);
  ap_uint<5> picked = (low[0], both.range(11, 8));
  CHECK(picked == 0x1a);
  (low.range(7, 4), high) = 0x56;
  CHECK(low == 0x53 && high == 6);
  CHECK(ap_uint<12>(high.concat(low)) == 0x653);
}

// ---- control flow

static int classify(ap_int<4> x) {
  switch (x) {
    case -1: return 1;
    case 5: return 2;
    default: return 3;
  }
}

static void control_flow() {
  int table[16];
  int sum = 0;
  for (ap_uint<5> i = 0; i < 16; ++i) table[i] = i;
  for (ap_uint<5> i = 0; i < 16; i++) sum += table[i];
  CHECK(sum == 120);
  ap_int<6> down = 3;
  while (down >= 0) down--;
  CHECK(down == -1);
  CHECK(classify(-1) == 1 && classify(5) == 2 && classify(0) == 3);
  if (ap_uint<3>(0)) failures++;
  CHECK(!ap_uint<3>(0) && ap_uint<3>(4) && (ap_uint<3>(0) || ap_uint<3>(1)));
  int* at = table + ap_uint<3>(3);
  CHECK(*at == 3 && at[ap_int<4>(-1)] == 2);
}

// ---- wide numbers in compound expressions; values from a calculator of unlimited precision

static void wide() {
  ap_uint<200> a("123456789012345678901234567890123456789012345678901234567890", 10);
  ap_uint<100> b("987654321098765432109876543210", 10);
  CHECK((a * b).to_string(10) ==
        "12193263113702179522618503273374485596337448559633"
        "7448559633622923332237463801111263526900");
  CHECK(a / b == ap_uint<200>("124999998860937500014238281249") && a % b == ap_uint<100>("935329860093532986009353298600"));
  CHECK((a / b) * b + a % b == a);
  CHECK((a << 100) >> 100 == (a & ((ap_uint<200>(1) << 100) - 1)));
  CHECK(-ap_int<200>(a) + a == 0);
  ap_int<1024> huge = 1;
  huge <<= 1023;
  CHECK(huge < 0 && huge >> 1023 == -1 && huge.countLeadingZeros() == 0);
}

int main() {
  memory();
  examples();
  native_operands();
  conversions();
  text();
  bits();
  parts();
  concatenation();
  control_flow();
  wide();
  printf("%d failures\n", failures);
}
