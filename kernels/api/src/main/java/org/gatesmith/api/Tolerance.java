package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a kernel: the permitted difference from the JVM result. An element passes when it meets any of the bounds that are
 * set. A kernel without this annotation must agree bit for bit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD})
public @interface Tolerance {
    /** Permitted distance in units in the last place of the expected value; 0 stands for none. */
    double ulp() default 0;

    /** Permitted error relative to the expected value; 0 stands for none. */
    double rel() default 0;

    /** Permitted absolute error; 0 stands for none. */
    double abs() default 0;
}
