package org.gatesmith.hls.interp;

/** A port with the memory that the kernel was given for it. */
record BoundPort(String name, PortMemory memory) implements Memory {}
