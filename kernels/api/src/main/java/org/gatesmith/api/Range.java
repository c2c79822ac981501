package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Contract on the values of an integer, or of every element of an integer array: {@code min <= value <= max}. Checked when the
 * kernel runs on the JVM, used by the compiler to infer widths.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.LOCAL_VARIABLE, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Range {
    /** Smallest permitted value. */
    long min();

    /** Largest permitted value. */
    long max();
}
