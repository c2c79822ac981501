// Integers as text.
#ifndef GATESMITH_INTEGER_TEXT_H
#define GATESMITH_INTEGER_TEXT_H

#include "integer_storage.h"

namespace ap_detail {

inline int digit_value(char c) {
  return c >= '0' && c <= '9' ? c - '0'
         : c >= 'a' && c <= 'z' ? c - 'a' + 10
         : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                : 99;
}

inline int prefix_radix(const char* text) {
  if (text[0] != '0') return 0;
  switch (text[1]) {
    case 'b': case 'B': return 2;
    case 'o': case 'O': return 8;
    case 'd': case 'D': return 10;
    case 'x': case 'X': return 16;
    default: return 0;
  }
}

/// The number `text` shows in `radix`, modulo 2^bits of T; a prefix that names the radix is
/// skipped, a character that is no digit ends the number.
template <class T>
inline T parse(const char* text, int radix) {
  bool negative = *text == '-';
  if (*text == '-' || *text == '+') text++;
  int prefix = prefix_radix(text);
  if (radix == 0) radix = prefix != 0 ? prefix : 10;
  if (prefix == radix) text += 2;
  T value(0);
  for (; digit_value(*text) < radix; text++) value = value * T(radix) + T(digit_value(*text));
  return negative ? T(T(0) - value) : value;
}

/// Digits of the `width` low bits `value`. A negative number shows as minus its magnitude.
template <class String, class T>
inline String format(T value, bool negative, int width, int radix) {
  if (negative) value = (T(0) - value) & (~T(0) >> (type_bits<T>::value - width));
  char digits[type_bits<T>::value + 1];
  char* first = digits + sizeof digits - 1;
  *first = 0;
  do {
    *--first = "0123456789abcdef"[int(value % T(radix))];
    value = value / T(radix);
  } while (!(value == T(0)));
  int digit_bits = radix == 16 ? 4 : radix == 8 ? 3 : 1;
  int shown = int(digits + sizeof digits - 1 - first) * digit_bits;
  String text(negative ? "-" : "");
  text += radix == 16 ? "0x" : radix == 8 ? "0o" : radix == 2 ? "0b" : "";
  // A leading zero tells a non-negative number from two's complement bits.
  if (radix != 10 && !negative && shown < width && digit_value(*first) >= radix / 2) text += '0';
  return text += first;
}

}  // namespace ap_detail

#endif
