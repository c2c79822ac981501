package org.gatesmith.host.opencl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * One device of one platform.
 *
 * @param index in the list of all devices of all platforms
 * @param handle the driver's object
 */
record ClDevice(ClLibrary library, int index, MemorySegment platform, MemorySegment handle) {

    private static final int PLATFORM_NAME = 0x0902;
    private static final int TYPE = 0x1000;
    private static final int MAX_COMPUTE_UNITS = 0x1002;
    private static final int MAX_MEM_ALLOC_SIZE = 0x1010;
    private static final int SINGLE_FP_CONFIG = 0x101B;
    private static final int GLOBAL_MEM_SIZE = 0x101F;
    private static final int NAME = 0x102B;
    private static final int VERSION = 0x102F;
    private static final int DOUBLE_FP_CONFIG = 0x1032;

    private static final long TYPE_ALL = 0xFFFFFFFFL;
    private static final long TYPE_CPU = 1 << 1;

    private static final long DENORM = 1;
    private static final long CORRECTLY_ROUNDED_DIVIDE_SQRT = 1 << 7;

    /** All devices of all platforms, numbered in the order in which the loader knows them. */
    static List<ClDevice> all(ClLibrary library) throws ClException {
        List<ClDevice> devices = new ArrayList<>();
        for (MemorySegment platform : platforms(library)) {
            for (MemorySegment device : devicesOf(library, platform)) {
                devices.add(new ClDevice(library, devices.size(), platform, device));
            }
        }
        return devices;
    }

    private static List<MemorySegment> platforms(ClLibrary library) throws ClException {
        try {
            return library.list(ClFunction.clGetPlatformIDs);
        } catch (ClException e) {
            return none(e, ClStatus.CL_PLATFORM_NOT_FOUND_KHR);
        }
    }

    private static List<MemorySegment> devicesOf(ClLibrary library, MemorySegment platform) throws ClException {
        try {
            return library.list(ClFunction.clGetDeviceIDs, platform, TYPE_ALL);
        } catch (ClException e) {
            return none(e, ClStatus.CL_DEVICE_NOT_FOUND);
        }
    }

    private static List<MemorySegment> none(ClException failure, ClStatus harmless) throws ClException {
        if (failure.code() != harmless.code()) {
            throw failure;
        }
        return List.of();
    }

    String platformName() throws ClException {
        return library.text(ClFunction.clGetPlatformInfo, PLATFORM_NAME, platform);
    }

    String name() throws ClException {
        return library.text(ClFunction.clGetDeviceInfo, NAME, handle);
    }

    String version() throws ClException {
        return library.text(ClFunction.clGetDeviceInfo, VERSION, handle);
    }

    /** {@code Portable Computing Language: pthread-… (OpenCL 3.0 PoCL)}. */
    String description() throws ClException {
        return platformName() + ": " + name() + " (" + version() + ")";
    }

    boolean isProcessor() throws ClException {
        return (number(TYPE, Long.BYTES) & TYPE_CPU) != 0;
    }

    long computeUnits() throws ClException {
        return number(MAX_COMPUTE_UNITS, Integer.BYTES);
    }

    /** Largest buffer, in bytes. */
    long largestBuffer() throws ClException {
        return number(MAX_MEM_ALLOC_SIZE, Long.BYTES);
    }

    /** All memory, in bytes. */
    long memory() throws ClException {
        return number(GLOBAL_MEM_SIZE, Long.BYTES);
    }

    boolean hasDoubles() throws ClException {
        return number(DOUBLE_FP_CONFIG, Long.BYTES) != 0;
    }

    /** Whether float quotients and roots can be rounded as IEEE 754 says. */
    boolean dividesExactly() throws ClException {
        return (number(SINGLE_FP_CONFIG, Long.BYTES) & CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0;
    }

    boolean hasSubnormals() throws ClException {
        return (number(SINGLE_FP_CONFIG, Long.BYTES) & DENORM) != 0;
    }

    private long number(int property, int bytes) throws ClException {
        return library.number(ClFunction.clGetDeviceInfo, handle, property, bytes);
    }
}
