/* xml_test.c - vectors of xml.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_xml;

static const struct vector vectors[] = {
    { "document",
      "3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d275554462d3827206f776e3d2231223f3e0a3c"
      "212d2d206e6f7465202d2d3e0a3c6120623d22632220643d2765273e3c783e746578743c2f783e3c792f3e3c2f613e0a",
      "eXtensible Markup Language\n"
      " <?xml\n"
      "  version=\"1.0\"\n"
      "  encoding='UTF-8'\n"
      "  own=\"1\"\n"
      "  ?>\n"
      " <!-- note -->\n"
      " <a\n"
      "  b=\"c\"\n"
      "  d='e'>\n"
      "  <x>\n"
      "   text\n"
      "   </x>\n"
      "  <y/>\n"
      "  </a>\n" },
    { "document type",
      "3c21444f43545950452061205b203c21454c454d454e542061202823504344415441293e203c21454e54495459206220"
      "2263223e205d3e3c613e3c215b43444154415b783c795d5d3e3c2f613e",
      "eXtensible Markup Language\n"
      " <!DOCTYPE a [\n"
      "  <!ELEMENT a (#PCDATA)>\n"
      "  <!ENTITY b \"c\">\n"
      "  ]>\n"
      " <a>\n"
      "  <![CDATA[x<y]]>\n"
      "  </a>\n" },
    { "document type alone",
      "3c21444f43545950452068746d6c205055424c494320222d2f2f78222022687474703a2f2f78223e3c703e",
      "eXtensible Markup Language\n"
      " <!DOCTYPE html PUBLIC \"-//x\" \"http://x\">\n"
      " <p>\n" },
    { "GBK",
      "3c3f786d6c2076657273696f6e3d22312e302220656e636f64696e673d2247424b223f3e3c613ec4e3bac33c2f613e",
      "eXtensible Markup Language\n"
      " <?xml\n"
      "  version=\"1.0\"\n"
      "  encoding=\"GBK\"\n"
      "  ?>\n"
      " <a>\n"
      "  你好\n"
      "  </a>\n" },
    { "tags that do not match",
      "3c613e3c623e3c2f613e3c2f623e3c2f633e",
      "eXtensible Markup Language\n"
      " <a>\n"
      "  <b>\n"
      "   </a>\n"
      "  </b>\n"
      " </c>\n"
      " Closing an unopened tag\n"
      "  [Expert Info (Error/Malformed): Closing an unopened tag]\n"
      "   [Closing an unopened tag]\n"
      "   [Severity level: Error]\n"
      "   [Group: Malformed]\n" },
    { "no attribute",
      "3c6120623e3c2f613e74657874",
      "eXtensible Markup Language\n"
      " Unrecognized text\n"
      "  [Expert Info (Warning/Protocol): Unrecognized text]\n"
      "   [Unrecognized text]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " b>\n"
      " </a>\n"
      " Closing an unopened tag\n"
      "  [Expert Info (Error/Malformed): Closing an unopened tag]\n"
      "   [Closing an unopened tag]\n"
      "   [Severity level: Error]\n"
      "   [Group: Malformed]\n"
      " text\n" },
    { "unfinished",
      "3c6120623d22",
      "eXtensible Markup Language\n"
      " Unrecognized text\n"
      "  [Expert Info (Warning/Protocol): Unrecognized text]\n"
      "   [Unrecognized text]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " b=\"\n" },
    { "unfinished comment",
      "3c212d2d2078",
      "eXtensible Markup Language\n"
      " Unrecognized text\n"
      "  [Expert Info (Warning/Protocol): Unrecognized text]\n"
      "   [Unrecognized text]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " x\n" },
    { "text alone",
      "74657874",
      "eXtensible Markup Language\n"
      " text\n" },
    { "deeper than it is shown",
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e3c613e"
      "3c613e3c613e3c613e3c613e3c613e3c613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f"
      "613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e3c2f613e",
      NULL },
    { "unquoted and spread out",
      "3c6120623d632f642065203d20226622202f3e3c6720683d693e",
      "eXtensible Markup Language\n"
      " <a\n"
      "  b=c/d\n"
      "  e = \"f\"/>\n"
      " <g\n"
      "  h=i>\n" },
};

int main(void)
{
    vectors_check(&proto_xml, vectors, ARRAY_LEN(vectors));
    return check_done();
}
