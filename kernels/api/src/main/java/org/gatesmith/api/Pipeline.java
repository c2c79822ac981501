package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a loop counter: start a new iteration of this loop every {@link #ii()} cycles.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE})
public @interface Pipeline {
    /** Requested initiation interval in cycles, at least 1. */
    int ii() default 1;
}
