// What may stand in an arbitrary-precision expression, and the widths of the results: the
// published rules of the vendor's ap_int library (Xilinx HLS_arbitrary_Precision_Types,
// ap_int_base.h, struct RType; UG1399 "Arbitrary Precision Integer Arithmetic").
#ifndef GATESMITH_INTEGER_OPERANDS_H
#define GATESMITH_INTEGER_OPERANDS_H

#include "integer_storage.h"

template <int W, bool S>
struct ap_int_base;
template <int W>
struct ap_int;
template <int W>
struct ap_uint;
template <int W, bool S>
struct ap_bit_ref;
template <int W, bool S>
struct ap_range_ref;
template <int W1, class T1, int W2, class T2>
struct ap_concat_ref;

namespace ap_detail {

/// The public type of W bits: ap_int or ap_uint.
template <int W, bool S>
using ap_type = select_t<S, ap_int<W>, ap_uint<W> >;

/// What an operand is: a number of ours, a part of one, a native number, or nothing we know.
enum operand_kind { WHOLE, RANGE, BIT, CONCAT, NATIVE, NOTHING };

/// An operand that is one of our types. `width` and `sign` enter the rules for result widths;
/// `value_sign` is the sign of the value itself, which differs for a part-select of a signed
/// number: its value is unsigned, but with another arbitrary-precision number the vendor's rules
/// take the sign of the number it is selected from.
template <operand_kind K, int W, bool S, bool ValueS>
struct ap_shape {
  static const operand_kind kind = K;
  static const int width = W;
  static const bool sign = S;
  static const bool value_sign = ValueS;
};

struct no_operand {
  static const operand_kind kind = NOTHING;
};

template <int W, bool S>
ap_shape<WHOLE, W, S, S> shape_of(const ap_int_base<W, S>*);
template <int W, bool S>
ap_shape<RANGE, W, S, false> shape_of(const ap_range_ref<W, S>*);
template <int W, bool S>
ap_shape<BIT, 1, false, false> shape_of(const ap_bit_ref<W, S>*);
template <int W1, class T1, int W2, class T2>
ap_shape<CONCAT, W1 + W2, false, false> shape_of(const ap_concat_ref<W1, T1, W2, T2>*);
template <int N, bool S>
ap_shape<NATIVE, 64 * N, S, S> shape_of(const wide<N, S>*);
no_operand shape_of(...);

template <class T>
struct is_enum {
  static const bool value = __is_enum(T);
};

/// The type an operand of type T is read as: itself, or the integer an enumeration promotes to.
template <class T, bool Enum = is_enum<T>::value>
struct promoted {
  typedef T type;
};
template <class T>
struct promoted<volatile T, false> {
  typedef T type;
};
template <class T>
struct promoted<T, true> {
  typedef decltype(+T()) type;
};

template <class T, bool Native>
struct operand_shape : ap_shape<NATIVE, native<T>::width, native<T>::sign, native<T>::sign> {};
template <class T>
struct operand_shape<T, false> : decltype(shape_of(static_cast<T*>(nullptr))) {};

/// Shape of T in an expression.
template <class T, class P = typename promoted<T>::type>
struct operand : operand_shape<P, native<P>::exists> {
  typedef operand_shape<P, native<P>::exists> shape;
  static const bool exists = shape::kind != NOTHING;
  static const bool ours = shape::kind < NATIVE;
  static const bool whole = shape::kind == WHOLE;
  static const bool range = shape::kind == RANGE;
};

/// Where our binary operators apply: a number with anything, or a part-select with anything. Other
/// parts among themselves or with native numbers convert to native numbers first.
template <class A, class B>
using enable_ap_binary =
    enable_t<operand<A>::exists && operand<B>::exists &&
             (operand<A>::whole || operand<B>::whole || operand<A>::range || operand<B>::range)>;

/// The plain value of an operand: a native integer or a `wide`.
template <class T>
AP_INLINE constexpr enable_t<native<typename promoted<T>::type>::exists, typename promoted<T>::type>
load(
    const T& x) {
  return x;
}
template <int N, bool S>
AP_INLINE constexpr wide<N, S> load(const wide<N, S>& x) {
  return x;
}
template <int W, bool S>
AP_INLINE constexpr stored<W, S> load(const ap_int_base<W, S>& x) {
  return x.V;
}
template <int W, bool S>
AP_INLINE constexpr stored<W, false> load(const ap_range_ref<W, S>& x) {
  return x.get().V;
}
template <int W, bool S>
AP_INLINE constexpr bool load(const ap_bit_ref<W, S>& x) {
  return x.get();
}
template <int W1, class T1, int W2, class T2>
AP_INLINE constexpr stored<W1 + W2, false> load(const ap_concat_ref<W1, T1, W2, T2>& x) {
  return x.get().V;
}

/// Widths and signs of the results of `W1 op W2`.
template <int W1, bool S1, int W2, bool S2>
struct result_shape {
  static const int common_w = larger(W1 + (S2 && !S1), W2 + (S1 && !S2));
  static const bool any_s = S1 || S2;

  typedef ap_type<W1 + W2, any_s> mult;
  typedef ap_type<common_w + 1, any_s> plus;
  typedef ap_type<common_w + 1, true> minus;
  typedef ap_type<common_w, any_s> logic;
  typedef ap_type<W1 + S2, any_s> div;
  typedef ap_type<smaller(W1, W2 + (!S2 && S1)), S1> mod;
};

/// Result types of an expression on operand types A and B: `exact` holds every result; `declared`
/// is what the vendor's operators return. They differ for a native number on the left of a
/// division, where the rule is applied with the operands exchanged (1000 / ap_int<8>(1) has 9
/// bits), and for a part-select of a signed number.
template <class A, class B>
struct result {
  typedef operand<A> a;
  typedef operand<B> b;
  typedef result_shape<a::width, a::value_sign, b::width, b::value_sign> exact;
  typedef select_t<a::whole || b::whole,
                   select_t<a::kind == NATIVE, result_shape<b::width, b::sign, a::width, a::sign>,
                            result_shape<a::width, a::sign, b::width, b::sign> >,
                   exact>
      declared;
};

/// Shape of the numbers a division of values of A and B is carried out on. Exact for operands of
/// one sign. For mixed signs the vendor's library takes the sign of the wider operand, so that
/// -6 / ap_uint<32>(3) divides a large positive number, and the remainder of an unsigned dividend
/// never looks at the divisor's sign; both are followed, so that csim shows what they do.
template <class A, class B>
struct division_shape {
  typedef operand<A> a;
  typedef operand<B> b;
  static const bool any_s = a::value_sign || b::value_sign;
  static const bool mixed = a::value_sign != b::value_sign;
  static const int width = larger(a::width, b::width) + mixed;
  static const bool quotient_sign = a::width > b::width   ? a::value_sign
                                    : b::width > a::width ? b::value_sign
                                                          : any_s;
  static const bool remainder_sign = a::value_sign && quotient_sign;
};

/// How values of A and B are ordered. Exact, but for mixed signs with an unsigned operand of at
/// least 32 bits and not narrower than the signed one: there a negative number counts as larger
/// than any unsigned one, as in C.
template <class A, class B>
struct order_shape {
  typedef operand<A> a;
  typedef operand<B> b;
  static const bool mixed = a::value_sign != b::value_sign;
  static const int widest = larger(a::width, b::width);
  static const int unsigned_width = a::value_sign ? b::width : a::width;
  static const bool as_unsigned = mixed && widest >= 32 && unsigned_width == widest;
  static const bool sign = (a::value_sign || b::value_sign) && !as_unsigned;
  typedef computed<widest + mixed, sign> value;
};

/// How values of A and B are tested for equality: exactly, but for mixed signs modulo 2^width,
/// so that a negative number equals the unsigned one of the same bits.
template <class A, class B>
struct equality_shape {
  typedef order_shape<A, B> order;
  static const bool mixed = order::mixed;
  static const bool one_width = operand<A>::width == operand<B>::width;
  static const int width = one_width && order::widest <= 64 ? 64 : larger(order::widest, 32);
  typedef computed<width, !mixed && operand<A>::value_sign> value;
};

}  // namespace ap_detail

#endif
