/* raw_test.c - vectors of raw.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_raw;

static const struct vector vectors[] = {
    { "IPv4",
      "45 0000 1c00 0000 4011",
      NULL },
    { "PPP",
      "ff03 0021 0000",
      NULL },
    { "short",
      "45",
      NULL },
    { "zeros",
      "0000 0000 0000 0000 0000 0800",
      NULL },
};

int main(void)
{
    vectors_check(&proto_raw, vectors, ARRAY_LEN(vectors));
    return check_done();
}
