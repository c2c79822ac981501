// A two's complement integer of N limbs of 64 bits that behaves like a native integer type of
// that size: arithmetic is modulo 2^(64 N); S decides what conversion, comparison, division and
// right shift take the top bit for. It carries the widths above 128 bits; everything narrower
// runs on native types (see integer_storage.h). Clear before fast.
#ifndef GATESMITH_WIDE_INTEGER_H
#define GATESMITH_WIDE_INTEGER_H

#include <csignal>

#include "native_integer.h"

namespace ap_detail {

/// Integer division by zero ends like that of a native integer, on every processor.
__attribute__((cold, noinline)) inline void divide_by_zero() {
  std::raise(SIGFPE);
}

template <int N, bool S>
struct wide {
  static const int bits = 64 * N;
  u64 limb[N];  // least significant limb first

  wide() = default;

  template <class T, class = enable_t<is_native<T>::value> >
  constexpr wide(T value) : limb() {
    u64 fill = is_signed<T>::value && value < T(0) ? ~u64(0) : 0;
    limb[0] = u64(value);
    limb[1] = sizeof(T) > 8 ? u64(value >> (sizeof(T) > 8 ? 64 : 0)) : fill;
    for (int i = 2; i < N; i++) limb[i] = fill;
  }

  template <int M, bool S2>
  constexpr wide(const wide<M, S2>& other) : limb() {
    u64 fill = other.negative() ? ~u64(0) : 0;
    for (int i = 0; i < N; i++) limb[i] = i < M ? other.limb[i < M ? i : 0] : fill;
  }

  template <class T, class = enable_t<is_native<T>::value> >
  explicit constexpr operator T() const {
    return sizeof(T) > 8 ? T((u128(limb[1]) << 64) | limb[0]) : T(limb[0]);
  }

  /// Whether the value is below zero; never for unsigned types.
  constexpr bool negative() const { return S && (limb[N - 1] >> 63) != 0; }

  constexpr bool bit(int i) const { return (limb[i / 64] >> (i % 64)) & 1; }

  /// Bits up to the highest one that is set.
  constexpr int length() const {
    int i = bits;
    while (i > 0 && !bit(i - 1)) i--;
    return i;
  }

  constexpr wide operator~() const {
    wide r(0);
    for (int i = 0; i < N; i++) r.limb[i] = ~limb[i];
    return r;
  }

  constexpr wide operator-() const { return ~*this + wide(1); }

  constexpr wide operator+(const wide& b) const {
    wide r(0);
    u64 carry = 0;
    for (int i = 0; i < N; i++) {
      u128 sum = u128(limb[i]) + b.limb[i] + carry;
      r.limb[i] = u64(sum);
      carry = u64(sum >> 64);
    }
    return r;
  }

  constexpr wide operator-(const wide& b) const { return *this + ~b + wide(1); }

  constexpr wide operator*(const wide& b) const {
    wide r(0);
    for (int i = 0; i < N; i++) {
      u64 carry = 0;
      for (int j = 0; i + j < N; j++) {
        u128 sum = u128(limb[i]) * b.limb[j] + r.limb[i + j] + carry;
        r.limb[i + j] = u64(sum);
        carry = u64(sum >> 64);
      }
    }
    return r;
  }

  constexpr wide operator&(const wide& b) const {
    wide r(0);
    for (int i = 0; i < N; i++) r.limb[i] = limb[i] & b.limb[i];
    return r;
  }

  constexpr wide operator|(const wide& b) const {
    wide r(0);
    for (int i = 0; i < N; i++) r.limb[i] = limb[i] | b.limb[i];
    return r;
  }

  constexpr wide operator^(const wide& b) const {
    wide r(0);
    for (int i = 0; i < N; i++) r.limb[i] = limb[i] ^ b.limb[i];
    return r;
  }

  /// Left shift; 0 <= count < bits.
  constexpr wide operator<<(int count) const {
    wide r(0);
    int whole = count / 64;
    int part = count % 64;
    for (int i = N - 1; i >= whole; i--) {
      u64 below = part != 0 && i > whole ? limb[i - whole - 1] >> (64 - part) : 0;
      r.limb[i] = (limb[i - whole] << part) | below;
    }
    return r;
  }

  /// Right shift, copying the sign if there is one; 0 <= count < bits.
  constexpr wide operator>>(int count) const {
    u64 fill = negative() ? ~u64(0) : 0;
    wide r(0);
    int whole = count / 64;
    int part = count % 64;
    for (int i = 0; i < N; i++) {
      u64 low = i + whole < N ? limb[i + whole < N ? i + whole : 0] : fill;
      u64 high = i + whole + 1 < N ? limb[i + whole + 1 < N ? i + whole + 1 : 0] : fill;
      r.limb[i] = part == 0 ? low : (low >> part) | (high << (64 - part));
    }
    return r;
  }

  constexpr bool operator==(const wide& b) const {
    for (int i = 0; i < N; i++) {
      if (limb[i] != b.limb[i]) return false;
    }
    return true;
  }

  constexpr bool operator<(const wide& b) const {
    if (negative() != b.negative()) return negative();
    for (int i = N - 1; i >= 0; i--) {
      if (limb[i] != b.limb[i]) return limb[i] < b.limb[i];
    }
    return false;
  }

  constexpr wide operator/(const wide& b) const {
    wide<N, false> q = divide(magnitude(), b.magnitude()).quotient;
    return wide(negative() != b.negative() ? -q : q);
  }

  constexpr wide operator%(const wide& b) const {
    wide<N, false> r = divide(magnitude(), b.magnitude()).remainder;
    return wide(negative() ? -r : r);
  }

 private:
  struct division {
    wide<N, false> quotient;
    wide<N, false> remainder;
  };

  constexpr wide<N, false> magnitude() const {
    return wide<N, false>(negative() ? -*this : *this);
  }

  static constexpr division divide(const wide<N, false>& a, const wide<N, false>& b) {
    int b_length = b.length();
    if (b_length == 0) divide_by_zero();
    return b_length <= 64 ? divide_by_limb(a, b.limb[0]) : divide_bitwise(a, b, b_length);
  }

  /// Long division with 64-bit digits.
  static constexpr division divide_by_limb(const wide<N, false>& a, u64 b) {
    division d = {wide<N, false>(0), wide<N, false>(0)};
    u64 remainder = 0;
    for (int i = N - 1; i >= 0; i--) {
      u128 dividend = u128(remainder) << 64 | a.limb[i];
      d.quotient.limb[i] = u64(dividend / b);
      remainder = u64(dividend % b);
    }
    d.remainder.limb[0] = remainder;
    return d;
  }

  /// Long division, one bit at a time.
  static constexpr division divide_bitwise(const wide<N, false>& a, const wide<N, false>& b,
                                           int b_length) {
    division d = {wide<N, false>(0), a};
    for (int i = a.length() - b_length; i >= 0; i--) {
      wide<N, false> shifted = b << i;
      if (d.remainder < shifted) continue;
      d.remainder = d.remainder - shifted;
      d.quotient.limb[i / 64] |= u64(1) << (i % 64);
    }
    return d;
  }
};

}  // namespace ap_detail

#endif
