/* saved_test.c - lines of dfilters and dmacros in both their forms. */
#include "session/saved.h"

#include "check.h"

#include <string.h>

int main(void)
{
    static char file[] = "\"plain\" tcp.port == 80\n"
                         "\"braces\" {$1 + $2}\r\n"
                         "\"old\",\"ip.addr == \\\"x\\\"\"\n"
                         "# a comment\n"
                         "\"no text\"\n"
                         "\"open\n"
                         "  \"last\"   udp  ";
    struct saved_list l = { 0 };
    FILE *f = fmemopen(file, sizeof file - 1, "r");
    if (!CHECK(f != NULL))
        return check_done();
    saved_parse(&l, f);
    fclose(f);
    CHECK_INT(l.count, 4);
    CHECK_STR(saved_find(&l, "plain"), "tcp.port == 80");
    CHECK_STR(saved_find(&l, "braces"), "$1 + $2");
    CHECK_STR(saved_find(&l, "old"), "ip.addr == \"x\"");
    CHECK_STR(saved_find(&l, "last"), "udp");
    CHECK(saved_find(&l, "open") == NULL);
    saved_free(&l);
    return check_done();
}
