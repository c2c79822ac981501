package org.gatesmith.hls.rtl;

/**
 * Where the host writes an argument.
 *
 * @param parameter name of the Java parameter
 * @param offset address of the first word, from 0x10
 * @param bytes 4 or 8; an array has the 8 bytes of its address
 */
public record ArgumentRegister(String parameter, int offset, int bytes) {}
