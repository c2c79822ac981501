package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a loop counter: floating-point reductions carried by this loop may be summed in another order, within the kernel's
 * {@link Tolerance}. Without it the order of the Java source is kept.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE})
public @interface Reassociate {}
