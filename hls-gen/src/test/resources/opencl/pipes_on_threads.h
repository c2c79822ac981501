// Pipes for kernels that run in threads: bounded FIFOs. A pipe's variable stands for it by its address, the type of the variable
// is that of the elements, and the text that replaces its attribute aligns it to its depth.
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#define pipe static volatile

#define read_pipe_block(p, element) pipe_move((const void*)&(p), __alignof__(p), sizeof(p), 0, element)
#define write_pipe_block(p, element) pipe_move((const void*)&(p), __alignof__(p), sizeof(p), 1, element)
#define get_pipe_num_packets(p) pipe_fill((const void*)&(p))

enum { PIPES = 64, PATIENCE_SECONDS = 20 };

static struct {
    const void* key;
    char* elements;
    size_t filled;
    size_t first;
} pipes[PIPES];
static pthread_mutex_t pipes_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t pipes_changed = PTHREAD_COND_INITIALIZER;
static int pipes_stuck;
static size_t pipes_fullest;

static int pipe_number(const void* key) {
    int i = 0;
    while (pipes[i].key != key && pipes[i].key) {
        i++;
    }
    pipes[i].key = key;
    return i;
}

static void pipe_move(const void* key, size_t depth, size_t size, int writes, void* element) {
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += PATIENCE_SECONDS;
    pthread_mutex_lock(&pipes_lock);
    int i = pipe_number(key);
    if (!pipes[i].elements) {
        pipes[i].elements = calloc(depth, size);
    }
    while (!pipes_stuck && pipes[i].filled == (writes ? depth : 0)) {
        if (pthread_cond_timedwait(&pipes_changed, &pipes_lock, &end) == ETIMEDOUT) {
            pipes_stuck = 1;
        }
    }
    if (pipes_stuck) {
        memset(element, 0, writes ? 0 : size);
    } else if (writes) {
        memcpy(pipes[i].elements + (pipes[i].first + pipes[i].filled) % depth * size, element, size);
        pipes[i].filled++;
        pipes_fullest = max(pipes_fullest, pipes[i].filled);
    } else {
        memcpy(element, pipes[i].elements + pipes[i].first * size, size);
        pipes[i].first = (pipes[i].first + 1) % depth;
        pipes[i].filled--;
    }
    pthread_cond_broadcast(&pipes_changed);
    pthread_mutex_unlock(&pipes_lock);
}

static uint pipe_fill(const void* key) {
    pthread_mutex_lock(&pipes_lock);
    uint filled = (uint)pipes[pipe_number(key)].filled;
    pthread_mutex_unlock(&pipes_lock);
    return filled;
}

// What was left in the pipes, or -1 if the kernels waited for each other for ever.
long pipes_left(void) {
    long left = 0;
    for (int i = 0; i < PIPES; i++) {
        left += pipes[i].filled;
    }
    return pipes_stuck ? -1 : left;
}

// The most elements that a pipe ever held.
long pipes_most(void) {
    return pipes_fullest;
}
