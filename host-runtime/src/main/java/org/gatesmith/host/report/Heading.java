package org.gatesmith.host.report;

/**
 * What the page is about.
 *
 * @param kernel name of the kernel, such as {@code gemm_i8}
 * @param place device and board, such as {@code csim for AMD Alveo U280}
 * @param problem the scalars that size the problem, such as {@code m=4096 n=4096 k=1024}; may be empty
 */
public record Heading(String kernel, String place, String problem) {}
