package org.gatesmith.host.opencl;

import java.util.Arrays;
import java.util.Optional;

/** Error codes of OpenCL with what to do about each (cl.h of OpenCL 3.0; cl_ext.h for the loader's own). */
enum ClStatus {
    CL_DEVICE_NOT_FOUND(-1, "the platform has no device; './gatesmith doctor' lists what there is"),
    CL_DEVICE_NOT_AVAILABLE(-2, "another program holds the device, or it is being reset; try again later"),
    CL_COMPILER_NOT_AVAILABLE(-3, "the device takes only compiled programs: give it the .xclbin of a build"),
    CL_MEM_OBJECT_ALLOCATION_FAILURE(-4, "the device has no room for a buffer; use smaller sizes or tiles"),
    CL_OUT_OF_RESOURCES(-5, "the kernel needs more than the device has; use smaller arrays or tiles"),
    CL_OUT_OF_HOST_MEMORY(
            -6, "this machine has no memory left for the OpenCL driver; close something or use smaller sizes"),
    CL_PROFILING_INFO_NOT_AVAILABLE(-7, "the driver measures no times; use another device"),
    CL_MEM_COPY_OVERLAP(-8, "a copy overlaps itself; please report this as a defect of Gatesmith"),
    CL_IMAGE_FORMAT_MISMATCH(-9, "please report this as a defect of Gatesmith, which uses no images"),
    CL_IMAGE_FORMAT_NOT_SUPPORTED(-10, "please report this as a defect of Gatesmith, which uses no images"),
    CL_BUILD_PROGRAM_FAILURE(-11, "the build log above says why; 'gatesmith build --emit opencl' writes the source"),
    CL_MAP_FAILURE(-12, "the driver cannot map device memory; use smaller sizes"),
    CL_MISALIGNED_SUB_BUFFER_OFFSET(-13, "please report this as a defect of Gatesmith, which uses no sub-buffers"),
    CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST(
            -14, "a command failed on the device; run with --on csim to find out why"),
    CL_COMPILE_PROGRAM_FAILURE(-15, "the build log says why; 'gatesmith build --emit opencl' writes the source"),
    CL_LINKER_NOT_AVAILABLE(-16, "the driver cannot link programs; use another device"),
    CL_LINK_PROGRAM_FAILURE(-17, "the build log says why; 'gatesmith build --emit opencl' writes the source"),
    CL_DEVICE_PARTITION_FAILED(-18, "the driver cannot divide the device; use another one"),
    CL_KERNEL_ARG_INFO_NOT_AVAILABLE(-19, "the driver keeps no names of arguments; use another device"),
    CL_INVALID_VALUE(-30, "the driver rejects an argument; please report this as a defect of Gatesmith"),
    CL_INVALID_DEVICE_TYPE(-31, "the driver knows no such kind of device; choose one with --device"),
    CL_INVALID_PLATFORM(-32, "the platform is gone; './gatesmith doctor' lists what there is"),
    CL_INVALID_DEVICE(-33, "the device is gone; './gatesmith doctor' lists what there is"),
    CL_INVALID_CONTEXT(-34, "the driver lost its context, often after a reset of the card; start the run again"),
    CL_INVALID_QUEUE_PROPERTIES(-35, "the driver measures no times; use another device"),
    CL_INVALID_COMMAND_QUEUE(-36, "the driver lost its queue, often after a reset of the card; start the run again"),
    CL_INVALID_HOST_PTR(-37, "the driver rejects a buffer's address or bank; check the banks of the schedule"),
    CL_INVALID_MEM_OBJECT(-38, "the driver lost a buffer, often after a reset of the card; start the run again"),
    CL_INVALID_IMAGE_FORMAT_DESCRIPTOR(-39, "please report this as a defect of Gatesmith, which uses no images"),
    CL_INVALID_IMAGE_SIZE(-40, "please report this as a defect of Gatesmith, which uses no images"),
    CL_INVALID_SAMPLER(-41, "please report this as a defect of Gatesmith, which uses no images"),
    CL_INVALID_BINARY(-42, "the .xclbin is damaged or made for another card; build it again for this board"),
    CL_INVALID_BUILD_OPTIONS(-43, "the driver knows not all options that exact floating point needs; use a newer one"),
    CL_INVALID_PROGRAM(-44, "the driver lost the program; start the run again"),
    CL_INVALID_PROGRAM_EXECUTABLE(-45, "the program was not built for this device; build it for this board"),
    CL_INVALID_KERNEL_NAME(-46, "the program holds no kernel of that name; build the .xclbin from this kernel"),
    CL_INVALID_KERNEL_DEFINITION(-47, "the program was built from another version of the kernel; build it again"),
    CL_INVALID_KERNEL(-48, "the driver lost the kernel; start the run again"),
    CL_INVALID_ARG_INDEX(-49, "the program has fewer arguments than the kernel; build it again from this kernel"),
    CL_INVALID_ARG_VALUE(-50, "the driver rejects an argument; build the program again from this kernel"),
    CL_INVALID_ARG_SIZE(-51, "an argument has another type in the program; build it again from this kernel"),
    CL_INVALID_KERNEL_ARGS(-52, "the program has more arguments than the kernel; build it again from this kernel"),
    CL_INVALID_WORK_DIMENSION(-53, "the device takes no one-dimensional range; use another device"),
    CL_INVALID_WORK_GROUP_SIZE(-54, "the program was built for another number of work-items; build it again"),
    CL_INVALID_WORK_ITEM_SIZE(-55, "the program was built for another number of work-items; build it again"),
    CL_INVALID_GLOBAL_OFFSET(-56, "the driver rejects the range; use another device"),
    CL_INVALID_EVENT_WAIT_LIST(-57, "the driver lost an event; start the run again"),
    CL_INVALID_EVENT(-58, "the driver lost an event; start the run again"),
    CL_INVALID_OPERATION(-59, "the device cannot do this; update its driver or use another device"),
    CL_INVALID_GL_OBJECT(-60, "please report this as a defect of Gatesmith, which uses no graphics"),
    CL_INVALID_BUFFER_SIZE(-61, "a buffer is larger than the device permits; use smaller sizes or tiles"),
    CL_INVALID_MIP_LEVEL(-62, "please report this as a defect of Gatesmith, which uses no images"),
    CL_INVALID_GLOBAL_WORK_SIZE(-63, "the driver rejects the range; use another device"),
    CL_INVALID_PROPERTY(-64, "the driver rejects the context's properties; update it"),
    CL_INVALID_IMAGE_DESCRIPTOR(-65, "please report this as a defect of Gatesmith, which uses no images"),
    CL_INVALID_COMPILER_OPTIONS(
            -66, "the driver knows not all options that exact floating point needs; use a newer one"),
    CL_INVALID_LINKER_OPTIONS(-67, "the driver knows not all options that exact floating point needs; use a newer one"),
    CL_INVALID_DEVICE_PARTITION_COUNT(-68, "the driver cannot divide the device; use another one"),
    CL_INVALID_PIPE_SIZE(-69, "the device has no such pipes; use another device"),
    CL_INVALID_DEVICE_QUEUE(-70, "the device has no queues of its own; use another device"),
    CL_INVALID_SPEC_ID(-71, "please report this as a defect of Gatesmith, which uses no specialisation constants"),
    CL_MAX_SIZE_RESTRICTION_EXCEEDED(-72, "the kernel is too large for the device; use smaller arrays"),
    CL_PLATFORM_NOT_FOUND_KHR(-1001, "no driver is installed; apt-get install pocl-opencl-icd, or ./gatesmith setup");

    private final int code;
    private final String advice;

    ClStatus(int code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    int code() {
        return code;
    }

    /** What the user can do. */
    String advice() {
        return advice;
    }

    static Optional<ClStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** A code with its name and what to do. */
    static String describe(int code) {
        return of(code).map(status -> status.name() + " (" + code + "): " + status.advice)
                .orElse("error " + code
                        + ", which only the driver's maker can explain: see the driver's documentation");
    }
}
