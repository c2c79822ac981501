package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a kernel class: boolean expressions over its tunables that every chosen set of values must fulfil, for example
 * {@code "ROWS * COLS <= 1024"}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Constraint {
    /** The expressions; all must hold. */
    String[] value();
}
