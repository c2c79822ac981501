// Parts of an arbitrary-precision integer that can be read and assigned: one bit, a range of bits,
// and the concatenation of parts. Included by ap_int.h.
#ifndef GATESMITH_INTEGER_REFERENCES_H
#define GATESMITH_INTEGER_REFERENCES_H

/// x[i]
template <int W, bool S>
struct ap_bit_ref {
  ap_int_base<W, S>& whole;
  int index;

  AP_INLINE constexpr ap_bit_ref(ap_int_base<W, S>& x, int i) : whole(x), index(i) {
    ap_detail::check_bit(i, W);
  }
  ap_bit_ref(const ap_bit_ref&) = default;

  AP_INLINE constexpr bool get() const { return whole.test(index); }
  AP_INLINE constexpr bool to_bool() const { return get(); }
  AP_INLINE constexpr operator bool() const { return get(); }
  AP_INLINE constexpr bool operator~() const { return !get(); }
  AP_INLINE constexpr int length() const { return 1; }

  /// Any value but zero sets the bit.
  template <class T>
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_bit_ref&> operator=(
      const T& x) {
    whole.set(index, !(ap_uint<1>(0) == x));
    return *this;
  }
  AP_INLINE constexpr ap_bit_ref& operator=(const ap_bit_ref& x) { return *this = x.get(); }

  /// As a part of a concatenation: the low bit.
  AP_INLINE constexpr void set(const ap_int_base<1, false>& x) { whole.set(index, x.test(0)); }
};

/// x.range(hi, lo), also x(hi, lo). With hi < lo the bits come in reverse order.
template <int W, bool S>
struct ap_range_ref {
  ap_int_base<W, S>& whole;
  int hi;
  int lo;

  AP_INLINE constexpr ap_range_ref(ap_int_base<W, S>& x, int high, int low)
      : whole(x), hi(high), lo(low) {
    ap_detail::check_bit(high, W);
    ap_detail::check_bit(low, W);
  }
  ap_range_ref(const ap_range_ref&) = default;

  AP_INLINE constexpr int length() const { return (hi >= lo ? hi - lo : lo - hi) + 1; }

  /// The selected bits as an unsigned number.
  AP_INLINE constexpr ap_uint<W> get() const { return hi >= lo ? straight() : mirrored(); }

  AP_INLINE constexpr operator ap_int_base<W, false>() const { return get(); }
  AP_INLINE constexpr operator ap_detail::u64() const { return get().to_uint64(); }
  AP_INLINE constexpr int to_int() const { return get().to_int(); }
  AP_INLINE constexpr unsigned to_uint() const { return get().to_uint(); }
  AP_INLINE constexpr long to_long() const { return get().to_long(); }
  AP_INLINE constexpr unsigned long to_ulong() const { return get().to_ulong(); }
  AP_INLINE constexpr ap_detail::s64 to_int64() const { return get().to_int64(); }
  AP_INLINE constexpr ap_detail::u64 to_uint64() const { return get().to_uint64(); }
  template <class String = std::string>
  String to_string(int radix = 2) const {
    return get().to_string(radix);
  }

  template <class T>
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_range_ref&> operator=(
      const T& x) {
    set(ap_uint<W>(x));
    return *this;
  }
  AP_INLINE constexpr ap_range_ref& operator=(const ap_range_ref& x) { return *this = x.get(); }
  ap_range_ref& operator=(const char* text) { return *this = ap_uint<W>(text); }

  /// Replaces the selected bits by the low bits of x.
  template <int W2>
  AP_INLINE constexpr void set(const ap_int_base<W2, false>& x) {
    if (hi < lo) return set_mirrored(ap_uint<W>(x));
    ap_uint<W> kept(whole & ~(mask() << lo));
    whole = kept | ((ap_uint<W>(x) & mask()) << lo);
  }

 private:
  AP_INLINE constexpr ap_uint<W> mask() const { return ap_uint<W>(-1) >> (W - length()); }

  AP_INLINE constexpr ap_uint<W> straight() const { return (ap_uint<W>(whole) >> lo) & mask(); }

  constexpr ap_uint<W> mirrored() const {
    ap_uint<W> r(0);
    for (int i = hi; i <= lo; i++) r.set(lo - i, whole.test(i));
    return r;
  }

  constexpr void set_mirrored(const ap_uint<W>& x) {
    for (int i = hi; i <= lo; i++) whole.set(i, x.test(lo - i));
  }
};

/// (high, low): the bits of one part above those of the other. A part-select counts with the bits
/// it selects, though the type of the whole is as wide as the numbers they are selected from.
template <int W1, class T1, int W2, class T2>
struct ap_concat_ref {
  T1& high;
  T2& low;

  AP_INLINE constexpr ap_concat_ref(T1& h, T2& l) : high(h), low(l) {}
  ap_concat_ref(const ap_concat_ref&) = default;

  AP_INLINE constexpr ap_uint<W1 + W2> get() const {
    return (ap_uint<W1 + W2>(ap_uint<W1>(high)) << low.length()) | ap_uint<W2>(low);
  }
  AP_INLINE constexpr operator ap_int_base<W1 + W2, false>() const { return get(); }
  AP_INLINE constexpr operator ap_detail::u64() const { return get().to_uint64(); }
  AP_INLINE constexpr int length() const { return high.length() + low.length(); }

  template <class T>
  AP_INLINE constexpr ap_detail::enable_t<ap_detail::operand<T>::exists, ap_concat_ref&> operator=(
      const T& x) {
    set(ap_uint<W1 + W2>(x));
    return *this;
  }
  AP_INLINE constexpr ap_concat_ref& operator=(const ap_concat_ref& x) { return *this = x.get(); }

  AP_INLINE constexpr void set(const ap_int_base<W1 + W2, false>& x) {
    assign(high, ap_uint<W1>(ap_uint<W1 + W2>(x) >> low.length()));
    assign(low, ap_uint<W2>(x));
  }

 private:
  template <class T, class V>
  static AP_INLINE constexpr void assign(T& part, const V& bits) {
    part = bits;
  }
};

#endif
