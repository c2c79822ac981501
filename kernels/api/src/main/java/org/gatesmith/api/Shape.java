package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Extents of an array parameter, outermost first, as integer expressions over the kernel's scalar parameters and constants,
 * for example {@code {"m", "k"}} or, with a halo, {@code {"h + 2", "w + 2"}}. The array holds the product of the extents in
 * row-major order. Buffer sizes, host tiling and burst lengths follow from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER})
public @interface Shape {
    /** One expression per dimension, outermost first, in elements. */
    String[] value();
}
