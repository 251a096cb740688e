/* null_test.c - vectors of null.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_null;

static const struct vector vectors[] = {
    { "unknown family",
      "01 0001 0045",
      NULL },
    { "nothing",
      "00 0000 0045",
      NULL },
    { "type",
      "00 0800 0045",
      NULL },
    { "IPv4 by its family, with another version", "02000000 50ff",
      "Null/Loopback\n"
      " Family: IP (2)\n"
      "Internet Protocol, bogus version (5)\n"
      " 0101 .... = Version: 5\n"
      "  [Expert Info (Error/Protocol): Bogus IP version]\n"
      "   [Bogus IP version]\n"
      "   [Severity level: Error]\n"
      "   [Group: Protocol]\n" },
    { "PPP",
      "ff03 0021",
      NULL },
};

int main(void)
{
    vectors_check(&proto_null, vectors, ARRAY_LEN(vectors));
    return check_done();
}
