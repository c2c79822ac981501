/*
 * The yardstick for csim: the loop nest of kernels/library's gemm_i8, with its standard tiling, as plain C.
 *
 *     gemm_i8_by_hand A B C M N K    C += A·B on raw row-major files of signed char, signed char and int
 *
 * Maps the files as csim does, multiplies once, leaves the result in file C and prints the nanoseconds it took.
 */
#define _POSIX_C_SOURCE 200809L

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum {
    ROWS = 16,
    COLS = 16,
    DEPTH = 64,
    BLOCK = 8,
    WORD = 8,
    BLOCK_ROWS = BLOCK * ROWS,
    BLOCK_COLS = BLOCK * COLS
};

static int64_t a_tiles[BLOCK][ROWS][DEPTH / WORD];
static signed char b_tiles[DEPTH][BLOCK][COLS];
static int c_tiles[BLOCK][BLOCK][ROWS][COLS];

static int at_most(int limit, int value) { return value < limit ? value : limit; }
static int at_least(int limit, int value) { return value > limit ? value : limit; }

static void load_a(const signed char *a, int i0, int k0, int rows, int depth, int k) {
    for (int ti = 0; ti < BLOCK; ti++) {
        for (int i = 0; i < ROWS; i++) {
            int r = ti * ROWS + i;
            int start = (i0 + r) * k + k0;
            for (int w = 0; w < DEPTH / WORD; w++) {
                uint64_t word = 0;
                for (int u = 0; u < WORD; u++) {
                    int kk = w * WORD + u;
                    signed char x = r < rows && kk < depth ? a[start + kk] : 0;
                    word |= (uint64_t)(unsigned char)x << (8 * u);
                }
                a_tiles[ti][i][w] = (int64_t)word;
            }
        }
    }
}

static void load_b(const signed char *b, int k0, int j0, int depth, int cols, int n) {
    for (int kk = 0; kk < DEPTH; kk++) {
        int start = (k0 + kk) * n + j0;
        for (int x = 0; x < BLOCK_COLS; x++) {
            b_tiles[kk][x / COLS][x % COLS] = kk < depth && x < cols ? b[start + x] : 0;
        }
    }
}

static void load_c(const int *c, int i0, int j0, int rows, int cols, int n) {
    for (int r = 0; r < BLOCK_ROWS; r++) {
        int start = (i0 + r) * n + j0;
        for (int x = 0; x < BLOCK_COLS; x++) {
            c_tiles[r / ROWS][x / COLS][r % ROWS][x % COLS] = r < rows && x < cols ? c[start + x] : 0;
        }
    }
}

static void store_c(int *c, int i0, int j0, int rows, int cols, int n) {
    for (int r = 0; r < rows; r++) {
        int start = (i0 + r) * n + j0;
        for (int x = 0; x < cols; x++) {
            c[start + x] = c_tiles[r / ROWS][x / COLS][r % ROWS][x % COLS];
        }
    }
}

static void leave(int acc[ROWS][COLS], int leaving[ROWS][COLS], int is_first) {
    for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < COLS; j++) {
            leaving[i][j] = is_first ? acc[i][j] : i + 1 < ROWS ? leaving[i + 1][j] : 0;
        }
    }
}

static void multiply(int rows, int cols, int depth) {
    int acc[ROWS][COLS] = {0};
    int leaving[ROWS][COLS] = {0};
    int tile_rows = at_least(1, (rows + ROWS - 1) / ROWS);
    int tile_cols = at_least(1, (cols + COLS - 1) / COLS);
    int steps = at_least(ROWS, depth);
    int last_ti = 0;
    int last_tj = 0;
    for (int ti = 0; ti < tile_rows; ti++) {
        for (int tj = 0; tj < tile_cols; tj++) {
            for (int kk = 0; kk < steps; kk++) {
                if (kk < ROWS) {
                    leave(acc, leaving, kk == 0);
                    if (ti > 0 || tj > 0) {
                        for (int j = 0; j < COLS; j++) {
                            c_tiles[last_ti][last_tj][kk][j] += leaving[0][j];
                        }
                    }
                }
                for (int i = 0; i < ROWS; i++) {
                    signed char x = (signed char)(a_tiles[ti][i][kk / WORD] >> (8 * (kk % WORD)));
                    for (int j = 0; j < COLS; j++) {
                        acc[i][j] = (kk == 0 ? 0 : acc[i][j]) + x * b_tiles[kk][tj][j];
                    }
                }
            }
            last_ti = ti;
            last_tj = tj;
        }
    }
    for (int kk = 0; kk < ROWS; kk++) {
        leave(acc, leaving, kk == 0);
        for (int j = 0; j < COLS; j++) {
            c_tiles[last_ti][last_tj][kk][j] += leaving[0][j];
        }
    }
}

static void gemm_i8(const signed char *a, const signed char *b, int *c, int m, int n, int k) {
    for (int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
        int rows = at_most(BLOCK_ROWS, m - i0);
        for (int j0 = 0; j0 < n; j0 += BLOCK_COLS) {
            int cols = at_most(BLOCK_COLS, n - j0);
            load_c(c, i0, j0, rows, cols, n);
            for (int k0 = 0; k0 < k; k0 += DEPTH) {
                int depth = at_most(DEPTH, k - k0);
                load_a(a, i0, k0, rows, depth, k);
                load_b(b, k0, j0, depth, cols, n);
                multiply(rows, cols, depth);
            }
            store_c(c, i0, j0, rows, cols, n);
        }
    }
}

static void *map(const char *path, size_t bytes, int writable) {
    int file = open(path, writable ? O_RDWR : O_RDONLY);
    void *memory = file < 0
        ? MAP_FAILED
        : mmap(NULL, bytes, writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) {
        perror(path);
        exit(1);
    }
    return memory;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int main(int count, char **arguments) {
    if (count != 7) {
        fprintf(stderr, "usage: %s A B C M N K\n", arguments[0]);
        return 2;
    }
    int m = atoi(arguments[4]);
    int n = atoi(arguments[5]);
    int k = atoi(arguments[6]);
    const signed char *a = map(arguments[1], (size_t)m * k, 0);
    const signed char *b = map(arguments[2], (size_t)k * n, 0);
    int *c = map(arguments[3], (size_t)m * n * sizeof *c, 1);
    long long start = now();
    gemm_i8(a, b, c, m, n, k);
    printf("%lld\n", now() - start);
    return 0;
}
