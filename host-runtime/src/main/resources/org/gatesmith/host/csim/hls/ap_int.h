// Arbitrary-precision integers ap_int<W> and ap_uint<W>, 1 <= W <= AP_INT_MAX_W, with the
// semantics of the vendor's library of the same name (facts: Xilinx
// HLS_arbitrary_Precision_Types; AMD UG1399). Written for C simulation: W <= 64 costs what the
// native integer types cost. Header only, C++14, g++ or clang.
//
// to_string and stream output are templates; a program that uses them includes <string> or
// <iostream> itself, so that a kernel that does not is compiled faster.
#ifndef GATESMITH_AP_INT_H
#define GATESMITH_AP_INT_H

#ifndef AP_INT_MAX_W
#define AP_INT_MAX_W 1024
#endif

#include <iosfwd>

#include "gatesmith/integer_floating.h"
#include "gatesmith/integer_operands.h"
#include "gatesmith/integer_text.h"

namespace ap_detail {

/// Marks a value known to lie in the range of the type built from it.
struct in_range {};

}  // namespace ap_detail

template <int W, bool S>
struct ap_int_base {
  static_assert(W >= 1, "ap_int and ap_uint need at least one bit");
  static_assert(W <= AP_INT_MAX_W,
                "ap_int or ap_uint wider than AP_INT_MAX_W; define AP_INT_MAX_W to allow it");

  static const int width = W;
  static const bool is_signed = S;
  typedef ap_detail::stored<W, S> storage;
  typedef ap_detail::select_t<S, ap_detail::s64, ap_detail::u64> RetType;

  /// The value, extended to the width of its storage.
  storage V;

  ap_int_base() = default;

  template <class T, class = ap_detail::enable_t<ap_detail::operand<T>::exists> >
  AP_INLINE constexpr ap_int_base(const T& x)
      : V(ap_detail::cut<W, S>::apply(ap_detail::load(x))) {}

  template <class T>
  AP_INLINE constexpr ap_int_base(ap_detail::in_range, const T& value) : V(storage(value)) {}

  ap_int_base(float x) : ap_int_base(double(x)) {}
  ap_int_base(double x)
      : V(ap_detail::cut<W, S>::apply(ap_detail::truncate<ap_detail::computed<W, S> >(x))) {}

  /// A number as text; radix 0 takes it from the prefix 0b, 0o or 0x, else decimal.
  ap_int_base(const char* text, int radix = 0)
      : V(ap_detail::cut<W, S>::apply(
            ap_detail::parse<ap_detail::computed<W, false> >(text, radix))) {}

  // ---- conversion to native types: the low bits, as a native cast would take them

  AP_INLINE constexpr operator RetType() const { return RetType(V); }
  AP_INLINE constexpr bool to_bool() const { return !(*this == 0); }
  AP_INLINE constexpr char to_char() const { return char(V); }
  AP_INLINE constexpr signed char to_schar() const { return (signed char)(V); }
  AP_INLINE constexpr unsigned char to_uchar() const { return (unsigned char)(V); }
  AP_INLINE constexpr short to_short() const { return short(V); }
  AP_INLINE constexpr unsigned short to_ushort() const { return (unsigned short)(V); }
  AP_INLINE constexpr int to_int() const { return int(V); }
  AP_INLINE constexpr unsigned to_uint() const { return unsigned(V); }
  AP_INLINE constexpr long to_long() const { return long(V); }
  AP_INLINE constexpr unsigned long to_ulong() const { return (unsigned long)(V); }
  AP_INLINE constexpr ap_detail::s64 to_int64() const { return ap_detail::s64(V); }
  AP_INLINE constexpr ap_detail::u64 to_uint64() const { return ap_detail::u64(V); }
  float to_float() const { return ap_detail::to_floating<float>(V); }
  double to_double() const { return ap_detail::to_floating<double>(V); }

  /// Digits with prefix 0b, 0o or 0x (none for radix 10); binary shows the two's complement bits,
  /// decimal the value, octal and hexadecimal a minus sign only if `sign` is set.
  template <class String = std::string>
  String to_string(int radix = 2, bool sign = S) const {
    return ap_detail::format<String>(ap_detail::computed<W, false>(V) & bit_mask(),
                                     this->sign() && (radix == 10 || (sign && radix != 2)), W,
                                     radix);
  }

  // ---- single bits

  AP_INLINE constexpr int length() const { return W; }
  AP_INLINE constexpr bool sign() const { return S && test(W - 1); }
  AP_INLINE constexpr bool iszero() const { return *this == 0; }
  AP_INLINE constexpr bool is_zero() const { return *this == 0; }

  AP_INLINE constexpr bool test(int i) const {
    ap_detail::check_bit(i, W);
    return bool((ap_detail::computed<W, S>(V) >> i) & ap_detail::computed<W, S>(1));
  }
  AP_INLINE constexpr bool get_bit(int i) const { return test(i); }
  AP_INLINE constexpr bool bit(int i) const { return test(i); }
  template <class I>
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<I>::exists, bool> operator[](
      const I& i) const {
    return test(int(i));
  }

  AP_INLINE constexpr ap_bit_ref<W, S> bit(int i) { return ap_bit_ref<W, S>(*this, i); }
  template <class I>
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<I>::exists, ap_bit_ref<W, S> >
  operator[](const I& i) {
    return ap_bit_ref<W, S>(*this, int(i));
  }

  AP_INLINE constexpr void set(int i, bool value) {
    ap_detail::check_bit(i, W);
    bits one = bits(1) << i;
    V = ap_detail::cut<W, S>::apply(value ? bits(V) | one : bits(V) & ~one);
  }
  AP_INLINE constexpr void set(int i) { set(i, true); }
  AP_INLINE constexpr void set_bit(int i, bool value) { set(i, value); }
  AP_INLINE constexpr void clear(int i) { set(i, false); }
  AP_INLINE constexpr void invert(int i) { set(i, !test(i)); }
  AP_INLINE constexpr void b_not() { V = ap_detail::cut<W, S>::apply(~bits(V)); }

  /// Exchanges the most and the least significant bit, and so on inwards.
  constexpr ap_int_base& reverse() {
    ap_int_base mirrored(0);
    for (int i = 0; i < W; i++) mirrored.set(W - 1 - i, test(i));
    return *this = mirrored;
  }

  constexpr ap_int_base& lrotate(int n) {
    V = ap_detail::cut<W, S>::apply(n == 0 ? magnitude()
                                           : magnitude() << n | magnitude() >> (W - n));
    return *this;
  }
  constexpr ap_int_base& rrotate(int n) { return lrotate(n == 0 ? 0 : W - n); }

  constexpr int countLeadingZeros() const {
    int n = 0;
    while (n < W && !test(W - 1 - n)) n++;
    return n;
  }

  AP_INLINE constexpr bool and_reduce() const { return magnitude() == bit_mask(); }
  AP_INLINE constexpr bool nand_reduce() const { return !and_reduce(); }
  AP_INLINE constexpr bool or_reduce() const { return !iszero(); }
  AP_INLINE constexpr bool nor_reduce() const { return iszero(); }
  constexpr bool xor_reduce() const {
    bool odd = false;
    for (int i = 0; i < W; i++) odd ^= test(i);
    return odd;
  }
  constexpr bool xnor_reduce() const { return !xor_reduce(); }

  // ---- part-select and concatenation

  AP_INLINE constexpr ap_range_ref<W, S> range(int hi, int lo) const {
    return ap_range_ref<W, S>(const_cast<ap_int_base&>(*this), hi, lo);
  }
  AP_INLINE constexpr ap_range_ref<W, S> range() const { return range(W - 1, 0); }
  AP_INLINE constexpr ap_range_ref<W, S> operator()(int hi, int lo) const { return range(hi, lo); }

  template <int W2, bool S2>
  AP_INLINE constexpr ap_concat_ref<W, ap_int_base, W2, ap_int_base<W2, S2> > concat(
      const ap_int_base<W2, S2>& low) const {
    return ap_concat_ref<W, ap_int_base, W2, ap_int_base<W2, S2> >(
        const_cast<ap_int_base&>(*this), const_cast<ap_int_base<W2, S2>&>(low));
  }

  AP_INLINE constexpr ap_int_base& get() { return *this; }
  AP_INLINE constexpr ap_int_base<W, false> get() const { return ap_int_base<W, false>(*this); }

  // ---- unary operators

  AP_INLINE constexpr bool operator!() const { return iszero(); }
  AP_INLINE constexpr ap_detail::ap_type<W, S> operator+() const { return *this; }
  AP_INLINE constexpr typename ap_detail::result_shape<1, false, W, S>::minus operator-() const {
    return ap_uint<1>(0) - *this;
  }
  AP_INLINE constexpr ap_detail::ap_type<W, S> operator~() const {
    ap_detail::ap_type<W, S> r(*this);
    r.b_not();
    return r;
  }

  AP_INLINE constexpr ap_int_base& operator++() { return *this += 1; }
  AP_INLINE constexpr ap_int_base& operator--() { return *this -= 1; }
  AP_INLINE constexpr const ap_detail::ap_type<W, S> operator++(int) {
    ap_detail::ap_type<W, S> before(*this);
    *this += 1;
    return before;
  }
  AP_INLINE constexpr const ap_detail::ap_type<W, S> operator--(int) {
    ap_detail::ap_type<W, S> before(*this);
    *this -= 1;
    return before;
  }

  // ---- compound assignment: the low W bits of the operator's result

#define AP_COMPOUND(OP)                                                                       \
  template <class T>                                                                          \
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_int_base&>        \
  operator OP##=(const T& x) {                                                                \
    V = ap_detail::cut<W, S>::apply(bits(V) OP bits(ap_detail::load(x)));                     \
    return *this;                                                                             \
  }
  AP_COMPOUND(+)
  AP_COMPOUND(-)
  AP_COMPOUND(*)
  AP_COMPOUND(&)
  AP_COMPOUND(|)
  AP_COMPOUND(^)
#undef AP_COMPOUND

#define AP_COMPOUND(OP)                                                                       \
  template <class T>                                                                          \
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_int_base&>        \
  operator OP##=(const T& x) {                                                                \
    return *this = ap_int_base(*this OP x);                                                   \
  }
  AP_COMPOUND(/)
  AP_COMPOUND(%)
#undef AP_COMPOUND

#define AP_COMPOUND(OP)                                                                       \
  template <class T>                                                                          \
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_int_base&>        \
  operator OP##=(const T& count) {                                                            \
    typedef ap_detail::operand<T> shape;                                                      \
    return *this = *this OP ap_detail::ap_type<shape::width, shape::value_sign>(count);       \
  }
  AP_COMPOUND(<<)
  AP_COMPOUND(>>)
#undef AP_COMPOUND

 private:
  /// The type modular arithmetic is done in.
  typedef ap_detail::computed<W, false> bits;

  static AP_INLINE constexpr bits bit_mask() {
    return ~bits(0) >> (ap_detail::type_bits<bits>::value - W);
  }

  /// The W bits as an unsigned number.
  AP_INLINE constexpr bits magnitude() const { return bits(V) & bit_mask(); }
};

/// Signed integer of W bits.
template <int W>
struct ap_int : ap_int_base<W, true> {
  typedef ap_int_base<W, true> Base;
  ap_int() = default;
  template <class T, class = ap_detail::enable_t<ap_detail::operand<T>::exists> >
  AP_INLINE constexpr ap_int(const T& x) : Base(x) {}
  template <class T>
  AP_INLINE constexpr ap_int(ap_detail::in_range known, const T& value) : Base(known, value) {}
  ap_int(float x) : Base(x) {}
  ap_int(double x) : Base(x) {}
  ap_int(const char* text, int radix = 0) : Base(text, radix) {}
};

/// Unsigned integer of W bits.
template <int W>
struct ap_uint : ap_int_base<W, false> {
  typedef ap_int_base<W, false> Base;
  ap_uint() = default;
  template <class T, class = ap_detail::enable_t<ap_detail::operand<T>::exists> >
  AP_INLINE constexpr ap_uint(const T& x) : Base(x) {}
  template <class T>
  AP_INLINE constexpr ap_uint(ap_detail::in_range known, const T& value) : Base(known, value) {}
  ap_uint(float x) : Base(x) {}
  ap_uint(double x) : Base(x) {}
  ap_uint(const char* text, int radix = 0) : Base(text, radix) {}
};

#include "gatesmith/integer_references.h"
#include "gatesmith/integer_operators.h"

#endif
