/* columns_test.c - reading gui.column.format. */
#include "check.h"
#include "session/columns.h"

#include <string.h>

static void refused(const char *text)
{
    struct columns c = { 0 };
    CHECK(columns_default(&c));
    CHECK(!columns_parse(&c, text));
    CHECK(c.count == 7);  /* as it was */
    columns_free(&c);
}

int main(void)
{
    struct columns c = { 0 };
    CHECK(columns_default(&c));
    CHECK(c.count == 7 && strcmp(c.list[6].title, "Info") == 0);
    CHECK(columns_titled(&c, "Protocol") == 4 && columns_titled(&c, "protocol") == c.count);

    CHECK(columns_parse(&c, "A,%m, B b ,  %t,\"say \\\"hi\\\"\",%L,\"x,y\",\"%Cus:tcp.port or udp.port:2:U\""));
    CHECK(c.count == 4);
    CHECK(strcmp(c.list[1].title, "B b") == 0 && strcmp(c.list[2].title, "say \"hi\"") == 0 &&
          strcmp(c.list[3].title, "x,y") == 0);
    CHECK(strcmp(c.list[1].kind->code, "%t") == 0);
    CHECK(memcmp(c.list[3].fields, "tcp.port\0udp.port\0", 19) == 0);
    CHECK(c.list[3].occurrence == 2 && !c.list[3].resolved);
    columns_free(&c);

    refused("");
    refused("A");
    refused("\"A\",\"%m");
    refused("A,%zz");
    refused("A,%Cus:");
    refused("A,%m,B");
    return check_done();
}
