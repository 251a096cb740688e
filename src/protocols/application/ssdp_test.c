/* ssdp_test.c - vectors of ssdp.c, and so of http.c and http_message.c. */
#include "check.h"
#include "protocols/application/http_message.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_ssdp;

static const struct vector vectors[] = {
    { "search",
      "4d2d534541524348202a20485454502f312e310d0a484f53543a203233392e3235352e3235352e3235303a313930300d"
      "0a4d583a20310d0a0d0a",
      "Simple Service Discovery Protocol\n"
      " M-SEARCH * HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): M-SEARCH * HTTP/1.1\\r\\n]\n"
      "   [M-SEARCH * HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: M-SEARCH\n"
      "  Request URI: *\n"
      "  Request Version: HTTP/1.1\n"
      " HOST: 239.255.255.250:1900\\r\\n\n"
      " MX: 1\\r\\n\n"
      " \\r\\n\n"
      " [Full request URI: http://239.255.255.250:1900*]\n"
      " [HTTP request 1/1]\n" },
    { "response",
      "485454502f312e3120323030204f4b0d0a4578743a0d0a5365727665723a20780d0a436f6e74656e742d4c656e677468"
      "3a20320d0a0d0a6162",
      "Simple Service Discovery Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Ext:\\r\\n\n"
      " Server: x\\r\\n\n"
      " Content-Length: 2\\r\\n\n"
      "  [Content length: 2]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 2 bytes\n"
      " Data (2 bytes)\n"
      "  Data: 6162\n"
      "  [Length: 2]\n" },
    { "notification with parts",
      "4e4f54494659202f613f623d63266420485454502f312e310d0a4e543a20780d0a46206f3a20790d0a0d0a",
      "Simple Service Discovery Protocol\n"
      " NOTIFY /a?b=c&d HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): NOTIFY /a?b=c&d HTTP/1.1\\r\\n]\n"
      "   [NOTIFY /a?b=c&d HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: NOTIFY\n"
      "  Request URI: /a?b=c&d\n"
      "   Request URI Path: /a\n"
      "   Request URI Query: b=c&d\n"
      "    Request URI Query Parameter: b=c\n"
      "    Request URI Query Parameter: d\n"
      "  Request Version: HTTP/1.1\n"
      " NT: x\\r\\n\n"
      " F o: y\\r\\n\n"
      "  [Expert Info (Warning/Protocol): Illegal characters found in header name]\n"
      "   [Illegal characters found in header name]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      " \\r\\n\n" },
    { "headers with parts",
      "47455420687474703a2f2f682f20485454502f312e310a486f73743a2061200a436f6f6b69653a20613d623b20630a41"
      "7574686f72697a6174696f6e3a20426173696320595470690a5472616e736665722d456e636f64696e673a206f64640a"
      "0a",
      "Simple Service Discovery Protocol\n"
      " GET http://h/ HTTP/1.1\\n\n"
      "  [Expert Info (Chat/Sequence): GET http://h/ HTTP/1.1\\n]\n"
      "   [GET http://h/ HTTP/1.1\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: http://h/\n"
      "  Request Version: HTTP/1.1\n"
      " Host: a \\n\n"
      " Cookie: a=b; c\\n\n"
      "  Cookie pair: a=b\n"
      "  Cookie pair: c\n"
      " Authorization: Basic YTpi\\n\n"
      "  Credentials: a:b\n"
      " Transfer-Encoding: odd\\n\n"
      "  [Expert Info (Warning/Undecoded): Unknown transfer coding name in Transfer-Encoding header]\n"
      "   [Unknown transfer coding name in Transfer-Encoding header]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Undecoded]\n"
      " \\n\n"
      " [Full request URI: http://h/]\n"
      " [HTTP request 1/1]\n" },
    { "no headers",
      "485454502f312e312032", NULL },
    { "another's",
      "68656c6c6f0d0a0d0a", NULL },
    { "no line's end",
      "4d2d534541524348202a20485454502f312e31", NULL },
    { "blank line first",
      "0d0a4d2d534541524348202a20485454502f312e310d0a486f73743a20780d0a0d0a", NULL },
};

static const uint8_t *bytes(const char *s) { return (const uint8_t *)s; }

static void lines_end(void)
{
    struct http_line l;
    CHECK(http_line_at(bytes("a\r\nb"), 4, 0, &l));
    CHECK_INT(l.text.len, 1);
    CHECK_INT(l.size, 3);
    CHECK(http_line_at(bytes("a\r\nb"), 4, 3, &l));
    CHECK_INT(l.size, 1);
    CHECK(!http_line_at(bytes("a\r\nb"), 4, 4, &l));
    CHECK(http_line_at(bytes("\n"), 1, 0, &l));
    CHECK_INT(l.text.len, 0);
}

static void numbers(void)
{
    uint64_t n = 0;
    CHECK(http_number_of(bytes("18446744073709551615"), (struct http_part){ 0, 20 }, &n));
    CHECK(n == UINT64_MAX);
    CHECK(!http_number_of(bytes("18446744073709551616"), (struct http_part){ 0, 20 }, &n));
    CHECK(http_number_of(bytes("12 34"), (struct http_part){ 0, 5 }, &n));
    CHECK_INT(n, 12);
    CHECK(!http_number_of(bytes("-1"), (struct http_part){ 0, 2 }, &n));
}

static void kinds(void)
{
    CHECK_INT(http_kind_of(bytes("GET / HTTP/1.1"), 14), HTTP_REQUEST);
    CHECK_INT(http_kind_of(bytes("NOTIFY"), 6), HTTP_NOTIFICATION);
    CHECK_INT(http_kind_of(bytes("HTTP/1.1 200"), 12), HTTP_RESPONSE);
    CHECK_INT(http_kind_of(bytes("GETX"), 4), HTTP_OTHER);
    CHECK_INT(http_kind_of(bytes(""), 0), HTTP_OTHER);
}

static void names(void)
{
    CHECK(http_part_is(bytes("hOST"), (struct http_part){ 0, 4 }, "Host"));
    CHECK(!http_part_is(bytes("hOST"), (struct http_part){ 0, 3 }, "Host"));
    CHECK(!http_part_is(bytes("Hosts"), (struct http_part){ 0, 5 }, "Host"));
    CHECK(!http_is_token(bytes("a b"), (struct http_part){ 0, 3 }));
    CHECK(http_is_token(bytes("01-NLS"), (struct http_part){ 0, 6 }));
}

int main(void)
{
    vectors_check(&proto_ssdp, vectors, ARRAY_LEN(vectors));
    lines_end();
    numbers();
    kinds();
    names();
    return check_done();
}
