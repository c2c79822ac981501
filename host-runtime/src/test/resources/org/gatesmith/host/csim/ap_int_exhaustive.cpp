// Every value of every pair of widths up to 4, signed and unsigned, with every operator, against
// the rules written down once more on long long.
#include <ap_int.h>
#include <stdio.h>
#include <stdlib.h>

typedef long long number;

static long checks = 0;

template <class T>
struct type_of;
template <int W>
struct type_of<ap_int<W> > {
  static const int width = W;
  static const bool sign = true;
};
template <int W>
struct type_of<ap_uint<W> > {
  static const int width = W;
  static const bool sign = false;
};

static number cut(number value, int width, bool sign) {
  number modulus = number(1) << width;
  number low = ((value % modulus) + modulus) % modulus;
  return sign && low >= modulus / 2 ? low - modulus : low;
}

template <class T>
static number lowest() {
  return type_of<T>::sign ? -(number(1) << (type_of<T>::width - 1)) : 0;
}
template <class T>
static number highest() {
  return lowest<T>() + (number(1) << type_of<T>::width) - 1;
}

template <class A, class B>
static void expect(const char* op, number a, number b, number actual, number expected) {
  checks++;
  if (actual == expected) return;
  printf("%s%d %lld %s %s%d %lld: %lld, expected %lld\n", type_of<A>::sign ? "i" : "u",
         type_of<A>::width, a, op, type_of<B>::sign ? "i" : "u", type_of<B>::width, b, actual,
         expected);
  exit(1);
}

template <class R>
static void expect_type(int width, bool sign) {
  checks++;
  if (type_of<R>::width == width && type_of<R>::sign == sign) return;
  printf("result %s%d, expected %s%d\n", type_of<R>::sign ? "i" : "u", type_of<R>::width,
         sign ? "i" : "u", width);
  exit(1);
}

static int larger(int a, int b) { return a > b ? a : b; }
static int smaller(int a, int b) { return a < b ? a : b; }

/// The result types of A op B, by the published table.
template <class A, class B>
static void check_types() {
  const int w1 = type_of<A>::width, w2 = type_of<B>::width;
  const bool s1 = type_of<A>::sign, s2 = type_of<B>::sign;
  A a = 1;
  B b = 1;
  int common = larger(w1 + (s2 && !s1), w2 + (s1 && !s2));
  expect_type<decltype(a + b)>(common + 1, s1 || s2);
  expect_type<decltype(a - b)>(common + 1, true);
  expect_type<decltype(a * b)>(w1 + w2, s1 || s2);
  expect_type<decltype(a / b)>(w1 + s2, s1 || s2);
  expect_type<decltype(a % b)>(smaller(w1, w2 + (!s2 && s1)), s1);
  expect_type<decltype(a & b)>(common, s1 || s2);
  expect_type<decltype(a | b)>(common, s1 || s2);
  expect_type<decltype(a ^ b)>(common, s1 || s2);
  expect_type<decltype(a << b)>(w1, s1);
  expect_type<decltype(a >> b)>(w1, s1);
}

/// A division with mixed signs is carried out in the sign of the wider operand.
template <class A, class B>
static void check_division(A a, B b, number x, number y) {
  const int w1 = type_of<A>::width, w2 = type_of<B>::width;
  const bool s1 = type_of<A>::sign, s2 = type_of<B>::sign;
  int width = larger(w1, w2) + (s1 || s2);
  bool sign = w1 > w2 ? s1 : w2 > w1 ? s2 : s1 || s2;
  number quotient = cut(x, width, sign) / cut(y, width, sign);
  expect<A, B>("/", x, y, (a / b).to_int64(), cut(quotient, w1 + s2, s1 || s2));
  number remainder = s1 && sign ? x % y : cut(x, width, false) % cut(y, width, false);
  if (s1 && sign) remainder = cut(x, width, true) % cut(y, width, true);
  expect<A, B>("%", x, y, (a % b).to_int64(), cut(remainder, smaller(w1, w2 + (!s2 && s1)), s1));
  A c = a;
  c /= b;
  expect<A, B>("/=", x, y, c.to_int64(), cut(cut(quotient, w1 + s2, s1 || s2), w1, s1));
}

template <class A, class B>
static void check_values(A a, B b, number x, number y) {
  const int w1 = type_of<A>::width;
  const bool s1 = type_of<A>::sign;
  expect<A, B>("+", x, y, (a + b).to_int64(), x + y);
  expect<A, B>("-", x, y, (a - b).to_int64(), x - y);
  expect<A, B>("*", x, y, (a * b).to_int64(), x * y);
  expect<A, B>("&", x, y, (a & b).to_int64(), x & y);
  expect<A, B>("|", x, y, (a | b).to_int64(), x | y);
  expect<A, B>("^", x, y, (a ^ b).to_int64(), x ^ y);
  expect<A, B>("==", x, y, a == b, x == y);
  expect<A, B>("!=", x, y, a != b, x != y);
  expect<A, B>("<", x, y, a < b, x < y);
  expect<A, B>(">", x, y, a > b, x > y);
  expect<A, B>("<=", x, y, a <= b, x <= y);
  expect<A, B>(">=", x, y, a >= b, x >= y);
  number left = y >= 0 ? x * (number(1) << y) : x >> -y;
  number right = y >= 0 ? x >> y : x * (number(1) << -y);
  expect<A, B>("<<", x, y, (a << b).to_int64(), cut(left, w1, s1));
  expect<A, B>(">>", x, y, (a >> b).to_int64(), cut(right, w1, s1));
  expect<A, B>("<< int", x, y, (a << int(y)).to_int64(), cut(left, w1, s1));
  expect<A, B>(">> int", x, y, (a >> int(y)).to_int64(), cut(right, w1, s1));
  A c = a;
  expect<A, B>("=", x, y, A(b).to_int64(), cut(y, w1, s1));
  expect<A, B>("+=", x, y, (c += b).to_int64(), cut(x + y, w1, s1));
  c = a;
  expect<A, B>("-=", x, y, (c -= b).to_int64(), cut(x - y, w1, s1));
  c = a;
  expect<A, B>("*=", x, y, (c *= b).to_int64(), cut(x * y, w1, s1));
  c = a;
  expect<A, B>("&=", x, y, (c &= b).to_int64(), cut(x & y, w1, s1));
  c = a;
  expect<A, B>("|=", x, y, (c |= b).to_int64(), cut(x | y, w1, s1));
  c = a;
  expect<A, B>("^=", x, y, (c ^= b).to_int64(), cut(x ^ y, w1, s1));
  c = a;
  expect<A, B>("<<=", x, y, (c <<= b).to_int64(), cut(left, w1, s1));
  c = a;
  expect<A, B>(">>=", x, y, (c >>= b).to_int64(), cut(right, w1, s1));
  if (y != 0) check_division(a, b, x, y);
}

template <class A, class B>
static void check_pair() {
  check_types<A, B>();
  for (number x = lowest<A>(); x <= highest<A>(); x++) {
    for (number y = lowest<B>(); y <= highest<B>(); y++) check_values(A(x), B(y), x, y);
  }
}

template <class A>
static void check_unary() {
  const int w = type_of<A>::width;
  const bool s = type_of<A>::sign;
  for (number x = lowest<A>(); x <= highest<A>(); x++) {
    A a = x;
    expect<A, A>("unary -", x, x, (-a).to_int64(), -x);
    expect<A, A>("~", x, x, (~a).to_int64(), cut(~x, w, s));
    expect<A, A>("!", x, x, !a, !x);
    A b = a;
    expect<A, A>("++ old", x, x, (b++).to_int64(), x);
    expect<A, A>("++", x, x, b.to_int64(), cut(x + 1, w, s));
    expect<A, A>("--", x, x, (--b).to_int64(), x);
    for (int i = 0; i < w; i++) {
      number bit = (x >> i) & 1;
      number one = number(1) << i;
      expect<A, A>("[]", x, i, a[i], bit);
      A c = a;
      c[i] = !c[i];
      expect<A, A>("[] =", x, i, c.to_int64(), cut(x ^ one, w, s));
      c = a;
      c.set(i);
      expect<A, A>("set", x, i, c.to_int64(), cut(x | one, w, s));
      c.clear(i);
      expect<A, A>("clear", x, i, c.to_int64(), cut(x & ~one, w, s));
      for (int j = 0; j < w; j++) {
        number selected = 0, replaced = x;
        int low = smaller(i, j), count = larger(i, j) - low + 1;
        for (int k = 0; k < count; k++) {
          int from = i >= j ? low + k : low + count - 1 - k;
          selected |= ((x >> from) & 1) << k;
          replaced = (replaced & ~(number(1) << from)) | (number((5 >> k) & 1) << from);
        }
        expect<A, A>("range", i, j, a.range(i, j).to_int64(), selected);
        c = a;
        c(i, j) = 5;
        expect<A, A>("range =", i, j, c.to_int64(), cut(replaced, w, s));
      }
    }
  }
}

template <class A>
static void check_against_all() {
  check_unary<A>();
  check_pair<A, ap_int<1> >();
  check_pair<A, ap_int<2> >();
  check_pair<A, ap_int<3> >();
  check_pair<A, ap_int<4> >();
  check_pair<A, ap_uint<1> >();
  check_pair<A, ap_uint<2> >();
  check_pair<A, ap_uint<3> >();
  check_pair<A, ap_uint<4> >();
}

int main() {
  check_against_all<ap_int<1> >();
  check_against_all<ap_int<2> >();
  check_against_all<ap_int<3> >();
  check_against_all<ap_int<4> >();
  check_against_all<ap_uint<1> >();
  check_against_all<ap_uint<2> >();
  check_against_all<ap_uint<3> >();
  check_against_all<ap_uint<4> >();
  printf("%ld checks\n", checks);
}
