package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Contract on the values of an integer or integer array: they fit {@code n} bits unsigned, that is
 * {@code 0 <= value < 2^n}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.LOCAL_VARIABLE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface UBits {
    /** Width in bits, 1 to 63. */
    int value();
}
