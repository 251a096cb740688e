/* git_test.c - vectors of git.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_git;

static const struct vector vectors[] = {
    { "request",
      "3030 3165 6769 742d 7570 6c6f 6164 2d70 6163 6b20 2f78 0068 6f73 743d 7900",
      "Git Smart Protocol\n"
      " Packet length: 0x001e\n"
      " Packet data: 6769742d75706c6f61642d7061636b202f7800686f73743d7900\n"
    },
    { "flush",
      "3030 3030", NULL },
    { "delimiter",
      "3030 3031", NULL },
    { "end of a response",
      "3030 3032", NULL },
    { "special length 3",
      "3030 3033",
      "Git Smart Protocol\n"
      " Git Packet Type: Unknown\n"
      "  [Expert Info (Error/Protocol): unrecognized special pkt-len value]\n"
      "   [unrecognized special pkt-len value]\n"
      "   [Severity level: Error]\n"
      "   [Group: Protocol]\n"
    },
    { "no length",
      "7a7a 7a7a", NULL },
    { "pack data",
      "30 3030 3901 7061 636b",
      "Git Smart Protocol\n"
      " Packet length: 0x0009\n"
      " Sideband control code: Git packfile data (0x01)\n"
      " Packet data: 7061636b\n"
    },
    { "progress",
      "30 3030 3902 7072 6f67", NULL },
    { "error",
      "3030 3038 0365 7272", NULL },
    { "another control code",
      "3030 3036 0478", NULL },
    { "empty",
      "3030 3034", NULL },
    { "version 1",
      "3030 3065 7665 7273 696f 6e20 310a",
      "Git Smart Protocol\n"
      " Packet length: 0x000e\n"
      " Git Protocol Version: Git protocol version 1\n"
      " Packet data: 76657273696f6e20310a\n"
    },
    { "version 2",
      "30 3030 6476 6572 7369 6f6e 2032", NULL },
    { "pack without a band",
      "3030 3038 4e41 4b0a 5041 434b 0000 0002 0000 0001 6162 6364 6566", NULL },
    { "two lines",
      "3030 3030 3030 3061 7761 6e74 2078", NULL },
    { "half a length",
      "3030", NULL },
};

int main(void)
{
    vectors_check(&proto_git, vectors, ARRAY_LEN(vectors));
    return check_done();
}
