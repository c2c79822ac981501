package org.gatesmith.library.posit;

/**
 * The fields of one posit P(n, es). Its value is {@code ±significand · 2^(exponent - (n - es - 3))}, that is ±1.f · 2^exponent
 * for every code but zero and NaR.
 *
 * @param negative sign bit of the code; also set for NaR
 * @param exponent regime and exponent field together; {@code -(n - 1) · 2^es} for zero and NaR, one regime step below the
 *     smallest positive posit, which is what a decoder without special cases computes
 * @param significand 1.f as an integer of n - es - 2 bits, leading one included; 0 for zero and NaR
 * @param zero the code is 00…0
 * @param nar the code is 10…0, "not a real"
 */
public record DecodedPosit(boolean negative, int exponent, int significand, boolean zero, boolean nar) {}
