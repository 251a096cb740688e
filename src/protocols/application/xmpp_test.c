/* xmpp_test.c - vectors of xmpp.c. */
#include "base/base.h"
#include "protocols/protocol.h"

#include "check.h"
#include "vector.h"

extern const struct protocol proto_ip, proto_xmpp;

static const struct vector vectors[] = {
    { "stream opens",
      "3c3f786d6c2076657273696f6e3d27312e30273f3e3c73747265616d3a73747265616d2066726f6d3d276578616d706c"
      "652e636f6d272069643d2773312720786d6c6e733d276a61626265723a636c69656e74272076657273696f6e3d27312e"
      "30273e3c73747265616d3a66656174757265733e3c6d656368616e69736d7320786d6c6e733d2775726e3a696574663a"
      "706172616d733a786d6c3a6e733a786d70702d7361736c273e3c6d656368616e69736d3e504c41494e3c2f6d65636861"
      "6e69736d3e3c2f6d656368616e69736d733e3c7374617274746c7320786d6c6e733d2775726e3a696574663a70617261"
      "6d733a786d6c3a6e733a786d70702d746c73273e3c72657175697265642f3e3c2f7374617274746c733e3c2f73747265"
      "616d3a66656174757265733e",
      "XMPP Protocol\n"
      " XML HEADER VER: 1.0\n"
      " STREAM [xmlns=\"jabber:client\"]\n"
      "  xmlns: jabber:client\n"
      "  from: example.com\n"
      "  id: s1\n"
      "  version: 1.0\n"
      "  FEATURES []\n"
      "   MECHANISMS [xmlns=\"urn:ietf:params:xml:ns:xmpp-sasl\"]\n"
      "    xmlns: urn:ietf:params:xml:ns:xmpp-sasl\n"
      "    MECHANISM: PLAIN\n"
      "   STARTTLS [xmlns=\"urn:ietf:params:xml:ns:xmpp-tls\"] [UNKNOWN]\n"
      "    xmlns: urn:ietf:params:xml:ns:xmpp-tls\n"
      "    REQUIRED\n"
      "    [Expert Info (Note/Undecoded): Unknown element: starttls]\n"
      "     [Unknown element: starttls]\n"
      "     [Severity level: Note]\n"
      "     [Group: Undecoded]\n" },
    { "request",
      "3c69712069643d2762312720747970653d277365742720666f6f3d2731273e3c62696e6420786d6c6e733d2775726e3a"
      "696574663a706172616d733a786d6c3a6e733a786d70702d62696e64273e3c7265736f757263653e62616c636f6e793c"
      "2f7265736f757263653e3c2f62696e643e3c2f69713e",
      "XMPP Protocol\n"
      " IQ [id=\"b1\" type=\"set\"]\n"
      "  id: b1\n"
      "  type: set\n"
      "  foo: 1 [UNKNOWN ATTR]\n"
      "   [Expert Info (Note/Undecoded): Unknown attribute foo]\n"
      "    [Unknown attribute foo]\n"
      "    [Severity level: Note]\n"
      "    [Group: Undecoded]\n"
      "  BIND [xmlns=\"urn:ietf:params:xml:ns:xmpp-bind\" resource=\"balcony\"]\n"
      "   xmlns: urn:ietf:params:xml:ns:xmpp-bind\n"
      "   resource: balcony\n"
      "  [Expert Info (Chat/Protocol): Packet without response]\n"
      "   [Packet without response]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Protocol]\n" },
    { "roster and service discovery",
      "3c69712069643d2771312720747970653d2777686174273e3c717565727920786d6c6e733d276a61626265723a69713a"
      "726f73746572273e3c6974656d206a69643d27726f6d656f406578616d706c652e6e6574272073756273637269707469"
      "6f6e3d27626f7468273e3c67726f75703e467269656e64733c2f67726f75703e3c2f6974656d3e3c2f71756572793e3c"
      "717565727920786d6c6e733d27687474703a2f2f6a61626265722e6f72672f70726f746f636f6c2f646973636f23696e"
      "666f27206e6f64653d276e273e3c6964656e746974792063617465676f72793d27632720747970653d277063272f3e3c"
      "66656174757265207661723d2775726e3a786d70703a70696e67272f3e3c666561747572652f3e3c2f71756572793e3c"
      "2f69713e",
      "XMPP Protocol\n"
      " IQ [id=\"q1\" type=\"what\"]\n"
      "  id: q1\n"
      "  type: what\n"
      "  [Expert Info (Warning/Protocol): Field \"type\" has unexpected value \"what\"]\n"
      "   [Field \"type\" has unexpected value \"what\"]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  QUERY [xmlns=\"jabber:iq:roster\"]\n"
      "   xmlns: jabber:iq:roster\n"
      "   ITEM [jid=\"romeo@example.net\" subscription=\"both\"]\n"
      "    jid: romeo@example.net\n"
      "    subscription: both\n"
      "    GROUP: Friends\n"
      "  QUERY [xmlns=\"http://jabber.org/protocol/disco#info\" node=\"n\"]\n"
      "   xmlns: http://jabber.org/protocol/disco#info\n"
      "   node: n\n"
      "   IDENTITY [category=\"c\" type=\"pc\"]\n"
      "    category: c\n"
      "    type: pc\n"
      "   FEATURE [urn:xmpp:ping]\n"
      "  [Expert Info (Chat/Protocol): Packet without response]\n"
      "   [Packet without response]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Protocol]\n" },
    { "message",
      "3c6d6573736167652066726f6d3d2761272069643d276d312720746f3d27622720747970653d2763686174273e3c7375"
      "626a6563743e733c2f7375626a6563743e3c626f647920786d6c3a6c616e673d27656e273e4172742074686f75206e6f"
      "7420526f6d656f3c2f626f64793e3c61637469766520786d6c6e733d27687474703a2f2f6a61626265722e6f72672f70"
      "726f746f636f6c2f63686174737461746573272f3e3c666f6f20613d2762273e6261723c7a2f3e3c2f666f6f3e3c2f6d"
      "6573736167653e",
      "XMPP Protocol\n"
      " MESSAGE [id=\"m1\" type=\"chat\" chatstate=\"active\"]\n"
      "  from: a\n"
      "  id: m1\n"
      "  to: b\n"
      "  type: chat\n"
      "  CHATSTATE: active\n"
      "  BODY [xml:lang=\"en\" value=\"Art thou not Romeo\"]\n"
      "   xml:lang: en\n"
      "   value: Art thou not Romeo\n"
      "  SUBJECT []\n"
      "   value: s\n"
      "  FOO [a=\"b\"] [UNKNOWN]\n"
      "   a: b [UNKNOWN ATTR]\n"
      "    [Expert Info (Note/Undecoded): Unknown attribute a]\n"
      "     [Unknown attribute a]\n"
      "     [Severity level: Note]\n"
      "     [Group: Undecoded]\n"
      "   CDATA: bar\n"
      "   Z\n"
      "   [Expert Info (Note/Undecoded): Unknown element: foo]\n"
      "    [Unknown element: foo]\n"
      "    [Severity level: Note]\n"
      "    [Group: Undecoded]\n" },
    { "presence",
      "3c70726573656e63653e3c73686f773e617761793c2f73686f773e3c73686f773e78613c2f73686f773e3c7374617475"
      "733e686d3c2f7374617475733e3c7072696f726974793e353c2f7072696f726974793e3c6320786d6c6e733d27687474"
      "703a2f2f6a61626265722e6f72672f70726f746f636f6c2f636170732720686173683d277368612d3127206e6f64653d"
      "27687474703a2f2f7827207665723d2776272f3e3c2f70726573656e63653e",
      "XMPP Protocol\n"
      " PRESENCE [show=\"away\"]\n"
      "  SHOW: away\n"
      "  priority: 5\n"
      "  STATUS [value=\"hm\"]\n"
      "   value: hm\n"
      "  CAPS [hash=\"sha-1\" node=\"http://x\"]\n"
      "   xmlns: http://jabber.org/protocol/caps\n"
      "   hash: sha-1\n"
      "   node: http://x\n"
      "   ver: v\n"
      "  SHOW [UNKNOWN]\n"
      "   CDATA: xa\n"
      "   [Expert Info (Note/Undecoded): Unknown element: show]\n"
      "    [Unknown element: show]\n"
      "    [Severity level: Note]\n"
      "    [Group: Undecoded]\n" },
    { "error",
      "3c697120747970653d276572726f72273e3c6572726f7220747970653d2763616e63656c273e3c6e6f742d666f756e64"
      "20786d6c6e733d2775726e3a696574663a706172616d733a786d6c3a6e733a786d70702d7374616e7a6173272f3e3c74"
      "6578743e686d3c2f746578743e3c2f6572726f723e3c2f69713e",
      "XMPP Protocol\n"
      " IQ [type=\"error\"]\n"
      "  [Expert Info (Warning/Protocol): Required attribute \"id\" doesn't appear in \"iq\".]\n"
      "   [Required attribute \"id\" doesn't appear in \"iq\".]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  type: error\n"
      "  ERROR [type=\"cancel\" condition=\"not-found\"]\n"
      "   type: cancel\n"
      "   CONDITION: not-found\n"
      "   TEXT: hm\n"
      "   [Expert Info (Chat/Response): Stanza error: not-found; Text: hm]\n"
      "    [Stanza error: not-found; Text: hm]\n"
      "    [Severity level: Chat]\n"
      "    [Group: Response]\n" },
    { "authentication",
      "3c61757468206d656368616e69736d3d27504c41494e273e4147703d3c2f617574683e3c6368616c6c656e67653e6161"
      "3c2f6368616c6c656e67653e3c7375636365737320786d6c6e733d2777272f3e3c6661696c75726520786d6c6e733d27"
      "77273e3c746578743e743c2f746578743e3c61626f727465642f3e3c2f6661696c7572653e3c70726f6365656420786d"
      "6c6e733d2777272f3e3c2f73747265616d3a73747265616d3e",
      "XMPP Protocol\n"
      " AUTH [mechanism=\"PLAIN\"]\n"
      "  mechanism: PLAIN\n"
      "  CDATA: AGp=\n"
      " CHALLENGE []\n"
      "  [Expert Info (Chat/Response): CHALLENGE]\n"
      "   [CHALLENGE]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Response]\n"
      "  [Expert Info (Warning/Protocol): Required attribute \"xmlns\" doesn't appear in \"challenge\".]\n"
      "   [Required attribute \"xmlns\" doesn't appear in \"challenge\".]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  CDATA: aa\n"
      " SUCCESS [xmlns=\"w\"]\n"
      "  [Expert Info (Chat/Response): SUCCESS]\n"
      "   [SUCCESS]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Response]\n"
      "  xmlns: w\n"
      "  CDATA: (empty)\n"
      " FAILURE [xmlns=\"w\" condition=\"aborted\"]\n"
      "  TEXT: t\n"
      "  xmlns: w\n"
      "  condition: aborted\n"
      " PROCEED [xmlns=\"w\"]\n"
      "  [Expert Info (Warning/Protocol): Haven't seen a STARTTLS, did the capture start in the middle of a session?]\n"
      "   [Haven't seen a STARTTLS, did the capture start in the middle of a session?]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  xmlns: w\n"
      " STREAM END\n" },
    { "none of XMPP",
      "3c612f3e2068656c6c6f203c69712069643d2731273e",
      "XMPP Protocol\n"
      " eXtensible Markup Language\n"
      "  <a/>\n"
      "  hello \n"
      "  <iq\n"
      "   id='1'>\n"
      " IQ [id=\"1\"]\n"
      "  id: 1\n"
      "  [Expert Info (Warning/Protocol): Required attribute \"type\" doesn't appear in \"iq\".]\n"
      "   [Required attribute \"type\" doesn't appear in \"iq\".]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  [Expert Info (Chat/Protocol): Packet without response]\n"
      "   [Packet without response]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Protocol]\n"
      " [Expert Info (Note/Undecoded): Unknown packet: a]\n"
      "  [Unknown packet: a]\n"
      "  [Severity level: Note]\n"
      "  [Group: Undecoded]\n"
      " [Expert Info (Note/Undecoded): Unknown packet: <NULL>]\n"
      "  [Unknown packet: <NULL>]\n"
      "  [Severity level: Note]\n"
      "  [Group: Undecoded]\n" },
    { "keepalive",
      "20",
      "XMPP Protocol\n" },
    { "not closed",
      "3c69713e3c613e3c6220633d2764273e65",
      "XMPP Protocol\n"
      " IQ []\n"
      "  [Expert Info (Warning/Protocol): Required attribute \"id\" doesn't appear in \"iq\".]\n"
      "   [Required attribute \"id\" doesn't appear in \"iq\".]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  [Expert Info (Warning/Protocol): Required attribute \"type\" doesn't appear in \"iq\".]\n"
      "   [Required attribute \"type\" doesn't appear in \"iq\".]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Protocol]\n"
      "  A [UNKNOWN]\n"
      "   B [c=\"d\"]\n"
      "    c: d [UNKNOWN ATTR]\n"
      "     [Expert Info (Note/Undecoded): Unknown attribute c]\n"
      "      [Unknown attribute c]\n"
      "      [Severity level: Note]\n"
      "      [Group: Undecoded]\n"
      "    CDATA: e\n"
      "   [Expert Info (Note/Undecoded): Unknown element: a]\n"
      "    [Unknown element: a]\n"
      "    [Severity level: Note]\n"
      "    [Group: Undecoded]\n" },
};

/* What a stream's segments are shown as; those without a title are held. */
static const struct {
    const char *bytes, *protocol;
} segments[] = {
    { "<stream:stream>", "XMPP/XML" },
    { " ", "XMPP" },
    { "<message><body>Art thou", "TCP" },
    { " not Romeo</body>", "XMPP/XML" },
    { "</message> \r\n", "XMPP/XML" },
    { "\x01\x02", "TCP" },
    { "\n", "TCP" },
    { "x > y", "TCP" },
    { "\x80>\x80", "XMPP/XML" },
    { "<starttls/><proceed/>", "XMPP/XML" },
    { "<iq/>", "XMPP/XML" },
    { "\x15\x03\x01\x01\x01\x2e", "TCP" },
};

static void segments_check(struct dissect *d)
{
    enum { HEADERS = 40 };
    uint32_t seq = 1;
    for (uint32_t i = 0; i < ARRAY_LEN(segments); i++) {
        uint8_t p[128] = { 0x45 };
        uint32_t len = (uint32_t)strlen(segments[i].bytes);
        put_be16(p + 2, HEADERS + len);
        p[8] = 64, p[9] = 6;
        put_be32(p + 12, 0xc0000201), put_be32(p + 16, 0xc0000202);
        put_be16(p + 20, 40000), put_be16(p + 22, 5222);
        put_be32(p + 24, seq);
        put_be32(p + 28, 1);
        p[32] = 0x50, p[33] = 0x10;
        memcpy(p + HEADERS, segments[i].bytes, len);
        seq += len;
        struct frame_info f = {
            .number = i + 1, .cap_len = HEADERS + len, .wire_len = HEADERS + len, .has_time = true
        };
        dissect_bytes(d, &f, p, &proto_ip);
        check_str(d->protocol_column, segments[i].protocol, segments[i].bytes, __FILE__, __LINE__);
    }
}

static void stream_check(void)
{
    struct engine *e = engine_new(NULL);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    struct flow_state *flows = flow_state_new(true, 1);
    struct dissect d;
    if (!CHECK(w != NULL && flows != NULL))
        return;
    wanted_all(w);
    w->columns = true;
    wanted_settle(w, e);
    CHECK(dissect_open(&d, e, w, flows) == 0);
    d.first_pass = true;
    segments_check(&d);
    dissect_close(&d);
    wanted_free(w);
    engine_free(e);
    flow_state_free(flows);
}

int main(void)
{
    vectors_check(&proto_xmpp, vectors, ARRAY_LEN(vectors));
    stream_check();
    return check_done();
}
