/* media_test.c - Content-Type headers. */
#include "protocols/application/media.h"

#include "check.h"

static void parameter(const struct media *m, const char *name, const char *expected)
{
    const uint8_t *value = NULL;
    uint32_t len = 0;
    bool there = media_parameter(m, name, &value, &len);
    CHECK(there == (expected != NULL));
    if (there && expected != NULL)
        CHECK(len == strlen(expected) && memcmp(value, expected, len) == 0);
}

static struct media *read(struct dissect *d, const char *text)
{
    return media_of(d, (const uint8_t *)text, (uint32_t)strlen(text));
}

int main(void)
{
    struct dissect d = { .arena.max = 1024 * 1024 };
    struct media *m = read(&d, "Text/HTML ; charset=\"a;b\" ; x = y;z");
    CHECK(m != NULL && m->type_len == 9 && memcmp(m->type, "text/html", 9) == 0);
    parameter(m, "charset", "a;b");
    parameter(m, "x", "y");
    parameter(m, "z", NULL);
    parameter(m, "char", NULL);
    m = read(&d, "a/b");
    CHECK(m != NULL && m->params_len == 0);
    parameter(m, "charset", NULL);
    parameter(NULL, "charset", NULL);
    parameter(read(&d, "a/b; boundary=\"open"), "boundary", "\"open");
    parameter(read(&d, "a/b; boundary="), "boundary", "");
    parameter(read(&d, "a/b; boundary=\"\\"), "boundary", "\"\\");
    arena_free(&d.arena);
    return check_done();
}
