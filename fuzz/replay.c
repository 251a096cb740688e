/* replay.c - runs a fuzz target over files, without libFuzzer, so that the test suite can replay corpora
   in any build.

       replay_NAME [--prefixes] PATH...

   A folder stands for the files below it; FUZZ_FOLDER in the environment is the name of the folder in
   which a file lies.  --prefixes: a file of up to 600 bytes is also tried cut after each byte, in a heap
   block of that very size, so that a sanitizer sees each byte read past the end. */
#include "fuzz.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#pragma weak LLVMFuzzerInitialize

enum { MAX_FILE = 16 * 1024 * 1024, MAX_PREFIXES = 600, MAX_DEPTH = 8 };

struct replay {
    int argc;
    char **argv;
    bool prefixes;
    char folder[256];
    unsigned long files, inputs, unreadable;
};

static void try_input(struct replay *r, const uint8_t *bytes, size_t size)
{
    uint8_t *exact = malloc(size != 0 ? size : 1);
    if (exact == NULL)
        return;
    memcpy(exact, bytes, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    r->inputs++;
}

static void enter_folder(struct replay *r, const char *path)
{
    char name[sizeof r->folder] = "";
    const char *end = strrchr(path, '/'), *start = end;
    while (start != NULL && start > path && start[-1] != '/')
        start--;
    if (end != NULL)
        snprintf(name, sizeof name, "%.*s", (int)(end - start), start);
    if (r->files != 0 && strcmp(name, r->folder) == 0)
        return;
    memcpy(r->folder, name, sizeof name);
    setenv("FUZZ_FOLDER", name, 1);
    if (LLVMFuzzerInitialize != NULL)
        LLVMFuzzerInitialize(&r->argc, &r->argv);
}

static void replay_file(struct replay *r, const char *path, size_t size)
{
    FILE *f = size <= MAX_FILE ? fopen(path, "rb") : NULL;
    uint8_t *bytes = malloc(size != 0 ? size : 1);
    if (f == NULL || bytes == NULL || fread(bytes, 1, size, f) != size) {
        fprintf(stderr, "%s: cannot be read\n", path);
        r->unreadable++;
    } else {
        enter_folder(r, path);
        r->files++;
        try_input(r, bytes, size);
        for (size_t n = 0; r->prefixes && size <= MAX_PREFIXES && n < size; n++)
            try_input(r, bytes, n);
    }
    free(bytes);
    if (f != NULL)
        fclose(f);
}

static void replay_path(struct replay *r, const char *path, int depth)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        fprintf(stderr, "SKIPPED: %s is not here\n", path);
        return;
    }
    if (!S_ISDIR(st.st_mode)) {
        replay_file(r, path, (size_t)st.st_size);
        return;
    }
    struct dirent **names = NULL;
    int n = depth < MAX_DEPTH ? scandir(path, &names, NULL, alphasort) : 0;
    for (int i = 0; i < n; i++) {
        char below[4096];
        if (names[i]->d_name[0] != '.' &&
            (size_t)snprintf(below, sizeof below, "%s/%s", path, names[i]->d_name) < sizeof below)
            replay_path(r, below, depth + 1);
        free(names[i]);
    }
    free(names);
}

int main(int argc, char **argv)
{
    struct replay r = { .argc = argc, .argv = argv };
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--prefixes") == 0)
            r.prefixes = true;
        else
            replay_path(&r, argv[i], 0);
    }
    printf("%lu files, %lu inputs, %lu unreadable\n", r.files, r.inputs, r.unreadable);
    return r.unreadable != 0;
}
