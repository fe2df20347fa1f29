/* Lets calls of a program fail with EIO, as a dying disk does, as long as a file says so.
 *
 * Loaded before the C library (LD_PRELOAD). Calls on files below SHADOW_FAILING_FOLDER fail while SHADOW_FAILING_SWITCH
 * followed by "sync", "write" or "read" is the name of a file.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(const char *call, int file)
{
    const char *folder = getenv("SHADOW_FAILING_FOLDER"), *switch_ = getenv("SHADOW_FAILING_SWITCH");
    char name[4200], path[4200];
    if (!folder || !switch_)
        return 0;
    snprintf(name, sizeof name, "%s%s", switch_, call);
    if (access(name, F_OK))
        return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)))
        return 0;
    errno = EIO;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int file) { return fails("sync", file) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails("sync", file) ? -1 : REAL(fdatasync)(file); }

ssize_t write(int file, const void *data, size_t size)
{
    return fails("write", file) ? -1 : REAL(write)(file, data, size);
}

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    return fails("write", file) ? -1 : REAL(pwrite64)(file, data, size, at);
}

ssize_t pread64(int file, void *data, size_t size, off64_t at)
{
    return fails("read", file) ? -1 : REAL(pread64)(file, data, size, at);
}
