/* Records what a program does to the files of one folder, so that a test can replay a power cut at any moment.
 *
 * Loaded before the C library (LD_PRELOAD). SHADOW_RECORD_FOLDER names the folder, SHADOW_RECORD_LOG the file to which
 * one entry per call is appended:
 *
 *     u8 what, u32 length of the path, the path, u64 offset, u32 length of the data, the data
 *
 * what: C created, W written, T cut to the offset, S synced, D folder synced, U unlinked, R renamed (the data is the
 * new path), A acknowledged (written to a file that ends with ".told").
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static int log_file = -1;
static const char *folder;
static char *paths[MOST_FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void start(void)
{
    if (real_open)
        return;
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    folder = getenv("SHADOW_RECORD_FOLDER");
    const char *log = getenv("SHADOW_RECORD_LOG");
    if (folder && log)
        log_file = real_open(log, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
}

static int ours(const char *path)
{
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *path_of(int file)
{
    return file >= 0 && file < MOST_FILES ? paths[file] : NULL;
}

static void record(char what, const char *path, uint64_t offset, const void *data, uint32_t length)
{
    uint32_t path_length = (uint32_t)strlen(path);
    size_t size = 1 + 4 + path_length + 8 + 4 + length;
    if (log_file < 0)
        return;
    char *entry = malloc(size), *at = entry;
    if (!entry)
        abort();
    *at++ = what;
    memcpy(at, &path_length, 4), at += 4;
    memcpy(at, path, path_length), at += path_length;
    memcpy(at, &offset, 8), at += 8;
    memcpy(at, &length, 4), at += 4;
    if (length)
        memcpy(at, data, length);
    pthread_mutex_lock(&turn);
    if (real_write(log_file, entry, size) != (ssize_t)size)
        abort();
    pthread_mutex_unlock(&turn);
    free(entry);
}

static int opened(int file, const char *path, int existed, int flags)
{
    if (file < 0 || file >= MOST_FILES)
        return file;
    free(paths[file]);
    paths[file] = NULL;
    if (ours(path)) {
        paths[file] = strdup(path);
        if ((flags & O_CREAT) && !existed)
            record('C', path, 0, NULL, 0);
        if (flags & O_TRUNC)
            record('T', path, 0, NULL, 0);
    }
    return file;
}

#define OPEN(name)                                                      \
    int name(const char *path, int flags, ...)                          \
    {                                                                   \
        mode_t mode = 0;                                                \
        start();                                                        \
        if (flags & (O_CREAT | O_TMPFILE)) {                            \
            va_list rest;                                               \
            va_start(rest, flags);                                      \
            mode = va_arg(rest, mode_t);                                \
            va_end(rest);                                               \
        }                                                               \
        int existed = ours(path) ? access(path, F_OK) == 0 : 1;         \
        return opened(real_open(path, flags, mode), path, existed, flags); \
    }
OPEN(open)
OPEN(open64)

int close(int file)
{
    start();
    if (path_of(file)) {
        free(paths[file]);
        paths[file] = NULL;
    }
    return real_close(file);
}

static void wrote(int file, off_t offset, const void *data, ssize_t done)
{
    const char *path = path_of(file);
    if (done <= 0 || !path)
        return;
    size_t length = strlen(path);
    int told = length > 5 && strcmp(path + length - 5, ".told") == 0;
    record(told ? 'A' : 'W', path, (uint64_t)offset, data, (uint32_t)done);
}

ssize_t pwrite64(int file, const void *data, size_t size, off_t offset)
{
    start();
    ssize_t done = real_pwrite(file, data, size, offset);
    wrote(file, offset, data, done);
    return done;
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset)
{
    return pwrite64(file, data, size, offset);
}

ssize_t write(int file, const void *data, size_t size)
{
    start();
    off_t offset = path_of(file) ? lseek(file, 0, SEEK_CUR) : 0;
    ssize_t done = real_write(file, data, size);
    wrote(file, offset, data, done);
    return done;
}

int ftruncate64(int file, off_t size)
{
    start();
    int outcome = real_ftruncate(file, size);
    if (!outcome && path_of(file))
        record('T', path_of(file), (uint64_t)size, NULL, 0);
    return outcome;
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

static int synced(int file, int outcome)
{
    struct stat found;
    if (!outcome && path_of(file) && !fstat(file, &found))
        record(S_ISDIR(found.st_mode) ? 'D' : 'S', path_of(file), 0, NULL, 0);
    return outcome;
}

int fsync(int file)
{
    start();
    return synced(file, real_fsync(file));
}

int fdatasync(int file)
{
    start();
    return synced(file, real_fdatasync(file));
}

int unlink(const char *path)
{
    start();
    int outcome = real_unlink(path);
    if (!outcome && ours(path))
        record('U', path, 0, NULL, 0);
    return outcome;
}

int rename(const char *from, const char *to)
{
    start();
    int outcome = real_rename(from, to);
    if (!outcome && ours(from))
        record('R', from, 0, to, (uint32_t)strlen(to));
    return outcome;
}
