/* captures_test.c - the captures beside the checkout, held against what capinfos says of them: number of
   frames, sum of lengths, earliest and latest time. */
#include "capture/index.h"

#include "base/strbuf.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct facts {
    unsigned long long frames, bytes;
    char first[32], last[32];
};

/* capinfos prints microseconds unless the file's interfaces have more decimals: six are compared. */
static void time_text(char text[32], int64_t ns)
{
    struct strbuf sb = { 0 };
    sb_span(&sb, nstime_from_ns(ns), 6);
    snprintf(text, 32, "%s", sb_text(&sb));
    sb_free(&sb);
}

static enum capture_result read_facts(const char *path, struct facts *facts)
{
    struct thr_error e = { 0 };
    struct capture *c = capture_open(path, &e);
    struct frame_index x;
    int64_t first = INDEX_NO_TIME, last = INDEX_NO_TIME;
    memset(facts, 0, sizeof *facts);
    if (c == NULL || !index_init(&x, true)) {
        capture_close(c);
        return CAPTURE_ERROR;
    }
    struct capture_frame f;
    enum capture_result r;
    while ((r = capture_next(c, &f, &e)) == CAPTURE_FRAME && index_add(&x, &f))
        facts->bytes += f.wire_len;
    facts->frames = index_count(&x);
    for (uint64_t n = 1; n <= index_count(&x); n++) {
        int64_t time = index_time(&x, n);
        if (time == INDEX_NO_TIME)
            continue;
        first = first != INDEX_NO_TIME && first <= time ? first : time;
        last = last > time ? last : time;
    }
    if (first != INDEX_NO_TIME) {
        time_text(facts->first, first);
        time_text(facts->last, last);
    }
    index_free(&x);
    capture_close(c);
    return r;
}

static void cut_decimals(char *text)
{
    char *point = strchr(text, '.');
    if (point != NULL && strlen(point) > 7)
        point[7] = '\0';
}

/* "path TAB frames TAB bytes TAB first TAB last" */
static bool parse_line(char *line, char *path, struct facts *f)
{
    memset(f, 0, sizeof *f);
    if (sscanf(line, "%1000[^\t]\t%llu\t%llu\t%31[^\t\n]\t%31[^\t\n]", path, &f->frames, &f->bytes, f->first, f->last) <
        3)
        return false;
    cut_decimals(f->first);
    cut_decimals(f->last);
    return true;
}

/* Some captures were damaged on purpose: "0.-20787" is how overflowed microseconds look, and an end before the
   beginning comes of times a century apart.  What is right there nobody knows. */
static bool sane_times(const struct facts *f)
{
    return f->first[0] != '\0' && strcmp(f->first, "n/a") != 0 && strstr(f->first, ".-") == NULL &&
           strstr(f->last, ".-") == NULL && strtod(f->first, NULL) <= strtod(f->last, NULL);
}

/* What the shell command prints, its last word being the folder; NULL when it cannot be run. */
static FILE *output_of(const char *command, const char *folder, pid_t *child)
{
    int ends[2];
    *child = -1;
    if (pipe(ends) != 0)
        return NULL;
    *child = fork();
    if (*child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("/bin/sh", "sh", "-c", command, "sh", folder, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    return fdopen(ends[0], "r");
}

static bool has_capinfos(void)
{
    char line[100];
    pid_t child;
    FILE *out = output_of("capinfos --version 2>/dev/null", "", &child);
    bool has = out != NULL && fgets(line, sizeof line, out) != NULL;
    if (out != NULL)
        fclose(out);
    waitpid(child, NULL, 0);
    return has;
}

static void hold_against_capinfos(const char *folder)
{
    char line[2000], path[1001];
    pid_t child;
    FILE *out = output_of("find \"$1\" -type f -print0 | xargs -0 capinfos -TMrcdaeS 2>/dev/null", folder, &child);
    unsigned files = 0;
    while (out != NULL && fgets(line, sizeof line, out) != NULL) {
        struct facts want, got;
        if (!parse_line(line, path, &want))
            continue;
        files++;
        enum capture_result r = read_facts(path, &got);
        bool same = CHECK(r != CAPTURE_ERROR || want.frames == got.frames);
        same &= CHECK_INT(got.frames, want.frames);
        same &= CHECK_INT(got.bytes, want.bytes);
        if (sane_times(&want)) {
            same &= CHECK_STR(got.first, want.first);
            same &= CHECK_STR(got.last, want.last);
        }
        if (!same)
            fprintf(stderr, "  in %s\n", path);
    }
    if (out != NULL)
        fclose(out);
    waitpid(child, NULL, 0);
    fprintf(stderr, "%u captures held against capinfos\n", files);
    CHECK(files > 0);
}

int main(void)
{
    char folder[1000];
    const char *told = getenv("THRESHER_SHARED");
    const char *const places[] = { told != NULL ? told : "../shared", "../shared", "../../shared" };
    if (!has_capinfos()) {
        check_skip("capinfos is not installed");
        return check_done();
    }
    for (unsigned i = 0; i < 3; i++) {
        snprintf(folder, sizeof folder, "%s/captures", places[i]);
        if (access(folder, R_OK) == 0) {
            hold_against_capinfos(folder);
            return check_done();
        }
    }
    check_skip("no captures beside the checkout (THRESHER_SHARED names another place)");
    return check_done();
}
