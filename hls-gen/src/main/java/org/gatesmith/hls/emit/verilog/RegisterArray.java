package org.gatesmith.hls.emit.verilog;

/**
 * Words in flip-flops, any of which can be read and written in any cycle.
 *
 * @param width bits of a word
 * @param depth words
 */
record RegisterArray(String name, int width, int depth) {}
