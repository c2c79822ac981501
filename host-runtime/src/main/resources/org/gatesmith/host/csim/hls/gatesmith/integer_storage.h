// How an integer of W bits is held and computed with. Stored: the smallest native type that
// holds it (1, 2, 4, 8 or 16 bytes), sign- or zero-extended, so that an array of ap_int<8> is an
// array of signed char to memory and to the vectoriser; above 128 bits, limbs. Computed: native
// types of at least 32 bits. A result whose width the operator's rule makes large enough is
// stored as it is; only a narrowing conversion pays for cutting to W bits.
#ifndef GATESMITH_INTEGER_STORAGE_H
#define GATESMITH_INTEGER_STORAGE_H

#include <cstdio>
#include <cstdlib>

#include "native_integer.h"
#include "wide_integer.h"

namespace ap_detail {

constexpr int native_bytes(int width) {
  return width <= 8 ? 1 : width <= 16 ? 2 : width <= 32 ? 4 : width <= 64 ? 8 : width <= 128 ? 16 : 0;
}

template <int W, bool S, int Bytes = native_bytes(W)>
struct integer_type {
  typedef wide<(W + 63) / 64, S> type;
};
template <int W, bool S>
struct integer_type<W, S, 1> {
  typedef select_t<S, signed char, unsigned char> type;
};
template <int W, bool S>
struct integer_type<W, S, 2> {
  typedef select_t<S, short, unsigned short> type;
};
template <int W, bool S>
struct integer_type<W, S, 4> {
  typedef select_t<S, int, unsigned> type;
};
template <int W, bool S>
struct integer_type<W, S, 8> {
  typedef select_t<S, s64, u64> type;
};
template <int W, bool S>
struct integer_type<W, S, 16> {
  typedef select_t<S, s128, u128> type;
};

constexpr int larger(int a, int b) {
  return a > b ? a : b;
}
constexpr int smaller(int a, int b) {
  return a < b ? a : b;
}

/// What a W-bit integer occupies in memory.
template <int W, bool S>
using stored = typename integer_type<W, S>::type;

/// What a W-bit integer is computed in.
template <int W, bool S>
using computed = typename integer_type<larger(W, 32), S>::type;

template <class T>
struct type_bits {
  static const int value = 8 * sizeof(T);
};

/// The unsigned type of the same size.
template <class T>
struct unsigned_of {
  typedef typename integer_type<type_bits<T>::value, false>::type type;
};

/// Ends the program at a bit index outside 0..width-1, which hardware does not have.
__attribute__((cold, noinline)) inline void no_such_bit(int index, int width) {
  std::fprintf(stderr, "bit %d of an integer of %d bits\n", index, width);
  std::abort();
}
AP_INLINE constexpr void check_bit(int index, int width) {
  if (unsigned(index) >= unsigned(width)) no_such_bit(index, width);
}

/// Cuts a value to W bits, two's complement: the least significant W bits, extended again.
template <int W, bool S, bool Whole = type_bits<stored<W, S> >::value == W>
struct cut {
  template <class T>
  static AP_INLINE constexpr stored<W, S> apply(const T& value) {
    return stored<W, S>(value);
  }
};
template <int W>
struct cut<W, true, false> {
  static const int spare = type_bits<computed<W, true> >::value - W;
  template <class T>
  static AP_INLINE constexpr stored<W, true> apply(const T& value) {
    return stored<W, true>(computed<W, true>(computed<W, false>(value) << spare) >> spare);
  }
};
template <int W>
struct cut<W, false, false> {
  static const int spare = type_bits<computed<W, false> >::value - W;
  template <class T>
  static AP_INLINE constexpr stored<W, false> apply(const T& value) {
    return stored<W, false>(computed<W, false>(value) &
                            (~computed<W, false>(0) >> spare));
  }
};

}  // namespace ap_detail

#endif
