/* data_text_lines_test.c - vectors of data_text_lines.c and charset.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_data_text_lines;

static const struct vector vectors[] = {
    { "line ends",
      "610d0a620a0a0d6300ff0d0a6c617374",
      "Line-based text data (6 lines)\n"
      " a\\r\\n\n"
      " b\\n\n"
      " \\n\n"
      " \\r\n"
      " c\\000�\\r\\n\n"
      " last\n" },
    { "GBK in a page",
      "3c6d65746120636861727365743d2267626b223e0ac4e3bac3ff0a",
      "Line-based text data (2 lines)\n"
      " <meta charset=\"gbk\">\\n\n"
      " 你好�\\n\n" },
    { "GB 18030",
      "3c6d65746120636861727365743d676231383033303e0ac4e3bac3",
      "Line-based text data (2 lines)\n"
      " <meta charset=gb18030>\\n\n"
      " 你好\n" },
    { "a set that is unknown",
      "3c6d65746120636861727365743d6e6f737563683e0aff0a",
      "Line-based text data (2 lines)\n"
      " <meta charset=nosuch>\\n\n"
      " �\\n\n" },
    { "a name that is none",
      "3c6d65746120636861727365743d22612f2f62223e0aff0a",
      "Line-based text data (2 lines)\n"
      " <meta charset=\"a//b\">\\n\n"
      " �\\n\n" },
};

int main(void)
{
    vectors_check(&proto_data_text_lines, vectors, ARRAY_LEN(vectors));
    return check_done();
}
