package org.gatesmith.host.opencl;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;

/** The functions of OpenCL 1.2 that are used, with their types on a 64-bit machine (cl.h of OpenCL 3.0). */
enum ClFunction {
    clGetPlatformIDs(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS),
    clGetPlatformInfo(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
    clGetDeviceIDs(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS),
    clGetDeviceInfo(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
    clCreateContext(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
    clCreateCommandQueue(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS),
    clCreateProgramWithSource(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS),
    clCreateProgramWithBinary(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
    clBuildProgram(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
    clGetProgramBuildInfo(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
    clCreateKernel(ADDRESS, ADDRESS, ADDRESS, ADDRESS),
    clGetKernelInfo(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
    clCreateBuffer(ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS),
    clSetKernelArg(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS),
    clEnqueueWriteBuffer(
            JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
    clEnqueueReadBuffer(
            JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
    clEnqueueCopyBuffer(
            JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS),
    clEnqueueNDRangeKernel(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
    clFlush(JAVA_INT, ADDRESS),
    clWaitForEvents(JAVA_INT, JAVA_INT, ADDRESS),
    clGetEventProfilingInfo(JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
    clReleaseEvent(JAVA_INT, ADDRESS),
    clReleaseMemObject(JAVA_INT, ADDRESS);

    private final FunctionDescriptor descriptor;

    ClFunction(MemoryLayout result, MemoryLayout... parameters) {
        this.descriptor = FunctionDescriptor.of(result, parameters);
    }

    FunctionDescriptor descriptor() {
        return descriptor;
    }
}
