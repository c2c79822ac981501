// Operators between arbitrary-precision integers, their parts, and native numbers. Included by
// ap_int.h.
#ifndef GATESMITH_INTEGER_OPERATORS_H
#define GATESMITH_INTEGER_OPERATORS_H

// The exact result is returned as the declared type: the same type but for part-selects of signed
// numbers and native dividends, see result_shape.
#define AP_ARITHMETIC(OP, KIND)                                                               \
  template <class A, class B, class = ap_detail::enable_ap_binary<A, B> >                     \
  AP_INLINE constexpr typename ap_detail::result<A, B>::declared::KIND operator OP(           \
      const A& a, const B& b) {                                                               \
    typedef typename ap_detail::result<A, B>::exact::KIND exact;                              \
    typedef ap_detail::computed<exact::width, exact::is_signed> value;                        \
    return exact(ap_detail::in_range(),                                                       \
                 value(ap_detail::load(a)) OP value(ap_detail::load(b)));                     \
  }
AP_ARITHMETIC(+, plus)
AP_ARITHMETIC(-, minus)
AP_ARITHMETIC(*, mult)
AP_ARITHMETIC(&, logic)
AP_ARITHMETIC(|, logic)
AP_ARITHMETIC(^, logic)
#undef AP_ARITHMETIC

namespace ap_detail {

/// A value as a number of W bits with sign S; taken as it is if it is known to be one.
template <int W, bool S, bool Known, class T>
AP_INLINE constexpr computed<W, S> as_number(const T& value) {
  return Known ? computed<W, S>(value) : computed<W, S>(cut<W, S>::apply(value));
}

/// a / b towards zero. The most negative number divided by -1 needs one bit more than a has.
template <class R, class C>
AP_INLINE constexpr R quotient(const C& a, const C& b) {
  typedef computed<larger(R::width, type_bits<C>::value), R::is_signed> value;
  if (b == C(0)) divide_by_zero();
  if (C(-1) < C(0) && b == C(-1)) return R(value(0) - value(a));
  return R(a / b);
}

/// The remainder of a / b, with the sign of a.
template <class R, class C>
AP_INLINE constexpr R remainder(const C& a, const C& b) {
  if (b == C(0)) divide_by_zero();
  return C(-1) < C(0) && b == C(-1) ? R(0) : R(a % b);
}

/// x << count for any count: what falls out is lost.
template <class R, class X>
AP_INLINE constexpr R shift_left(const X& x, unsigned count) {
  typedef computed<R::width, false> bits;
  return count < unsigned(R::width) ? R(bits(x) << int(count)) : R(0);
}

/// x >> count for any count; copies the sign of a signed x.
template <class R, class X>
AP_INLINE constexpr R shift_right(const X& x, unsigned count) {
  typedef computed<R::width, R::is_signed> value;
  return R(in_range(),
           value(x) >> int(count < unsigned(R::width) ? count : unsigned(R::width - 1)) >>
               (count < unsigned(R::width) || R::is_signed ? 0 : 1));
}

/// A shift count as direction and distance; a negative count shifts the other way. Of a count that
/// is itself of arbitrary precision the low 32 bits count, as in the vendor's library.
template <class T>
AP_INLINE constexpr bool reversed(const T& count) {
  return operand<T>::value_sign && count < 0;
}
template <class T>
AP_INLINE constexpr unsigned distance(const T& count) {
  typedef computed<larger(operand<T>::width, 64), operand<T>::value_sign> value;
  typedef computed<larger(operand<T>::width, 64), false> size;
  size far = reversed(count) ? size(0) - size(value(load(count))) : size(load(count));
  return operand<T>::kind == NATIVE && size(AP_INT_MAX_W) < far ? unsigned(AP_INT_MAX_W) : unsigned(far);
}

template <class A, class B>
using enable_ap_shift =
    enable_t<operand<A>::ours && operand<B>::exists &&
             (operand<A>::kind != BIT || operand<B>::whole || operand<B>::range)>;

/// A shift keeps the type of its left operand; a part-select shifted by a number of arbitrary
/// precision takes the sign of the number it is selected from.
template <class A, class B>
using shifted =
    ap_type<operand<A>::width, operand<B>::whole ? operand<A>::sign : operand<A>::value_sign>;

}  // namespace ap_detail

#define AP_DIVISION(OP, KIND, FUNCTION)                                                       \
  template <class A, class B, class = ap_detail::enable_ap_binary<A, B> >                     \
  AP_INLINE constexpr typename ap_detail::result<A, B>::declared::KIND operator OP(           \
      const A& a, const B& b) {                                                               \
    typedef ap_detail::division_shape<A, B> shape;                                            \
    return ap_detail::FUNCTION<typename ap_detail::result<A, B>::exact::KIND>(                \
        ap_detail::as_number<shape::width, shape::FUNCTION##_sign, !shape::mixed>(            \
            ap_detail::load(a)),                                                              \
        ap_detail::as_number<shape::width, shape::FUNCTION##_sign, !shape::mixed>(            \
            ap_detail::load(b)));                                                             \
  }
AP_DIVISION(/, div, quotient)
AP_DIVISION(%, mod, remainder)
#undef AP_DIVISION

template <class A, class B, class = ap_detail::enable_ap_shift<A, B> >
AP_INLINE constexpr ap_detail::shifted<A, B> operator<<(const A& a, const B& count) {
  typedef ap_detail::ap_type<ap_detail::operand<A>::width, ap_detail::operand<A>::value_sign> R;
  return ap_detail::reversed(count)
             ? ap_detail::shift_right<R>(ap_detail::load(a), ap_detail::distance(count))
             : ap_detail::shift_left<R>(ap_detail::load(a), ap_detail::distance(count));
}

template <class A, class B, class = ap_detail::enable_ap_shift<A, B> >
AP_INLINE constexpr ap_detail::shifted<A, B> operator>>(const A& a, const B& count) {
  typedef ap_detail::ap_type<ap_detail::operand<A>::width, ap_detail::operand<A>::value_sign> R;
  return ap_detail::reversed(count)
             ? ap_detail::shift_left<R>(ap_detail::load(a), ap_detail::distance(count))
             : ap_detail::shift_right<R>(ap_detail::load(a), ap_detail::distance(count));
}

#define AP_ORDER(OP, EXPRESSION)                                                              \
  template <class A, class B, class = ap_detail::enable_ap_binary<A, B> >                     \
  AP_INLINE constexpr bool operator OP(const A& x, const B& y) {                              \
    typedef typename ap_detail::order_shape<A, B>::value value;                               \
    value a(ap_detail::load(x));                                                              \
    value b(ap_detail::load(y));                                                              \
    return EXPRESSION;                                                                        \
  }
AP_ORDER(<, a < b)
AP_ORDER(>, b < a)
AP_ORDER(<=, !(b < a))
AP_ORDER(>=, !(a < b))
#undef AP_ORDER

template <class A, class B, class = ap_detail::enable_ap_binary<A, B> >
AP_INLINE constexpr bool operator==(const A& x, const B& y) {
  typedef ap_detail::equality_shape<A, B> shape;
  typedef typename shape::value value;
  return shape::mixed ? ap_detail::cut<shape::width, false>::apply(ap_detail::load(x)) ==
                            ap_detail::cut<shape::width, false>::apply(ap_detail::load(y))
                      : value(ap_detail::load(x)) == value(ap_detail::load(y));
}

template <class A, class B, class = ap_detail::enable_ap_binary<A, B> >
AP_INLINE constexpr bool operator!=(const A& x, const B& y) {
  return !(x == y);
}

// With a floating-point operand: in its type; as in the vendor's library an integer wider than 64
// bits enters arithmetic with its low 64 bits, comparison with its value.
#define AP_FLOATING(OP, FLOATING)                                                             \
  template <int W, bool S>                                                                    \
  AP_INLINE constexpr FLOATING operator OP(const ap_int_base<W, S>& a, FLOATING b) {          \
    return FLOATING(typename ap_int_base<W, S>::RetType(a)) OP b;                             \
  }                                                                                           \
  template <int W, bool S>                                                                    \
  AP_INLINE constexpr FLOATING operator OP(FLOATING a, const ap_int_base<W, S>& b) {          \
    return a OP FLOATING(typename ap_int_base<W, S>::RetType(b));                             \
  }
AP_FLOATING(+, float)
AP_FLOATING(-, float)
AP_FLOATING(*, float)
AP_FLOATING(/, float)
AP_FLOATING(+, double)
AP_FLOATING(-, double)
AP_FLOATING(*, double)
AP_FLOATING(/, double)
#undef AP_FLOATING

#define AP_FLOATING_COMPARISON(OP, FLOATING)                                                  \
  template <int W, bool S>                                                                    \
  AP_INLINE bool operator OP(const ap_int_base<W, S>& a, FLOATING b) {                        \
    return a.to_double() OP b;                                                                \
  }                                                                                           \
  template <int W, bool S>                                                                    \
  AP_INLINE bool operator OP(FLOATING a, const ap_int_base<W, S>& b) {                        \
    return a OP b.to_double();                                                                \
  }
#define AP_FLOATING_COMPARISONS(FLOATING) \
  AP_FLOATING_COMPARISON(==, FLOATING)    \
  AP_FLOATING_COMPARISON(!=, FLOATING)    \
  AP_FLOATING_COMPARISON(<, FLOATING)     \
  AP_FLOATING_COMPARISON(>, FLOATING)     \
  AP_FLOATING_COMPARISON(<=, FLOATING)    \
  AP_FLOATING_COMPARISON(>=, FLOATING)
AP_FLOATING_COMPARISONS(float)
AP_FLOATING_COMPARISONS(double)
#undef AP_FLOATING_COMPARISONS
#undef AP_FLOATING_COMPARISON

/// Concatenation; the left operand becomes the upper bits.
template <class A, class B,
          class = ap_detail::enable_t<ap_detail::operand<A>::ours && ap_detail::operand<B>::ours> >
AP_INLINE constexpr ap_concat_ref<ap_detail::operand<A>::width, A, ap_detail::operand<B>::width, B>
operator,(const A& high, const B& low) {
  return ap_concat_ref<ap_detail::operand<A>::width, A, ap_detail::operand<B>::width, B>(
      const_cast<A&>(high), const_cast<B&>(low));
}

/// Decimal, or as the stream's base asks.
template <class Traits, int W, bool S>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             const ap_int_base<W, S>& x) {
  typedef std::basic_ostream<char, Traits> stream;
  int radix = (out.flags() & stream::hex) ? 16 : (out.flags() & stream::oct) ? 8 : 10;
  return out << x.to_string(radix);
}

#endif
