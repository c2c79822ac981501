package org.gatesmith.host.run;

/** What the results of a device are compared with. */
public enum ExpectedFrom {
    /** The Java method itself, which defines the result. */
    JVM,
    /** The library's reference model, which computes the same in another way. */
    REFERENCE
}
