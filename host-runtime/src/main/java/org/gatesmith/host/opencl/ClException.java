package org.gatesmith.host.opencl;

/** A call of OpenCL failed. */
final class ClException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    /**
     * @param doing what was tried, as in {@code "clCreateBuffer"}
     */
    ClException(String doing, int code) {
        super(doing + ": " + ClStatus.describe(code));
        this.code = code;
    }

    int code() {
        return code;
    }
}
