package org.gatesmith.hls.ir;

/** Type of a {@link Value}. */
public sealed interface Type permits ScalarType, ArrayType, PortType, FifoType {}
