package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a loop counter: how often the loop runs, for estimates only. It never changes a result.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE})
public @interface TripCount {
    /** Fewest iterations. */
    long min() default 0;

    /** Most iterations. */
    long max();

    /** Usual number of iterations; -1 stands for the mean of {@link #min()} and {@link #max()}. */
    long typical() default -1;
}
