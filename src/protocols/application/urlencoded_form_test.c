/* urlencoded_form_test.c - vectors of urlencoded_form.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_urlencoded_form;

static const struct vector vectors[] = {
    { "items",
      "613d3126623d74776f2b772532307826633d256534256264256130",
      "HTML Form URL Encoded\n"
      " Form item: \"a\" = \"1\"\n"
      "  Key: a\n"
      "  Value: 1\n"
      " Form item: \"b\" = \"two w x\"\n"
      "  Key: b\n"
      "  Value: two w x\n"
      " Form item: \"c\" = \"你\"\n"
      "  Key: c\n"
      "  Value: 你\n" },
    { "odd items",
      "61263d622626633d3d6426653d257a7a253426663d",
      "HTML Form URL Encoded\n"
      " Form item: \"a\" = \"\"\n"
      "  Key: a\n"
      "  Value: \n"
      " Form item: \"\" = \"b\"\n"
      "  Key: \n"
      "  Value: b\n"
      " Form item: \"c\" = \"=d\"\n"
      "  Key: c\n"
      "  Value: =d\n"
      " Form item: \"e\" = \"%zz%4\"\n"
      "  Key: e\n"
      "  Value: %zz%4\n"
      " Form item: \"f\" = \"\"\n"
      "  Key: f\n"
      "  Value: \n" },
};

int main(void)
{
    vectors_check(&proto_urlencoded_form, vectors, ARRAY_LEN(vectors));
    return check_done();
}
