/**
 * Java's operators where TornadoVM has none or compiles them wrongly: written by Gatesmith in operators that it compiles
 * correctly. No function has a loop with a jump in it, and none shifts a negative number right without its sign.
 */
final class Exact {

    private static final long LOW_WORD = 0xffffffffL;

    private Exact() {}

    // ---- choices without a branch

    /** The first if the condition is 1, the second if it is 0. */
    static int choose(int condition, int first, int second) {
        return second ^ ((first ^ second) & -condition);
    }

    static long choose(int condition, long first, long second) {
        return second ^ ((first ^ second) & (long) -condition);
    }

    // ---- sums and products that may wrap around
    //
    // TornadoVM writes them as C's signed arithmetic, of which a compiler may assume that it does not overflow. Here nothing does.

    /** All bits but the lowest from a wider sum: TornadoVM would make one of ints again if the lowest were taken from it as well. */
    static int add(int a, int b) {
        long sum = (long) a + (long) b;
        return ((int) (sum >> 1) << 1) | ((a ^ b) & 1);
    }

    static int subtract(int a, int b) {
        long difference = (long) a - (long) b;
        return ((int) (difference >> 1) << 1) | ((a ^ b) & 1);
    }

    static int multiply(int a, int b) {
        long product = (long) a * (long) b;
        return ((int) (product >> 1) << 1) | (a & b & 1);
    }

    static long add(long a, long b) {
        return sum(a, b, 0);
    }

    static long subtract(long a, long b) {
        return sum(a, ~b, 1);
    }

    private static long sum(long a, long b, int carry) {
        long low = (a & LOW_WORD) + (b & LOW_WORD) + (long) carry;
        long high = ((a >> 32) & LOW_WORD) + ((b >> 32) & LOW_WORD) + ((low >> 32) & LOW_WORD);
        return (high << 32) | (low & LOW_WORD);
    }

    static long multiply(long a, long b) {
        long lowA = a & LOW_WORD;
        long first = lowA * (b & 0xffffL);
        long second = lowA * ((b >> 16) & 0xffffL);
        int crossed = add(multiply((int) (a >> 32), (int) b), multiply((int) a, (int) (b >> 32)));
        return add(add(first, second << 16), (long) crossed << 32);
    }

    /** Negated if {@code mask} is -1, as it is if it is 0. */
    private static long negated(long x, int mask) {
        return sum(x ^ (long) mask, 0L, mask & 1);
    }

    // ---- signed numbers in a long
    //
    // TornadoVM keeps a long that stems from a non-negative int in an OpenCL ulong, and what is computed from it too, so that
    // comparisons, right shifts, divisions and conversions take a negative result for a large one. The sign is therefore taken
    // from the upper word, as an int. A comparison of two words widened without sign becomes one of ints with sign, so that
    // differences are looked at instead.

    /** 0 or -1. */
    private static int sign(long x) {
        return (int) (x >> 32) >> 31;
    }

    /** 1 if the first is below the second, else 0. */
    static int less(long a, long b) {
        return lessUnsigned(a ^ 0x8000000000000000L, b ^ 0x8000000000000000L);
    }

    static long min(long a, long b) {
        return choose(less(a, b), a, b);
    }

    static long max(long a, long b) {
        return choose(less(a, b), b, a);
    }

    static long shiftRight(long x, int count) {
        int within = Math.min(count, 63);
        long kept = (2L << (63 - within)) - 1L;
        return ((x >> within) & kept) | ((long) sign(x) & ~kept);
    }

    /** The nearest int. */
    static int clamped(long x) {
        return (int) max(min(x, 2147483647L), -2147483648L);
    }

    static float toFloat(long x) {
        float size = unsignedToFloat(abs(x));
        return sign(x) != 0 ? -size : size;
    }

    static double toDouble(long x) {
        double size = unsignedToDouble(abs(x));
        return sign(x) != 0 ? -size : size;
    }

    // ---- unsigned numbers in a long

    /** 1 if the first is below the second, else 0. */
    static int lessUnsigned(long a, long b) {
        long upper = ((a >> 32) & LOW_WORD) - ((b >> 32) & LOW_WORD);
        long lower = (a & LOW_WORD) - (b & LOW_WORD);
        int equal = upper == 0L ? 1 : 0;
        return (sign(upper) | (sign(lower) & -equal)) & 1;
    }

    static int unsignedLessSigned(long a, long b) {
        int negative = sign(b) & 1;
        return lessUnsigned(a, b) & (1 - negative);
    }

    static int signedLessUnsigned(long a, long b) {
        int negative = sign(a) & 1;
        return lessUnsigned(a, b) | negative;
    }

    static int equalUnsigned(long unsigned, long signed) {
        int negative = sign(signed) & 1;
        int same = unsigned == signed ? 1 : 0;
        return same & (1 - negative);
    }

    static long minUnsigned(long a, long b) {
        return choose(lessUnsigned(a, b), a, b);
    }

    static long maxUnsigned(long a, long b) {
        return choose(lessUnsigned(a, b), b, a);
    }

    static long shiftRightUnsigned(long x, int count) {
        int within = Math.min(count, 63);
        long shifted = (x >> within) & ((2L << (63 - within)) - 1L);
        return shifted & (long) -(count > 63 ? 0 : 1);
    }

    /** By the quotient of the halves, which is at most one too small. */
    static long divideUnsigned(long a, long b) {
        long half = (a >> 1) & 0x7fffffffffffffffL;
        int large = sign(b) & 1;
        long divisor = choose(large, 1L, b);
        long quotient = (half / divisor) << 1;
        long rest = subtract(a, multiply(quotient, divisor));
        long small = quotient + (1 - lessUnsigned(rest, divisor));
        return choose(large, 1L - lessUnsigned(a, b), small);
    }

    static long remainderUnsigned(long a, long b) {
        return subtract(a, multiply(divideUnsigned(a, b), b));
    }

    static float unsignedToFloat(long x) {
        long odd = ((x >> 1) & 0x7fffffffffffffffL) | (x & 1L);
        float large = (float) odd * 2.0f;
        float small = (float) x;
        return sign(x) != 0 ? large : small;
    }

    static double unsignedToDouble(long x) {
        long odd = ((x >> 1) & 0x7fffffffffffffffL) | (x & 1L);
        double large = (double) odd * 2.0;
        double small = (double) x;
        return sign(x) != 0 ? large : small;
    }

    // ---- shifts by any count

    static int shiftLeft(int x, int count) {
        int shifted = x << (count & 31);
        return shifted & -(count > 31 ? 0 : 1);
    }

    static long shiftLeft(long x, int count) {
        long shifted = x << (count & 63);
        return shifted & (long) -(count > 63 ? 0 : 1);
    }

    // ---- division, towards zero; the smallest number by -1 is itself

    static int divide(int a, int b) {
        int negates = b == -1 ? 1 : 0;
        int quotient = a / choose(negates, 1, b);
        return choose(negates, subtract(0, a), quotient);
    }

    static long divide(long a, long b) {
        long quotient = divideUnsigned(abs(a), abs(b));
        return negated(quotient, sign(a) ^ sign(b));
    }

    static int remainder(int a, int b) {
        int divisor = choose(b == -1 ? 1 : 0, 1, b);
        return a - (a / divisor) * divisor;
    }

    static long remainder(long a, long b) {
        return subtract(a, multiply(divide(a, b), b));
    }

    /** By two to {@code log}. */
    static int dividePower(int a, int log) {
        return (a + ((a >> 31) & ((1 << log) - 1))) >> log;
    }

    static long dividePower(long a, int log) {
        return shiftRight(a + ((long) sign(a) & ((1L << log) - 1L)), log);
    }

    static int remainderPower(int a, int log) {
        return a - (dividePower(a, log) << log);
    }

    static long remainderPower(long a, int log) {
        return a - (dividePower(a, log) << log);
    }

    /** The bits from 64 on of the product, from those of 32-bit halves. */
    static long multiplyHigh(long a, long b) {
        long lowA = a & LOW_WORD;
        long lowB = b & LOW_WORD;
        long highA = shiftRight(a, 32);
        long highB = shiftRight(b, 32);
        long low = multiply(lowA, lowB);
        long carry = (low >> 32) & LOW_WORD;
        long middle = highA * lowB + carry;
        long sum = lowA * highB + (middle & LOW_WORD);
        return highA * highB + shiftRight(middle, 32) + shiftRight(sum, 32);
    }

    // ---- bits

    static int abs(int x) {
        int sign = x >> 31;
        return subtract(x ^ sign, sign);
    }

    static long abs(long x) {
        return negated(x, sign(x));
    }

    /** Of a long that TornadoVM knows it would count the bits of the lower half alone. */
    static int bitCount(long x) {
        return Integer.bitCount((int) x) + Integer.bitCount((int) (x >> 32));
    }

    static int leadingZeros(int x) {
        int a = x | (x >> 1);
        int b = a | (a >> 2);
        int c = b | (b >> 4);
        int d = c | (c >> 8);
        return 32 - Integer.bitCount(d | (d >> 16));
    }

    static int leadingZeros(long x) {
        long a = x | (x >> 1);
        long b = a | (a >> 2);
        long c = b | (b >> 4);
        long d = c | (c >> 8);
        long e = d | (d >> 16);
        return 64 - bitCount(e | (e >> 32));
    }

    static int trailingZeros(int x) {
        return Integer.bitCount(~x & (x - 1));
    }

    static int trailingZeros(long x) {
        return bitCount(~x & (x - 1L));
    }

    static int reverse(int x) {
        int a = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        int b = ((a >> 2) & 0x33333333) | ((a & 0x33333333) << 2);
        int c = ((b >> 4) & 0x0f0f0f0f) | ((b & 0x0f0f0f0f) << 4);
        int d = ((c >> 8) & 0x00ff00ff) | ((c & 0x00ff00ff) << 8);
        return ((d >> 16) & 0xffff) | (d << 16);
    }

    static long reverse(long x) {
        long low = reverse((int) x);
        long high = reverse((int) (x >> 32));
        return (low << 32) | (high & LOW_WORD);
    }

    // ---- floating point
    //
    // TornadoVM forgets what a comparison that includes equality says of NaN, so there is none of them here. It fails on a kernel
    // with both a float and a double that it knows to be infinite, and writes a NaN that it knows as a word that OpenCL C has not,
    // so both are computed from numbers that it does not know.

    /** Infinity, from any number. */
    static double infinity(double unknown) {
        double some = unknown > 0.0 ? 1.0 : 2.0;
        return some / 0.0;
    }

    /** Not a number, from any number. */
    static double nan(double unknown) {
        return (unknown * 0.0) / 0.0;
    }

    static float abs(float x) {
        return x > 0.0f ? x : 0.0f - x;
    }

    static double abs(double x) {
        return x > 0.0 ? x : 0.0 - x;
    }

    /** {@code -(-a - b)} of two zeroes is negative if one of them is. */
    static float min(float a, float b) {
        float zero = -(-a - b);
        float same = a == 0.0f ? zero : a;
        float lower = a < b ? a : b;
        float ordered = a == b ? same : lower;
        return a != a ? a : ordered;
    }

    static double min(double a, double b) {
        double zero = -(-a - b);
        double same = a == 0.0 ? zero : a;
        double lower = a < b ? a : b;
        double ordered = a == b ? same : lower;
        return a != a ? a : ordered;
    }

    static float max(float a, float b) {
        float same = a == 0.0f ? a + b : a;
        float higher = a > b ? a : b;
        float ordered = a == b ? same : higher;
        return a != a ? a : ordered;
    }

    static double max(double a, double b) {
        double same = a == 0.0 ? a + b : a;
        double higher = a > b ? a : b;
        double ordered = a == b ? same : higher;
        return a != a ? a : ordered;
    }

    /** OpenCL permits an error for float, none for double; a double root rounded to float is the float root. */
    static float sqrt(float x) {
        return (float) Math.sqrt((double) x);
    }

    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** Adding and subtracting 2^52 leaves no digits after the point; the sign of a zero comes from the operand. */
    static double rint(double x) {
        double size = abs(x);
        double whole = (size + 4503599627370496.0) - 4503599627370496.0;
        double signed = x < 0.0 ? -whole : whole;
        double zero = x * 0.0;
        double small = whole == 0.0 ? zero : signed;
        return size < 4503599627370496.0 ? small : x;
    }

    static float rint(float x) {
        return (float) rint((double) x);
    }

    static double floor(double x) {
        double nearest = rint(x);
        double lower = nearest - 1.0;
        return nearest > x ? lower : nearest;
    }

    static float floor(float x) {
        return (float) floor((double) x);
    }

    static double ceil(double x) {
        return -floor(-x);
    }

    static float ceil(float x) {
        return (float) ceil((double) x);
    }

    static int toInt(double x) {
        double low = x < -2147483648.0 ? -2147483648.0 : x;
        double limited = x > 2147483647.0 ? 2147483647.0 : low;
        double number = x != x ? 0.0 : limited;
        return (int) number;
    }

    static int toInt(float x) {
        return toInt((double) x);
    }

    static long toLong(double x) {
        double size = abs(x);
        int inside = size < 0x1p63 ? 1 : 0;
        double limited = inside != 0 ? size : 0.0;
        long magnitude = wholeOf(limited);
        int negative = x < 0.0 ? 1 : 0;
        long number = negated(magnitude, -negative);
        long limit = 0x7fffffffffffffffL + negative;
        int beyond = (1 - inside) & (x == x ? 1 : 0);
        return choose(beyond, limit, number);
    }

    /** The digits before the point, in parts: TornadoVM converts floating point to no more than an int. From 0 to below 2^63. */
    private static long wholeOf(double x) {
        int upper = (int) (x * 0x1p-32);
        double rest = x - (double) upper * 0x1p32;
        int middle = (int) (rest * 0x1p-16);
        int lower = (int) (rest - (double) middle * 0x1p16);
        return ((long) upper << 32) | ((long) middle << 16) | (long) lower;
    }

    static long toLong(float x) {
        return toLong((double) x);
    }

    /** Two to {@code exponent}, from -1074 to 1023. */
    private static double power(int exponent) {
        int size = abs(exponent);
        double aStep = exponent < 0 ? 0.5 : 2.0;
        double a = (size & 1) != 0 ? aStep : 1.0;
        double bStep = exponent < 0 ? 0.25 : 4.0;
        double b = (size & 2) != 0 ? bStep : 1.0;
        double cStep = exponent < 0 ? 0.0625 : 16.0;
        double c = (size & 4) != 0 ? cStep : 1.0;
        double dStep = exponent < 0 ? 0.00390625 : 256.0;
        double d = (size & 8) != 0 ? dStep : 1.0;
        double eStep = exponent < 0 ? 0x1p-16 : 0x1p16;
        double e = (size & 16) != 0 ? eStep : 1.0;
        double fStep = exponent < 0 ? 0x1p-32 : 0x1p32;
        double f = (size & 32) != 0 ? fStep : 1.0;
        double gStep = exponent < 0 ? 0x1p-64 : 0x1p64;
        double g = (size & 64) != 0 ? gStep : 1.0;
        double hStep = exponent < 0 ? 0x1p-128 : 0x1p128;
        double h = (size & 128) != 0 ? hStep : 1.0;
        double iStep = exponent < 0 ? 0x1p-256 : 0x1p256;
        double i = (size & 256) != 0 ? iStep : 1.0;
        double jStep = exponent < 0 ? 0x1p-512 : 0x1p512;
        double j = (size & 512) != 0 ? jStep : 1.0;
        double kStep = exponent < 0 ? 0x1p-1022 * 0.25 : 1.0;
        double k = (size & 1024) != 0 ? kStep : 1.0;
        return k * j * i * h * g * f * e * d * c * b * a;
    }

    /**
     * By arithmetic: the mantissa times a power of two, both of them exact. The largest exponent, which stands for infinity and NaN, is
     * taken for one less. The payload of a NaN is lost.
     */
    static double bitsToDouble(long bits) {
        int exponent = (int) (bits >> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        long mantissa = mantissaOf(bits);
        int scale = scaleOf(bits);
        double size = (double) mantissa * power(Math.min(scale, 971));
        double infinity = size * 2.0;
        double special = fraction == 0L ? infinity : infinity * 0.0;
        double magnitude = exponent == 0x7ff ? special : size;
        return sign(bits) != 0 ? -magnitude : magnitude;
    }

    /** As for double; with the largest exponent the product is too large for a float. */
    static float bitsToFloat(int bits) {
        int exponent = (bits >> 23) & 0xff;
        int fraction = bits & 0x7fffff;
        int tiny = exponent == 0 ? 1 : 0;
        int mantissa = fraction | ((1 - tiny) << 23);
        int scale = exponent + tiny - 150;
        float size = (float) ((double) mantissa * power(scale));
        float special = fraction == 0 ? size : size * 0.0f;
        float magnitude = exponent == 0xff ? special : size;
        return bits < 0 ? -magnitude : magnitude;
    }

    /**
     * The bits of a number, by halving its exponent's distance from zero again and again, which is exact: TornadoVM has no
     * {@code doubleToRawLongBits}. Every NaN is the canonical one.
     */
    static long bitsOf(double x) {
        double m512 = abs(x);
        int high512 = m512 < 0x1p512 ? 0 : 1;
        int low512 = m512 < 0x1p-511 ? 1 : 0;
        double down512 = high512 != 0 ? 0x1p-512 : 1.0;
        double up512 = low512 != 0 ? 0x1p512 : 1.0;
        double m256 = m512 * down512 * up512;
        int high256 = m256 < 0x1p256 ? 0 : 1;
        int low256 = m256 < 0x1p-255 ? 1 : 0;
        double down256 = high256 != 0 ? 0x1p-256 : 1.0;
        double up256 = low256 != 0 ? 0x1p256 : 1.0;
        double m128 = m256 * down256 * up256;
        int high128 = m128 < 0x1p128 ? 0 : 1;
        int low128 = m128 < 0x1p-127 ? 1 : 0;
        double down128 = high128 != 0 ? 0x1p-128 : 1.0;
        double up128 = low128 != 0 ? 0x1p128 : 1.0;
        double m64 = m128 * down128 * up128;
        int high64 = m64 < 0x1p64 ? 0 : 1;
        int low64 = m64 < 0x1p-63 ? 1 : 0;
        double down64 = high64 != 0 ? 0x1p-64 : 1.0;
        double up64 = low64 != 0 ? 0x1p64 : 1.0;
        double m32 = m64 * down64 * up64;
        int high32 = m32 < 0x1p32 ? 0 : 1;
        int low32 = m32 < 0x1p-31 ? 1 : 0;
        double down32 = high32 != 0 ? 0x1p-32 : 1.0;
        double up32 = low32 != 0 ? 0x1p32 : 1.0;
        double m16 = m32 * down32 * up32;
        int high16 = m16 < 0x1p16 ? 0 : 1;
        int low16 = m16 < 0x1p-15 ? 1 : 0;
        double down16 = high16 != 0 ? 0x1p-16 : 1.0;
        double up16 = low16 != 0 ? 0x1p16 : 1.0;
        double m8 = m16 * down16 * up16;
        int high8 = m8 < 0x1p8 ? 0 : 1;
        int low8 = m8 < 0x1p-7 ? 1 : 0;
        double down8 = high8 != 0 ? 0x1p-8 : 1.0;
        double up8 = low8 != 0 ? 0x1p8 : 1.0;
        double m4 = m8 * down8 * up8;
        int high4 = m4 < 0x1p4 ? 0 : 1;
        int low4 = m4 < 0x1p-3 ? 1 : 0;
        double down4 = high4 != 0 ? 0x1p-4 : 1.0;
        double up4 = low4 != 0 ? 0x1p4 : 1.0;
        double m2 = m4 * down4 * up4;
        int high2 = m2 < 0x1p2 ? 0 : 1;
        int low2 = m2 < 0x1p-1 ? 1 : 0;
        double down2 = high2 != 0 ? 0x1p-2 : 1.0;
        double up2 = low2 != 0 ? 0x1p2 : 1.0;
        double m1 = m2 * down2 * up2;
        int high1 = m1 < 0x1p1 ? 0 : 1;
        int low1 = m1 < 0x1p-0 ? 1 : 0;
        double down1 = high1 != 0 ? 0x1p-1 : 1.0;
        double up1 = low1 != 0 ? 0x1p1 : 1.0;
        double m0 = m1 * down1 * up1;
        int exponent = 512 * (high512 - low512) + 256 * (high256 - low256) + 128 * (high128 - low128) + 64 * (high64 - low64) + 32 * (high32 - low32) + 16 * (high16 - low16) + 8 * (high8 - low8) + 4 * (high4 - low4) + 2 * (high2 - low2) + 1 * (high1 - low1);
        long normal = ((long) (exponent + 1023) << 52) + wholeOf((m0 - 1.0) * 0x1p52);
        double tiny = m512 < 0x1p-1022 ? m512 : 0.0;
        long subnormal = wholeOf(tiny * 0x1p537 * 0x1p537);
        long number = choose(m512 < 0x1p-1022 ? 1 : 0, subnormal, normal);
        long large = choose(finite(x), number, 0x7ff0000000000000L);
        long magnitude = choose(x == x ? 1 : 0, large, 0x7ff8000000000000L);
        int negative = (x < 0.0 ? 1 : 0) | (1.0 / x < 0.0 ? 1 : 0);
        return magnitude | ((long) negative << 63);
    }

    static int bitsOf(float x) {
        long bits = bitsOf((double) x);
        int exponent = ((int) (bits >> 52) & 0x7ff) - 1023;
        int upper = (int) (bits >> 32);
        int normal = ((exponent + 127) << 23) + ((int) (bits >> 29) & 0x7fffff);
        int subnormal = (int) ((double) abs(x) * 0x1p149);
        int number = choose(exponent < -126 ? 1 : 0, subnormal, normal);
        int special = 0x7f800000 | ((int) (bits >> 29) & 0x7fffff);
        return choose(exponent == 1024 ? 1 : 0, special, number) | (upper & 0x80000000);
    }

    // ---- remainder and fused multiply-add by integers

    /** Position of the lowest bit of the mantissa, as an exponent of two. */
    private static int scaleOf(long bits) {
        int exponent = (int) (bits >> 52) & 0x7ff;
        return exponent + (exponent == 0 ? 1 : 0) - 1075;
    }

    private static long mantissaOf(long bits) {
        int exponent = (int) (bits >> 52) & 0x7ff;
        long fraction = bits & 0xfffffffffffffL;
        return fraction | ((long) (exponent == 0 ? 0 : 1) << 52);
    }

    /** Whether a number is finite: 1 or 0. */
    private static int finite(double x) {
        return x - x == 0.0 ? 1 : 0;
    }

    /** Long division of the mantissas, bit by bit. */
    static double remainder(double a, double b) {
        long bitsA = bitsOf(a);
        long bitsB = bitsOf(b);
        int scaleA = scaleOf(bitsA);
        int scaleB = scaleOf(bitsB);
        long divisor = mantissaOf(bitsB) << Math.min(Math.max(scaleB - scaleA, 0), 52);
        long safe = divisor | (divisor == 0L ? 1 : 0);
        long rest = mantissaOf(bitsA) % safe;
        int steps = Math.max(scaleA - scaleB, 0);
        for (int i = 0; i < steps; i++) {
            long doubled = rest << 1;
            rest = doubled - (safe & -((long) (doubled >= safe ? 1 : 0)));
        }
        double size = (double) rest * power(Math.min(Math.min(scaleA, scaleB), 971));
        double signed = a < 0.0 ? -size : size;
        double exact = rest == 0L ? a * 0.0 : signed;
        double quotient = abs(a) < abs(b) ? a : exact;
        int defined = finite(a) & (b == b ? 1 : 0) & (b != 0.0 ? 1 : 0);
        return defined != 0 ? quotient : nan(a);
    }

    static float remainder(float a, float b) {
        return (float) remainder((double) a, (double) b);
    }

    /**
     * The product is exact in double. Of the sum, the last bit is set if it was rounded, so that the second rounding decides as
     * if it were the first (S. Boldo, G. Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding
     * to odd", IEEE TC 57(4), 2008).
     */
    static float fma(float a, float b, float c) {
        double product = (double) a * (double) b;
        double addend = (double) c;
        double sum = product + addend;
        double part = sum - product;
        double error = (product - (sum - part)) + (addend - part);
        long bits = bitsOf(sum);
        int opposite = (error > 0.0 ? 1 : 0) ^ (sum > 0.0 ? 1 : 0);
        long outwards = 1L - 2L * opposite;
        int rounded = (error != 0.0 ? 1 : 0) & finite(error) & finite(sum) & (1 - (int) (bits & 1L));
        double odd = bitsToDouble(bits + outwards);
        return (float) (rounded != 0 ? odd : sum);
    }

    // ---- fused multiply-add of doubles, in 128 bits

    /** What is not finite or zero needs no exactness: the operators round once, if at all. */
    static double fma(double a, double b, double c) {
        int zero = zero(a) | zero(b);
        int factors = finite(a) & finite(b);
        double product = a * b;
        double sum = product + c;
        double plain = (zero(c) & (1 - zero)) != 0 ? product : sum;
        double special = (factors & (1 - finite(c))) != 0 ? c : plain;
        double exact = sumOfProduct(bitsOf(a), bitsOf(b), bitsOf(c));
        int ordinary = factors & finite(c) & (1 - zero) & (1 - zero(c));
        return ordinary != 0 ? exact : special;
    }

    private static int zero(double x) {
        return x == 0.0 ? 1 : 0;
    }

    /** How far a mantissa must be shifted to have 53 bits. */
    private static int missing(long mantissa) {
        return leadingZeros(mantissa) - 11;
    }

    /**
     * Of numbers given by their bits, neither of them zero. The product and the addend become two words each, their highest bits at
     * 114 or 115 and at least 10 zeroes below; whichever has the smaller scale is shifted right by the difference, and its lowest bit
     * is set if anything was lost, which is enough for the rounding at the end.
     */
    private static double sumOfProduct(long a, long b, long c) {
        int missingA = missing(mantissaOf(a));
        int missingB = missing(mantissaOf(b));
        int missingC = missing(mantissaOf(c));
        long left = mantissaOf(a) << (missingA + 10);
        long right = mantissaOf(b) << missingB;
        long addend = mantissaOf(c) << missingC;
        int scaleOfProduct = scaleOf(a) - missingA + scaleOf(b) - missingB - 10;
        int scaleOfAddend = scaleOf(c) - missingC - 63;
        int scale = Math.max(scaleOfProduct, scaleOfAddend);
        int shiftP = scale - scaleOfProduct;
        int shiftC = scale - scaleOfAddend;
        long productHigh = multiplyHigh(left, right);
        long productLow = multiply(left, right);
        long highP = shiftRightUnsigned(productHigh, shiftP);
        long lowP = shiftedLow(productHigh, productLow, shiftP);
        long high = addend >> 1;
        long low = addend << 63;
        long highC = shiftRightUnsigned(high, shiftC);
        long lowC = shiftedLow(high, low, shiftC);
        int signP = sign(a) ^ sign(b);
        int opposite = signP ^ sign(c);
        long otherLow = negated(lowC, opposite);
        long sumLow = add(lowP, otherLow);
        long otherHigh = negatedHigh(highC, lowC, opposite);
        long sumHigh = sum(highP, otherHigh, lessUnsigned(sumLow, otherLow));
        int negative = sign(sumHigh);
        long sizeHigh = negatedHigh(sumHigh, sumLow, negative);
        long sizeLow = negated(sumLow, negative);
        long bits = rounded(sizeHigh, sizeLow, scale);
        long sign = (long) (signP ^ negative) << 63;
        return bitsToDouble(choose((sizeHigh | sizeLow) == 0L ? 1 : 0, 0L, bits | sign));
    }

    /** The lower word of two, shifted right together, with the lowest bit set if a lower one was. */
    private static long shiftedLow(long high, long low, int count) {
        int near = Math.min(count, 64);
        int far = Math.min(Math.max(count - 64, 0), 64);
        int beyond = count > 64 ? 1 : 0;
        long nearKept = shiftRightUnsigned(low, near) | shiftLeft(high, 64 - near);
        long farKept = shiftRightUnsigned(high, far);
        long farLost = low | shiftLeft(high, 64 - far);
        long lost = choose(beyond, farLost, shiftLeft(low, 64 - near));
        return choose(beyond, farKept, nearKept) | (long) (lost == 0L ? 0 : 1);
    }

    /** The upper word of two that are negated together. */
    private static long negatedHigh(long high, long low, int mask) {
        int carry = low == 0L ? 1 : 0;
        return sum(high ^ (long) mask, 0L, carry & mask & 1);
    }

    /** The bits of the double nearest to a number of two words times two to {@code scale}; the number is not zero. */
    private static long rounded(long high, long low, int scale) {
        int empty = high == 0L ? 1 : 0;
        int zeroes = choose(empty, 64 + leadingZeros(low), leadingZeros(high));
        int count = zeroes - 1;
        int near = Math.min(count, 64);
        long upper = shiftLeft(high, near) | shiftRightUnsigned(low, 64 - near);
        long top = choose(count > 64 ? 1 : 0, shiftLeft(low, Math.max(count - 64, 0)), upper);
        long lost = shiftLeft(low, near) & (long) -(count > 64 ? 0 : 1);
        long digits = top | (long) (lost == 0L ? 0 : 1);
        int exponent = scale + 126 - count;
        int dropped = 10 + Math.max(-1022 - exponent, 0);
        int within = Math.min(dropped, 63);
        long kept = digits >> within;
        long rest = digits & ((1L << within) - 1L);
        long half = 1L << (within - 1);
        int tie = rest == half ? 1 : 0;
        int up = less(half, rest) | (tie & (int) (kept & 1L));
        long number = (kept + (long) up) & (long) -(dropped > 63 ? 0 : 1);
        long normal = (long) Math.max(Math.min(exponent, 1024) + 1022, 0) << 52;
        return minUnsigned(add(normal, number), 0x7ff0000000000000L);
    }
}
