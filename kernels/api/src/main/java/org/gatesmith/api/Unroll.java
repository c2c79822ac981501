package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a loop counter: replicate the loop body in hardware.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE})
public @interface Unroll {
    /** Number of copies of the body; 0 unrolls the loop completely, which needs a constant trip count. */
    int factor() default 0;
}
