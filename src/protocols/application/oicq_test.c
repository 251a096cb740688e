/* oicq_test.c - vectors of oicq.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_oicq;

static const struct vector vectors[] = {
    { "heartbeat", "02 3635 0002 004d 0001e240 0102 6162 03",
      "OICQ - IM software, popular in China\n"
      " Flag: Oicq packet (0x02)\n"
      " Version: 0x3635\n"
      " Command: Heart Message (2)\n"
      " Sequence: 77\n"
      " Data(OICQ Number,if sender is client): 123456\n"
      " Data: \\001\\002ab\\003\n" },
    { "no data", "02 3635 0016 004d 0001e240", NULL },
    { "unknown command is another's", "02 3635 0003 004d 0001e240 03",
      "Data (12 bytes)\n"
      " Data: 0236350003004d0001e24003\n"
      " [Length: 12]\n" },
    { "other flag is another's", "04 3635 0002 004d 0001e240 03", NULL },
};

int main(void)
{
    vectors_check(&proto_oicq, vectors, ARRAY_LEN(vectors));
    return check_done();
}
