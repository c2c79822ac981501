package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a local array or table: split one dimension over several banks so that more elements are reached per cycle.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.LOCAL_VARIABLE, ElementType.FIELD})
@Repeatable(Partition.List.class)
public @interface Partition {
    /** Dimension to split, counted from 1; 0 splits all dimensions. */
    int dim() default 1;

    /** Distribution over the banks. */
    PartitionKind kind() default PartitionKind.COMPLETE;

    /** Number of banks; used by {@link PartitionKind#CYCLIC} and {@link PartitionKind#BLOCK} only, at least 2. */
    int factor() default 0;

    /** Several partitions, one per dimension. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.LOCAL_VARIABLE, ElementType.FIELD})
    @interface List {
        /** The partitions. */
        Partition[] value();
    }
}
