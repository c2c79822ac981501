/*
 * The yardstick for csim: the loop nest of kernels/library's gemm_i8, with its standard tiling, as plain C.
 *
 *     gemm_i8_by_hand A B C M N K    C += A·B on raw row-major files of signed char, signed char and int
 *
 * Maps the files as csim does, multiplies once, leaves the result in file C and prints the nanoseconds it took.
 */
#define _POSIX_C_SOURCE 200809L

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum {
    ROWS = 16,
    COLS = 16,
    DEPTH = 128,
    BLOCK = 8,
    BLOCK_ROWS = BLOCK * ROWS,
    BLOCK_COLS = BLOCK * COLS
};

static signed char a_tiles[BLOCK][ROWS][DEPTH];
static signed char b_tiles[DEPTH][BLOCK][COLS];
static int c_tiles[BLOCK][BLOCK][ROWS][COLS];

static int at_most(int limit, int value) { return value < limit ? value : limit; }

static void load_a(const signed char *a, int i0, int k0, int rows, int depth, int k) {
    for (int r = 0; r < rows; r++) {
        for (int kk = 0; kk < depth; kk++) {
            a_tiles[r / ROWS][r % ROWS][kk] = a[(i0 + r) * k + k0 + kk];
        }
    }
}

static void load_b(const signed char *b, int k0, int j0, int depth, int cols, int n) {
    for (int kk = 0; kk < depth; kk++) {
        for (int x = 0; x < cols; x++) {
            b_tiles[kk][x / COLS][x % COLS] = b[(k0 + kk) * n + j0 + x];
        }
    }
}

static void load_c(const int *c, int i0, int j0, int rows, int cols, int n) {
    for (int r = 0; r < rows; r++) {
        for (int x = 0; x < cols; x++) {
            c_tiles[r / ROWS][x / COLS][r % ROWS][x % COLS] = c[(i0 + r) * n + j0 + x];
        }
    }
}

static void store_c(int *c, int i0, int j0, int rows, int cols, int n) {
    for (int r = 0; r < rows; r++) {
        for (int x = 0; x < cols; x++) {
            c[(i0 + r) * n + j0 + x] = c_tiles[r / ROWS][x / COLS][r % ROWS][x % COLS];
        }
    }
}

static void multiply(int rows, int cols, int depth) {
    int tile_rows = (rows + ROWS - 1) / ROWS;
    int tile_cols = (cols + COLS - 1) / COLS;
    for (int ti = 0; ti < tile_rows; ti++) {
        for (int tj = 0; tj < tile_cols; tj++) {
            int acc[ROWS][COLS];
            memset(acc, 0, sizeof acc);
            for (int kk = 0; kk < depth; kk++) {
                for (int i = 0; i < ROWS; i++) {
                    for (int j = 0; j < COLS; j++) {
                        acc[i][j] += a_tiles[ti][i][kk] * b_tiles[kk][tj][j];
                    }
                }
            }
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < COLS; j++) {
                    c_tiles[ti][tj][i][j] += acc[i][j];
                }
            }
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
