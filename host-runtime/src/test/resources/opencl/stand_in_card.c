// An OpenCL library with one platform and one device, for tests without a card. It takes a program as a card's driver does, runs
// the kernels that are linked to it in threads, in-order per queue, and writes down how it was called.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// A kernel that is linked to the library. Kinds: 'b' for a buffer, 's' for a number.
struct card_kernel {
    const char* name;
    const char* kinds;
    void (*call)(void** arguments);
};
extern const struct card_kernel card_kernels[];
extern const int card_kernel_count;

enum { MAX_ARGUMENTS = 32, MAX_ARGUMENT_BYTES = 16, WITH_EXTENSION = 31 };
enum { INVALID_BINARY = -42, INVALID_KERNEL_NAME = -46, INVALID_ARG_INDEX = -49, INVALID_KERNEL_ARGS = -52, BUILD_FAILURE = -11 };

struct memory {
    char* data;
    size_t size;
};

struct event {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    int done;
    uint64_t start;
    uint64_t end;
};

struct queue {
    int number;
    struct event* last;
};

struct kernel {
    const struct card_kernel* code;
    char arguments[MAX_ARGUMENTS][MAX_ARGUMENT_BYTES];
    int set[MAX_ARGUMENTS];
};

// How the vendor's header has it: the argument, padding, the host's memory, the kernel.
struct extension {
    uint32_t argument;
    uint32_t padding;
    void* host;
    struct kernel* kernel;
};

struct command {
    struct event* before;
    struct event* event;
    char* target;
    const char* source;
    size_t bytes;
    const struct card_kernel* code;
    char arguments[MAX_ARGUMENTS][MAX_ARGUMENT_BYTES];
};

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int queues;

static const char* setting(const char* name, const char* otherwise) {
    const char* value = getenv(name);
    return value ? value : otherwise;
}

#define note(...) \
    do { \
        pthread_mutex_lock(&log_lock); \
        FILE* file = fopen(setting("CARD_LOG", "/dev/null"), "a"); \
        fprintf(file, __VA_ARGS__); \
        fputc('\n', file); \
        fclose(file); \
        pthread_mutex_unlock(&log_lock); \
    } while (0)

static int answer(const void* value, size_t bytes, size_t room, void* target, size_t* size) {
    if (size) {
        *size = bytes;
    }
    if (target) {
        memset(target, 0, room);
        memcpy(target, value, bytes < room ? bytes : room);
    }
    return 0;
}

static int text(const char* value, size_t room, void* target, size_t* size) {
    return answer(value, strlen(value) + 1, room, target, size);
}

static int number(uint64_t value, size_t room, void* target, size_t* size) {
    return answer(&value, room, room, target, size);
}

int clGetPlatformIDs(unsigned entries, void** platforms, unsigned* count) {
    if (count) {
        *count = 1;
    }
    if (platforms && entries) {
        platforms[0] = "platform";
    }
    return 0;
}

int clGetPlatformInfo(void* platform, unsigned property, size_t room, void* target, size_t* size) {
    return text(setting("CARD_PLATFORM", "Xilinx"), room, target, size);
}

int clGetDeviceIDs(void* platform, uint64_t type, unsigned entries, void** devices, unsigned* count) {
    return clGetPlatformIDs(entries, devices, count);
}

int clGetDeviceInfo(void* device, unsigned property, size_t room, void* target, size_t* size) {
    switch (property) {
        case 0x102B:
            return text(setting("CARD_NAME", "xilinx_u280_gen3x16_xdma_base_1"), room, target, size);
        case 0x102F:
            return text("OpenCL 1.0", room, target, size);
        case 0x101B:
            return number(atol(setting("CARD_FLOATS", "255")), room, target, size);
        case 0x1010:
            return number(1UL << 30, room, target, size);
        default:
            return number(8, room, target, size);
    }
}

void* clCreateContext(void* properties, unsigned count, void** devices, void* call, void* data, int* status) {
    *status = 0;
    return "context";
}

void* clCreateCommandQueue(void* context, void* device, uint64_t properties, int* status) {
    struct queue* queue = calloc(1, sizeof *queue);
    queue->number = queues++;
    *status = 0;
    return queue;
}

void* clCreateProgramWithSource(void* context, unsigned count, const char** texts, const size_t* lengths, int* status) {
    *status = 0;
    return "program";
}

void* clCreateProgramWithBinary(void* context, unsigned count, void** devices, const size_t* lengths,
        const unsigned char** binaries, int* binaryStatus, int* status) {
    unsigned sum = 0;
    for (size_t i = 0; i < lengths[0]; i++) {
        sum = sum * 31 + binaries[0][i];
    }
    note("clCreateProgramWithBinary bytes=%zu hash=%d", lengths[0], (int)sum);
    *status = getenv("CARD_REJECTS") ? INVALID_BINARY : 0;
    return "program";
}

int clBuildProgram(void* program, unsigned count, void** devices, const char* options, void* call, void* data) {
    note("clBuildProgram options=%s", options);
    return getenv("CARD_BUILD_LOG") ? BUILD_FAILURE : 0;
}

int clGetProgramBuildInfo(void* program, void* device, unsigned property, size_t room, void* target, size_t* size) {
    return text(setting("CARD_BUILD_LOG", ""), room, target, size);
}

void* clCreateKernel(void* program, const char* name, int* status) {
    for (int i = 0; i < card_kernel_count; i++) {
        if (!strcmp(card_kernels[i].name, name)) {
            struct kernel* kernel = calloc(1, sizeof *kernel);
            kernel->code = &card_kernels[i];
            *status = 0;
            return kernel;
        }
    }
    *status = INVALID_KERNEL_NAME;
    return NULL;
}

int clGetKernelInfo(struct kernel* kernel, unsigned property, size_t room, void* target, size_t* size) {
    return number(strlen(kernel->code->kinds), room, target, size);
}

void* clCreateBuffer(void* context, uint64_t flags, size_t size, struct extension* host, int* status) {
    struct memory* memory = calloc(1, sizeof *memory);
    memory->data = calloc(1, size);
    memory->size = size;
    if (flags >> WITH_EXTENSION & 1) {
        note("clCreateBuffer bytes=%zu flags=%llx kernel=%s argument=%u host=%s", size, (unsigned long long)flags,
                host->kernel->code->name, host->argument, host->host ? "some" : "none");
    } else {
        note("clCreateBuffer bytes=%zu flags=%llx", size, (unsigned long long)flags);
    }
    *status = 0;
    return memory;
}

int clReleaseMemObject(struct memory* memory) {
    free(memory->data);
    free(memory);
    return 0;
}

int clSetKernelArg(struct kernel* kernel, unsigned index, size_t size, const void* value) {
    if (index >= strlen(kernel->code->kinds)) {
        return INVALID_ARG_INDEX;
    }
    memset(kernel->arguments[index], 0, MAX_ARGUMENT_BYTES);
    memcpy(kernel->arguments[index], value, size);
    kernel->set[index] = 1;
    note("clSetKernelArg kernel=%s index=%u bytes=%zu", kernel->code->name, index, size);
    return 0;
}

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000UL + time.tv_nsec;
}

static void await(struct event* event) {
    pthread_mutex_lock(&event->lock);
    while (!event->done) {
        pthread_cond_wait(&event->changed, &event->lock);
    }
    pthread_mutex_unlock(&event->lock);
}

static void* carry_out(void* argument) {
    struct command* command = argument;
    if (command->before) {
        await(command->before);
    }
    command->event->start = now();
    if (command->code) {
        void* arguments[MAX_ARGUMENTS];
        for (size_t i = 0; i < strlen(command->code->kinds); i++) {
            arguments[i] = command->arguments[i];
            if (command->code->kinds[i] == 'b') {
                struct memory* memory = *(struct memory**)command->arguments[i];
                *(char**)command->arguments[i] = memory->data;
            }
        }
        command->code->call(arguments);
    } else {
        memcpy(command->target, command->source, command->bytes);
    }
    pthread_mutex_lock(&command->event->lock);
    command->event->end = now();
    command->event->done = 1;
    pthread_cond_broadcast(&command->event->changed);
    pthread_mutex_unlock(&command->event->lock);
    return NULL;
}

static int enqueue(struct queue* queue, struct command command, struct event** event) {
    struct command* own = malloc(sizeof *own);
    *own = command;
    own->event = calloc(1, sizeof *own->event);
    pthread_mutex_init(&own->event->lock, NULL);
    pthread_cond_init(&own->event->changed, NULL);
    own->before = queue->last;
    queue->last = own->event;
    *event = own->event;
    pthread_t thread;
    return pthread_create(&thread, NULL, carry_out, own);
}

int clEnqueueWriteBuffer(struct queue* queue, struct memory* memory, unsigned blocking, size_t offset, size_t bytes,
        const void* source, unsigned count, void* events, struct event** event) {
    note("clEnqueueWriteBuffer queue=%d bytes=%zu", queue->number, bytes);
    struct command command = {.target = memory->data + offset, .source = source, .bytes = bytes};
    return enqueue(queue, command, event);
}

int clEnqueueReadBuffer(struct queue* queue, struct memory* memory, unsigned blocking, size_t offset, size_t bytes,
        void* target, unsigned count, void* events, struct event** event) {
    note("clEnqueueReadBuffer queue=%d bytes=%zu", queue->number, bytes);
    struct command command = {.target = target, .source = memory->data + offset, .bytes = bytes};
    return enqueue(queue, command, event);
}

int clEnqueueCopyBuffer(struct queue* queue, struct memory* from, struct memory* to, size_t fromOffset, size_t toOffset,
        size_t bytes, unsigned count, void* events, struct event** event) {
    struct command command = {.target = to->data + toOffset, .source = from->data + fromOffset, .bytes = bytes};
    return enqueue(queue, command, event);
}

int clEnqueueNDRangeKernel(struct queue* queue, struct kernel* kernel, unsigned dimensions, const size_t* offset,
        const size_t* global, const size_t* local, unsigned count, void* events, struct event** event) {
    note("clEnqueueNDRangeKernel queue=%d kernel=%s dimensions=%u global=%zu local=%zu", queue->number,
            kernel->code->name, dimensions, global[0], local[0]);
    struct command command = {.code = kernel->code};
    for (size_t i = 0; i < strlen(kernel->code->kinds); i++) {
        if (!kernel->set[i]) {
            return INVALID_KERNEL_ARGS;
        }
    }
    memcpy(command.arguments, kernel->arguments, sizeof command.arguments);
    return enqueue(queue, command, event);
}

int clFlush(struct queue* queue) {
    return 0;
}

int clWaitForEvents(unsigned count, struct event** events) {
    for (unsigned i = 0; i < count; i++) {
        await(events[i]);
    }
    return 0;
}

int clGetEventProfilingInfo(struct event* event, unsigned property, size_t room, void* target, size_t* size) {
    return number(property == 0x1282 ? event->start : event->end, room, target, size);
}

int clReleaseEvent(struct event* event) {
    return 0;
}
