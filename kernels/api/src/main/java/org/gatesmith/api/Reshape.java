package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a local array or table: join the elements of one dimension into wider words, so that one access reaches several.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE, ElementType.FIELD})
public @interface Reshape {
    /** Dimension to join, counted from 1; 0 joins all dimensions. */
    int dim() default 1;

    /** Which elements share a word. */
    PartitionKind kind() default PartitionKind.COMPLETE;

    /** Number of elements per word; used by {@link PartitionKind#CYCLIC} and {@link PartitionKind#BLOCK} only, at least 2. */
    int factor() default 0;
}
