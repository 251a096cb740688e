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
    { "PPP",
      "ff03 0021",
      NULL },
};

int main(void)
{
    vectors_check(&proto_null, vectors, ARRAY_LEN(vectors));
    return check_done();
}
