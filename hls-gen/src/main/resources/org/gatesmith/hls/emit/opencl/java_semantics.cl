// A number of 65 to 128 bits, in two's complement.
typedef struct {
    ulong high;
    ulong low;
} wide;

// The low bits of a number as a signed number.
static inline int sign_extend32(int x, int bits) {
    return (int)((uint)x << (32 - bits)) >> (32 - bits);
}

// The low bits of a number as a signed number.
static inline long sign_extend64(long x, int bits) {
    return (long)((ulong)x << (64 - bits)) >> (64 - bits);
}

// Quotients as Java has them: the most negative number divided by -1 is itself.
static inline int divide32(int a, int b) {
    return b == -1 ? (int)(0u - (uint)a) : a / b;
}

// Remainders as Java has them: none where the divisor is -1.
static inline int remainder32(int a, int b) {
    return b == -1 ? 0 : a % b;
}

// Quotients as Java has them: the most negative number divided by -1 is itself.
static inline long divide64(long a, long b) {
    return b == -1 ? (long)(0ul - (ulong)a) : a / b;
}

// Remainders as Java has them: none where the divisor is -1.
static inline long remainder64(long a, long b) {
    return b == -1 ? 0 : a % b;
}

// Math.abs as an unsigned number.
static inline uint magnitude32(int x) {
    return x < 0 ? 0u - (uint)x : (uint)x;
}

// Math.abs as an unsigned number.
static inline ulong magnitude64(long x) {
    return x < 0 ? 0ul - (ulong)x : (ulong)x;
}

// Shifts by more than the word leave nothing.
static inline ulong shift_left64(ulong x, uint places) {
    return places > 63 ? 0 : x << places;
}

// Shifts by more than the word leave the sign.
static inline long shift_right64(long x, uint places) {
    return x >> (places > 63 ? 63 : places);
}

// Shifts by more than the word leave nothing.
static inline ulong shift_right_unsigned64(ulong x, uint places) {
    return places > 63 ? 0 : x >> places;
}

// Long.bitCount.
static inline int bit_count64(ulong x) {
    ulong v = (x & 0x5555555555555555UL) + ((x >> 1) & 0x5555555555555555UL);
    v = (v & 0x3333333333333333UL) + ((v >> 2) & 0x3333333333333333UL);
    v = (v & 0x0f0f0f0f0f0f0f0fUL) + ((v >> 4) & 0x0f0f0f0f0f0f0f0fUL);
    v = (v & 0x00ff00ff00ff00ffUL) + ((v >> 8) & 0x00ff00ff00ff00ffUL);
    v = (v & 0x0000ffff0000ffffUL) + ((v >> 16) & 0x0000ffff0000ffffUL);
    return (int)((uint)v + (uint)(v >> 32));
}

// Integer.bitCount.
static inline int bit_count32(uint x) {
    return bit_count64(x);
}

// Long.numberOfLeadingZeros: halves the part that holds the highest one bit until one bit is left.
static inline int leading_zeros64(ulong x) {
    int zeros = x == 0 ? 1 : 0;
    __attribute__((opencl_unroll_hint))
    for (int part = 32; part > 0; part /= 2) {
        if (x >> (64 - part) == 0) {
            zeros += part;
            x <<= part;
        }
    }
    return zeros;
}

// Integer.numberOfLeadingZeros.
static inline int leading_zeros32(uint x) {
    return leading_zeros64(x) - 32;
}

// Long.numberOfTrailingZeros: x & -x keeps the lowest one bit.
static inline int trailing_zeros64(ulong x) {
    return x == 0 ? 64 : 63 - leading_zeros64(x & (0ul - x));
}

// Integer.numberOfTrailingZeros.
static inline int trailing_zeros32(uint x) {
    return x == 0 ? 32 : trailing_zeros64(x);
}

// Long.reverse.
static inline long reverse64(ulong x) {
    ulong v = ((x >> 1) & 0x5555555555555555UL) | ((x & 0x5555555555555555UL) << 1);
    v = ((v >> 2) & 0x3333333333333333UL) | ((v & 0x3333333333333333UL) << 2);
    v = ((v >> 4) & 0x0f0f0f0f0f0f0f0fUL) | ((v & 0x0f0f0f0f0f0f0f0fUL) << 4);
    v = ((v >> 8) & 0x00ff00ff00ff00ffUL) | ((v & 0x00ff00ff00ff00ffUL) << 8);
    v = ((v >> 16) & 0x0000ffff0000ffffUL) | ((v & 0x0000ffff0000ffffUL) << 16);
    return (long)(v >> 32 | v << 32);
}

// Integer.reverse.
static inline int reverse32(uint x) {
    return (int)(reverse64(x) >> 32);
}

// (int) of a float (JLS 5.1.3): towards zero, NaN to 0, saturating.
static inline int float_to_int(float x) {
    if (x != x) {
        return 0;
    }
    if (x >= 2147483648.0f) {
        return INT_MAX;
    }
    return x <= -2147483648.0f ? INT_MIN : (int)x;
}

// (int) of a double (JLS 5.1.3): towards zero, NaN to 0, saturating.
static inline int double_to_int(double x) {
    if (x != x) {
        return 0;
    }
    if (x >= 2147483648.0) {
        return INT_MAX;
    }
    return x <= -2147483648.0 ? INT_MIN : (int)x;
}

// (long) of a float (JLS 5.1.3): towards zero, NaN to 0, saturating.
static inline long float_to_long(float x) {
    if (x != x) {
        return 0;
    }
    if (x >= 9223372036854775808.0f) {
        return LONG_MAX;
    }
    return x <= -9223372036854775808.0f ? LONG_MIN : (long)x;
}

// (long) of a double (JLS 5.1.3): towards zero, NaN to 0, saturating.
static inline long double_to_long(double x) {
    if (x != x) {
        return 0;
    }
    if (x >= 9223372036854775808.0) {
        return LONG_MAX;
    }
    return x <= -9223372036854775808.0 ? LONG_MIN : (long)x;
}

// Math.min: NaN if either operand is, -0.0 smaller than 0.0.
static inline float min_float(float a, float b) {
    if (a != a || a < b) {
        return a;
    }
    return a == b && as_int(a) < 0 ? a : b;
}

// Math.max: NaN if either operand is, -0.0 smaller than 0.0.
static inline float max_float(float a, float b) {
    if (a != a || a > b) {
        return a;
    }
    return a == b && as_int(b) < 0 ? a : b;
}

// Math.min: NaN if either operand is, -0.0 smaller than 0.0.
static inline double min_double(double a, double b) {
    if (a != a || a < b) {
        return a;
    }
    return a == b && as_long(a) < 0 ? a : b;
}

// Math.max: NaN if either operand is, -0.0 smaller than 0.0.
static inline double max_double(double a, double b) {
    if (a != a || a > b) {
        return a;
    }
    return a == b && as_long(b) < 0 ? a : b;
}

static inline wide wide_of(ulong high, ulong low) {
    wide x;
    x.high = high;
    x.low = low;
    return x;
}

static inline wide wide_of_long(long x) {
    return wide_of((ulong)(x >> 63), (ulong)x);
}

static inline wide wide_of_ulong(ulong x) {
    return wide_of(0, x);
}

static inline wide wide_add(wide a, wide b) {
    ulong low = a.low + b.low;
    return wide_of(a.high + b.high + (low < a.low ? 1 : 0), low);
}

static inline wide wide_subtract(wide a, wide b) {
    return wide_of(a.high - b.high - (a.low < b.low ? 1 : 0), a.low - b.low);
}

// The high word of the product of the low words comes from products of half words.
static inline wide wide_multiply(wide a, wide b) {
    ulong a0 = a.low & 0xffffffffUL;
    ulong a1 = a.low >> 32;
    ulong b0 = b.low & 0xffffffffUL;
    ulong b1 = b.low >> 32;
    ulong middle = a1 * b0 + (a0 * b0 >> 32);
    ulong carried = a0 * b1 + (middle & 0xffffffffUL);
    ulong high = a1 * b1 + (middle >> 32) + (carried >> 32);
    return wide_of(high + a.low * b.high + a.high * b.low, a.low * b.low);
}

static inline wide wide_and(wide a, wide b) {
    return wide_of(a.high & b.high, a.low & b.low);
}

static inline wide wide_or(wide a, wide b) {
    return wide_of(a.high | b.high, a.low | b.low);
}

static inline wide wide_xor(wide a, wide b) {
    return wide_of(a.high ^ b.high, a.low ^ b.low);
}

static inline wide wide_shift_left(wide x, uint places) {
    if (places > 127) {
        return wide_of(0, 0);
    }
    if (places > 63) {
        return wide_of(x.low << (places - 64), 0);
    }
    return places == 0 ? x : wide_of(x.high << places | x.low >> (64 - places), x.low << places);
}

static inline wide wide_shift_right_unsigned(wide x, uint places) {
    if (places > 127) {
        return wide_of(0, 0);
    }
    if (places > 63) {
        return wide_of(0, x.high >> (places - 64));
    }
    return places == 0 ? x : wide_of(x.high >> places, x.low >> places | x.high << (64 - places));
}

static inline wide wide_shift_right(wide x, uint places) {
    wide sign = wide_of_long((long)x.high >> 63);
    wide shifted = wide_shift_right_unsigned(wide_xor(x, sign), places);
    return wide_xor(shifted, sign);
}

// The low bits of a number as a signed number.
static inline wide wide_sign_extend(wide x, int bits) {
    return wide_shift_right(wide_shift_left(x, 128 - bits), 128 - bits);
}

// The low bits of a number as an unsigned number.
static inline wide wide_zero_extend(wide x, int bits) {
    return wide_shift_right_unsigned(wide_shift_left(x, 128 - bits), 128 - bits);
}

// Negative, zero or positive, as the first number is less than, equal to or greater than the second.
static inline int wide_compare_unsigned(wide a, wide b) {
    if (a.high != b.high) {
        return a.high < b.high ? -1 : 1;
    }
    return a.low == b.low ? 0 : a.low < b.low ? -1 : 1;
}

// Negative, zero or positive, as the first number is less than, equal to or greater than the second.
static inline int wide_compare(wide a, wide b) {
    return a.high == b.high ? wide_compare_unsigned(a, b) : (long)a.high < (long)b.high ? -1 : 1;
}

// Long division, one bit of the quotient after another.
static inline wide wide_divide_unsigned(wide a, wide b) {
    wide quotient = wide_of(0, 0);
    wide rest = wide_of(0, 0);
    for (int i = 127; i >= 0; i--) {
        ulong top = rest.high >> 63;
        rest = wide_or(wide_shift_left(rest, 1), wide_and(wide_shift_right_unsigned(a, i), wide_of(0, 1)));
        if (top != 0 || wide_compare_unsigned(rest, b) >= 0) {
            rest = wide_subtract(rest, b);
            quotient = wide_or(quotient, wide_shift_left(wide_of(0, 1), i));
        }
    }
    return quotient;
}

static inline wide wide_remainder_unsigned(wide a, wide b) {
    return wide_subtract(a, wide_multiply(wide_divide_unsigned(a, b), b));
}

static inline wide wide_divide(wide a, wide b) {
    wide zero = wide_of(0, 0);
    wide dividend = (long)a.high < 0 ? wide_subtract(zero, a) : a;
    wide divisor = (long)b.high < 0 ? wide_subtract(zero, b) : b;
    wide quotient = wide_divide_unsigned(dividend, divisor);
    return (long)(a.high ^ b.high) < 0 ? wide_subtract(zero, quotient) : quotient;
}

static inline wide wide_remainder(wide a, wide b) {
    return wide_subtract(a, wide_multiply(wide_divide(a, b), b));
}

// Where a work-item begins. On an FPGA there is one, and its loop is pipelined.
static inline int first_iteration(void) {
#ifdef __xilinx__
    return 0;
#else
    return get_global_id(0);
#endif
}

// How far a work-item goes on, with so many iterations left for all of them.
static inline uint next_iteration(uint left) {
#ifdef __xilinx__
    return 1;
#else
    return min((uint)get_global_size(0), left);
#endif
}
