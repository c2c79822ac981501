// Operations that Java defines more closely than C++: rounding to integers that saturates, minimum and maximum of
// floating-point numbers, bit patterns, bit counts. Each follows the Java SE API documentation or the Java Language
// Specification; all are synthesizable.
#ifndef GATESMITH_JAVA_SEMANTICS_H
#define GATESMITH_JAVA_SEMANTICS_H

#include <climits>
#include <cmath>
#include <cstdint>

namespace java {

// ---- bit patterns (Float.floatToRawIntBits and its relatives)

inline int float_to_bits(float x) {
    union {
        float number;
        int32_t bits;
    } pattern;
    pattern.number = x;
    return pattern.bits;
}

inline float bits_to_float(int bits) {
    union {
        float number;
        int32_t bits;
    } pattern;
    pattern.bits = bits;
    return pattern.number;
}

inline int64_t double_to_bits(double x) {
    union {
        double number;
        int64_t bits;
    } pattern;
    pattern.number = x;
    return pattern.bits;
}

inline double bits_to_double(int64_t bits) {
    union {
        double number;
        int64_t bits;
    } pattern;
    pattern.bits = bits;
    return pattern.number;
}

// ---- conversion to integers (JLS 5.1.3): towards zero, NaN to 0, saturating

inline int to_int(double x) {
    if (x != x) {
        return 0;
    }
    if (x >= 2147483648.0) {
        return INT_MAX;
    }
    return x <= -2147483648.0 ? INT_MIN : int(x);
}

inline int to_int(float x) {
    if (x != x) {
        return 0;
    }
    if (x >= 2147483648.0f) {
        return INT_MAX;
    }
    return x <= -2147483648.0f ? INT_MIN : int(x);
}

inline int64_t to_long(double x) {
    if (x != x) {
        return 0;
    }
    if (x >= 9223372036854775808.0) {
        return INT64_MAX;
    }
    return x <= -9223372036854775808.0 ? INT64_MIN : int64_t(x);
}

inline int64_t to_long(float x) {
    if (x != x) {
        return 0;
    }
    if (x >= 9223372036854775808.0f) {
        return INT64_MAX;
    }
    return x <= -9223372036854775808.0f ? INT64_MIN : int64_t(x);
}

// ---- Math.min and Math.max: NaN if either operand is, -0.0 smaller than 0.0

inline float min(float a, float b) {
    if (a != a || a < b) {
        return a;
    }
    // Equal numbers differ in sign only if they are zeros.
    return a == b && float_to_bits(a) < 0 ? a : b;
}

inline float max(float a, float b) {
    if (a != a || a > b) {
        return a;
    }
    return a == b && float_to_bits(b) < 0 ? a : b;
}

inline double min(double a, double b) {
    if (a != a || a < b) {
        return a;
    }
    return a == b && double_to_bits(a) < 0 ? a : b;
}

inline double max(double a, double b) {
    if (a != a || a > b) {
        return a;
    }
    return a == b && double_to_bits(b) < 0 ? a : b;
}

// ---- Integer.bitCount, numberOfLeadingZeros, numberOfTrailingZeros, reverse, and those of Long

inline int bit_count64(int64_t x) {
    uint64_t v = uint64_t(x);
    v = (v & 0x5555555555555555ULL) + ((v >> 1) & 0x5555555555555555ULL);
    v = (v & 0x3333333333333333ULL) + ((v >> 2) & 0x3333333333333333ULL);
    v = (v & 0x0f0f0f0f0f0f0f0fULL) + ((v >> 4) & 0x0f0f0f0f0f0f0f0fULL);
    v = (v & 0x00ff00ff00ff00ffULL) + ((v >> 8) & 0x00ff00ff00ff00ffULL);
    v = (v & 0x0000ffff0000ffffULL) + ((v >> 16) & 0x0000ffff0000ffffULL);
    return int(uint32_t(v)) + int(v >> 32);
}

inline int bit_count32(int x) {
    uint32_t v = uint32_t(x);
    v = (v & 0x55555555U) + ((v >> 1) & 0x55555555U);
    v = (v & 0x33333333U) + ((v >> 2) & 0x33333333U);
    v = (v & 0x0f0f0f0fU) + ((v >> 4) & 0x0f0f0f0fU);
    v = (v & 0x00ff00ffU) + ((v >> 8) & 0x00ff00ffU);
    return int(v & 0xffffU) + int(v >> 16);
}

// Halves the part of the number that holds the highest one bit until one bit is left.
inline int leading_zeros32(int x) {
    uint32_t v = uint32_t(x);
    int zeros = v == 0 ? 1 : 0;
    for (int half = 16; half > 0; half /= 2) {
#pragma HLS unroll
        if (v >> (32 - half) == 0) {
            zeros += half;
            v <<= half;
        }
    }
    return zeros;
}

inline int leading_zeros64(int64_t x) {
    uint64_t v = uint64_t(x);
    int zeros = v == 0 ? 1 : 0;
    for (int half = 32; half > 0; half /= 2) {
#pragma HLS unroll
        if (v >> (64 - half) == 0) {
            zeros += half;
            v <<= half;
        }
    }
    return zeros;
}

// x & -x keeps the lowest one bit.
inline int trailing_zeros32(int x) {
    return x == 0 ? 32 : 31 - leading_zeros32(x & -x);
}

inline int trailing_zeros64(int64_t x) {
    return x == 0 ? 64 : 63 - leading_zeros64(x & -x);
}

inline int64_t reverse64(int64_t x) {
    uint64_t v = uint64_t(x);
    v = ((v >> 1) & 0x5555555555555555ULL) | ((v & 0x5555555555555555ULL) << 1);
    v = ((v >> 2) & 0x3333333333333333ULL) | ((v & 0x3333333333333333ULL) << 2);
    v = ((v >> 4) & 0x0f0f0f0f0f0f0f0fULL) | ((v & 0x0f0f0f0f0f0f0f0fULL) << 4);
    v = ((v >> 8) & 0x00ff00ff00ff00ffULL) | ((v & 0x00ff00ff00ff00ffULL) << 8);
    v = ((v >> 16) & 0x0000ffff0000ffffULL) | ((v & 0x0000ffff0000ffffULL) << 16);
    return int64_t(v >> 32 | v << 32);
}

inline int reverse32(int x) {
    return int(reverse64(x) >> 32);
}

}  // namespace java

#endif
