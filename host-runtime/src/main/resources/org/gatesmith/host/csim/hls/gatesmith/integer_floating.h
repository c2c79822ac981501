// Conversion between integers of any width and float or double.
#ifndef GATESMITH_INTEGER_FLOATING_H
#define GATESMITH_INTEGER_FLOATING_H

#include "integer_storage.h"

namespace ap_detail {

/// The integer part of x, modulo 2^bits of T. Infinities and NaN have no integer part; like the
/// vendor's conversion, theirs is what the exponent field read as a number gives.
template <class T>
inline T truncate(double x) {
  u64 raw = 0;
  __builtin_memcpy(&raw, &x, sizeof raw);
  int exponent = int(raw >> 52 & 0x7ff) - 1023;  // IEEE 754 binary64: bias 1023, 52 bit fraction
  if (exponent < 0) return T(0);
  u64 significand = (raw & ((u64(1) << 52) - 1)) | u64(1) << 52;
  int left = exponent - 52;
  typedef typename unsigned_of<T>::type U;
  U magnitude = left <= 0 ? U(significand >> -left)
                          : left < type_bits<U>::value ? U(U(significand) << left) : U(0);
  return T(raw >> 63 ? U(U(0) - magnitude) : magnitude);
}

/// The nearest F, ties to even.
template <class F, class T>
inline enable_t<is_native<T>::value, F> to_floating(T value) {
  return F(value);
}

template <class F, int N, bool S>
inline F to_floating(const wide<N, S>& value) {
  wide<N, false> magnitude(value.negative() ? -value : value);
  int top = 64 * N - 1;
  while (top > 63 && !magnitude.bit(top)) top--;
  int dropped = top - 63;
  // 64 leading bits hold more than any significand; the lost ones only matter as "not zero".
  wide<N, false> leading = magnitude >> dropped;
  u64 sticky = leading << dropped == magnitude ? 0 : 1;
  F scaled = F(leading.limb[0] | sticky);
  for (int i = 0; i < dropped; i++) scaled *= F(2);
  return value.negative() ? -scaled : scaled;
}

}  // namespace ap_detail

#endif
