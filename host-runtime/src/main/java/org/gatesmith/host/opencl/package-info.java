/**
 * OpenCL devices: the platform's library through the foreign-function API, in a child process that shares mapped files with this
 * one.
 */
@NullMarked
package org.gatesmith.host.opencl;

import org.jspecify.annotations.NullMarked;
