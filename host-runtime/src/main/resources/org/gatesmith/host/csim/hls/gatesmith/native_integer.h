// The native integer types the arbitrary-precision integers are built on, with their widths.
// Our own traits: std::is_integral leaves out __int128 under -std=c++14, and <type_traits> is
// most of what a small kernel would otherwise have to parse.
#ifndef GATESMITH_NATIVE_INTEGER_H
#define GATESMITH_NATIVE_INTEGER_H

#define AP_INLINE inline __attribute__((always_inline))

namespace ap_detail {

typedef long long s64;
typedef unsigned long long u64;
__extension__ typedef __int128 s128;
__extension__ typedef unsigned __int128 u128;

template <bool Condition, class T = void>
struct enable {};
template <class T>
struct enable<true, T> {
  typedef T type;
};
template <bool Condition, class T = void>
using enable_t = typename enable<Condition, T>::type;

template <bool Condition, class A, class B>
struct select {
  typedef A type;
};
template <class A, class B>
struct select<false, A, B> {
  typedef B type;
};
template <bool Condition, class A, class B>
using select_t = typename select<Condition, A, B>::type;

/// Width and sign of a native integer type as operand of an arbitrary-precision operator.
template <class T>
struct native {
  static const bool exists = false;
};

template <int W, bool S>
struct native_shape {
  static const bool exists = true;
  static const int width = W;
  static const bool sign = S;
};

template <> struct native<bool> : native_shape<1, false> {};
template <> struct native<char> : native_shape<8, char(-1) < 0> {};
template <> struct native<signed char> : native_shape<8, true> {};
template <> struct native<unsigned char> : native_shape<8, false> {};
template <> struct native<short> : native_shape<16, true> {};
template <> struct native<unsigned short> : native_shape<16, false> {};
template <> struct native<int> : native_shape<32, true> {};
template <> struct native<unsigned> : native_shape<32, false> {};
template <> struct native<long> : native_shape<8 * sizeof(long), true> {};
template <> struct native<unsigned long> : native_shape<8 * sizeof(long), false> {};
template <> struct native<s64> : native_shape<64, true> {};
template <> struct native<u64> : native_shape<64, false> {};
template <> struct native<s128> : native_shape<128, true> {};
template <> struct native<u128> : native_shape<128, false> {};

template <class T>
struct is_native {
  static const bool value = native<T>::exists;
};

template <class T>
struct is_signed {
  static const bool value = native<T>::sign;
};

}  // namespace ap_detail

#endif
