/* problem.c - what is wrong with a filter, and names that may have been meant. */
#include "base/base.h"
#include "filter/internal.h"

#include <stdarg.h>
#include <stdio.h>

static bool fill(struct filter *f, bool placed, uint32_t at, uint32_t len, const char *format, va_list args)
{
    if (f->failed)
        return false;
    f->failed = true;
    if (f->problem == NULL)
        return false;
    vsnprintf(f->problem->text, sizeof f->problem->text, format, args);
    f->problem->placed = placed;
    f->problem->at = at;
    f->problem->len = len;
    return false;
}

bool tell(struct filter *f, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(f, false, 0, 0, format, args);
    va_end(args);
    return false;
}

bool tell_at(struct filter *f, uint32_t at, uint32_t len, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fill(f, true, at, len, format, args);
    va_end(args);
    return false;
}

void warn(struct filter *f, const char *sentence)
{
    for (uint32_t i = 0; i < f->n_warnings; i++)
        if (strcmp(f->warnings[i], sentence) == 0)
            return;
    if (f->n_warnings < MAX_WARNINGS)
        f->warnings[f->n_warnings++] = sentence;
}

/* --- near names ------------------------------------------------------------------------------- */

enum { NAME_MAX_LEN = 64, BEST = 3 };

/* Insertions, deletions, exchanges of a letter or of two neighbours that make a of b; `most` at the most. */
static unsigned distance(const char *a, uint32_t n, const char *b, uint32_t m, unsigned most)
{
    uint8_t rows[3][NAME_MAX_LEN + 1];
    if (n > NAME_MAX_LEN || m > NAME_MAX_LEN || (n > m ? n - m : m - n) >= most)
        return most;
    for (uint32_t j = 0; j <= m; j++)
        rows[0][j] = (uint8_t)j;
    for (uint32_t i = 1; i <= n; i++) {
        uint8_t *now = rows[i % 3], *before = rows[(i + 2) % 3], *two = rows[(i + 1) % 3];
        unsigned least = most;
        now[0] = (uint8_t)i;
        for (uint32_t j = 1; j <= m; j++) {
            unsigned v = before[j - 1] + (a[i - 1] != b[j - 1]);
            v = before[j] + 1u < v ? before[j] + 1u : v;
            v = now[j - 1] + 1u < v ? now[j - 1] + 1u : v;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two[j - 2] + 1u < v)
                v = two[j - 2] + 1u;
            now[j] = (uint8_t)v;
            least = v < least ? v : least;
        }
        if (least >= most)
            return most;
    }
    return rows[n % 3][m] < most ? rows[n % 3][m] : most;
}

static const char *name_at(uint32_t i)
{
    const struct note_def *note = registry_note(registry_by_name[i]);
    return note != NULL ? note->name : registry_field(registry_by_name[i])->name;
}

void suggest(struct filter *f, const char *name, uint32_t len)
{
    const char *best[BEST] = { NULL };
    unsigned costs[BEST], limit = len / 3 + 2;
    char lower[NAME_MAX_LEN];
    if (f->problem == NULL || len < 2 || len > NAME_MAX_LEN)
        return;
    for (uint32_t i = 0; i < len; i++)
        lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
    for (int i = 0; i < BEST; i++)
        costs[i] = limit < 4 ? limit : 4;
    for (uint32_t i = 0; i < registry_n_named; i++) {
        const char *other = name_at(i);
        if (i != 0 && strcmp(other, name_at(i - 1)) == 0)
            continue;
        unsigned cost = distance(lower, len, other, (uint32_t)strlen(other), costs[BEST - 1]);
        for (int k = 0; k < BEST; k++) {
            if (cost >= costs[k])
                continue;
            for (int to = BEST - 1; to > k; to--) {
                best[to] = best[to - 1];
                costs[to] = costs[to - 1];
            }
            best[k] = other;
            costs[k] = cost;
            break;
        }
    }
    size_t used = 0;
    for (int i = 0; i < BEST && best[i] != NULL; i++) {
        if (costs[i] > costs[0] + 1)
            break;
        int n = snprintf(f->problem->near_names + used, sizeof f->problem->near_names - used, "%s%s",
                         i != 0 ? ", " : "", best[i]);
        used += n > 0 ? (size_t)n : 0;
        if (used >= sizeof f->problem->near_names)
            return;
    }
}

/* --- for people --------------------------------------------------------------------------------- */

/* A column a character: carets count characters, not bytes. */
static uint32_t characters(const char *text, size_t n)
{
    uint32_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((uint8_t)text[i] & 0xc0) != 0x80;
    return count;
}

void filter_problem_print(struct strbuf *sb, const char *text, const struct filter_problem *p)
{
    sb_str(sb, p->text);
    if (p->placed) {
        size_t all = strlen(text), at = p->at < all ? p->at : all, end = at + p->len < all ? at + p->len : all;
        uint32_t width = characters(text + at, end - at);
        sb_str(sb, "\n    ");
        sb_str(sb, text);
        sb_str(sb, "\n    ");
        sb_fill(sb, ' ', characters(text, at));
        sb_char(sb, '^');
        sb_fill(sb, '~', width > 1 ? width - 1 : 0);
    }
    if (p->near_names[0] != '\0') {
        sb_str(sb, "\n    Near names: ");
        sb_str(sb, p->near_names);
    }
}

void filter_complete(const char *prefix, unsigned max, void (*each)(void *context, const char *name, const char *label),
                     void *context)
{
    size_t len = strlen(prefix);
    uint32_t from = 0, to = registry_n_named;
    while (from < to) {
        uint32_t mid = (from + to) / 2;
        if (strncmp(name_at(mid), prefix, len) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    for (const char *last = ""; from < registry_n_named && max != 0; from++) {
        const char *name = name_at(from);
        if (strncmp(name, prefix, len) != 0)
            return;
        if (strcmp(name, last) == 0)
            continue;
        const struct note_def *note = registry_note(registry_by_name[from]);
        each(context, name, note != NULL ? note->text : registry_field(registry_by_name[from])->label);
        last = name;
        max--;
    }
}
