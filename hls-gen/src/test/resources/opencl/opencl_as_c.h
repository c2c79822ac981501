// Enough of OpenCL C for a C compiler to take emitted kernels. Attributes are taken out of the text before.
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>
#include <tgmath.h>

typedef unsigned char uchar;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;

#define __kernel
#define __global
#define __constant const

static inline int as_int(float x) {
    int bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline float as_float(int x) {
    float number;
    memcpy(&number, &x, sizeof number);
    return number;
}

static inline long as_long(double x) {
    long bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static inline double as_double(long x) {
    double number;
    memcpy(&number, &x, sizeof number);
    return number;
}

// Functions in OpenCL C, so that an operand which reads a pipe is evaluated once.
#define chosen(a, b, less) \
    ({ \
        __typeof__((a) + 0) left_of_two = (a); \
        __typeof__((b) + 0) right_of_two = (b); \
        left_of_two less right_of_two ? left_of_two : right_of_two; \
    })
#define min(a, b) chosen(a, b, <)
#define max(a, b) chosen(a, b, >)

// One work-item.
#define get_global_id(d) 0
#define get_global_size(d) 1
