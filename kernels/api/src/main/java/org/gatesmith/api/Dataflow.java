package org.gatesmith.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a kernel or helper method: its calls run as concurrent processes joined by FIFOs and ping-pong buffers. The body may
 * hold declarations of FIFOs, local arrays and scalars, and calls of {@code void} methods, each of which becomes a process.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD})
public @interface Dataflow {}
