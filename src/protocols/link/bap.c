/* bap.c - PPP's protocols for adding and dropping links of a bundle: BACP and BAP, RFC 2125. */
#include "protocols/link/ppp_control.h"

#define OPTION(n, l) { n, l, FT_BYTES, .label_fn = ppp_option_line }

/* --- BACP ------------------------------------------------------------------------------------- */

enum { O_FAVORED = CP_OWN, FAVORED_MAGIC };

VALUES(bacp_codes, { 1, "Configuration Request" }, { 2, "Configuration Ack" }, { 3, "Configuration Nak" },
       { 4, "Configuration Reject" }, { 5, "Termination Request" }, { 6, "Termination Ack" }, { 7, "Code Reject" });
VALUES(bacp_types, { 1, "Favored-Peer" });

static const struct field bacp_fields[] = {
    CP_ROWS("bacp", "PPP Bandwidth Allocation Control Protocol", "bacp", &bacp_codes, &bacp_types),
    [O_FAVORED] = OPTION("bacp.opt.favored_peer", "Favored-Peer"),
    [FAVORED_MAGIC] = { "bacp.magic_number", "Magic number", FT_UINT32, BASE_HEX },
};
static const struct note_def bacp_notes[] = { CP_NOTE_ROWS };

static void favored(struct dissect *d, struct cursor c) { emit_at(d, c, FAVORED_MAGIC, 2, 4); }

static const struct ppp_option bacp_options[] = { { 1, 6, false, O_FAVORED, "Favored-Peer", favored } };
static const struct ppp_control bacp_control = { "PPP BACP", &bacp_codes, bacp_options, ARRAY_LEN(bacp_options) };

static struct verdict bacp_run(struct dissect *d, struct cursor c) { return ppp_control_run(d, c, &bacp_control); }

static const struct claim bacp_claims[] = { { TABLE_PPP_PROTOCOL, 0xc02b } };

PROTOCOL(bacp,
    .name = "bacp", .short_name = "PPP BACP", .long_name = "PPP Bandwidth Allocation Control Protocol",
    FIELDS(bacp_fields), NOTES(bacp_notes), CLAIMS(bacp_claims), .run = bacp_run
);

/* --- BAP -------------------------------------------------------------------------------------- */

enum { O_LINK_TYPE = CP_OWN, O_PHONE, O_NO_PHONE, O_REASON, O_DISCRIMINATOR, O_STATUS, TYPE, IDENTIFIER, LENGTH, RESPONSE, SPEED,
       LINK_TYPE, SUB_LINE, SUB_TYPE, SUB_LENGTH, DIGIT, NUMBER, SUB_ADDRESS, SUB_UNKNOWN, REASON, DISCRIMINATOR, STATUS, ACTION };
enum { SUB_LENGTH_INVALID = CP_NOTES };

VALUES(messages, { 1, "Call Request" }, { 2, "Call Response" }, { 3, "Callback Request" }, { 4, "Callback Response" },
       { 5, "Link Drop Query Request" }, { 6, "Link Drop Query Response" }, { 7, "Call Status Indication" },
       { 8, "Call Status Response" });
VALUES(types, { 1, "Link Type" }, { 2, "Phone Delta" }, { 3, "No Phone Number Needed" }, { 4, "Reason" }, { 5, "Link Discriminator" },
       { 6, "Call Status" });
VALUES(responses, { 0, "Request Ack" }, { 1, "Request Nak" }, { 2, "Request Rej" }, { 3, "Request Full Nak" });
VALUES(link_types, { 0, "ISDN" }, { 1, "X.25" }, { 2, "Analog" }, { 3, "Switched Digital (non-ISDN)" }, { 4, "ISDN data over voice" },
       { 5, "Reserved" }, { 6, "Reserved" }, { 7, "Reserved" });
VALUES(sub_types, { 1, "Unique Digit" }, { 2, "Subscriber Number" }, { 3, "Phone Number Sub Address" });
VALUES(actions, { 0, "No retry" }, { 1, "Retry" });
/* RFC 2125 section 6.6: causes of ITU-T Q.931. */
VALUES(statuses,
    { 0, "Call successful" }, { 1, "Unallocated (unassigned) number" }, { 2, "No route to specified transit network" },
    { 3, "No route to destination" }, { 4, "Send special information tone" }, { 5, "Misdialled trunk prefix" },
    { 6, "Channel unacceptable" }, { 7, "Call awarded and being delivered in an established channel" },
    { 8, "Prefix 0 dialed but not allowed" }, { 9, "Prefix 1 dialed but not allowed" },
    { 10, "Prefix 1 dialed but not required" }, { 11, "More digits received than allowed, call is proceeding" },
    { 16, "Normal call clearing" }, { 17, "User busy" }, { 18, "No user responding" },
    { 19, "No answer from user (user alerted)" }, { 20, "Subscriber absent" }, { 21, "Call rejected" },
    { 22, "Number changed" }, { 23, "Reverse charging rejected" }, { 24, "Call suspended" }, { 25, "Call resumed" },
    { 26, "Non-selected user clearing" }, { 27, "Destination out of order" },
    { 28, "Invalid number format (incomplete number)" }, { 29, "Facility rejected" }, { 30, "Response to STATUS ENQUIRY" },
    { 31, "Normal unspecified" }, { 33, "Circuit out of order" }, { 34, "No circuit/channel available" },
    { 35, "Destination unattainable" }, { 37, "Degraded service" }, { 38, "Network out of order" },
    { 39, "Transit delay range cannot be achieved" }, { 40, "Throughput range cannot be achieved" },
    { 41, "Temporary failure" }, { 42, "Switching equipment congestion" }, { 43, "Access information discarded" },
    { 44, "Requested circuit/channel not available" }, { 45, "Pre-empted" }, { 46, "Precedence call blocked" },
    { 47, "Resources unavailable, unspecified" }, { 49, "Quality of service unavailable" },
    { 50, "Requested facility not subscribed" }, { 51, "Reverse charging not allowed" }, { 52, "Outgoing calls barred" },
    { 53, "Outgoing calls barred within CUG" }, { 54, "Incoming calls barred" }, { 55, "Incoming calls barred within CUG" },
    { 56, "Call waiting not subscribed" }, { 57, "Bearer capability not authorized" },
    { 58, "Bearer capability not presently available" },
    { 62, "Inconsistency in designated outgoing access information and subscriber class" },
    { 63, "Service or option not available, unspecified" }, { 65, "Bearer capability not implemented" },
    { 66, "Channel type not implemented" }, { 67, "Transit network selection not implemented" },
    { 68, "Message not implemented" }, { 69, "Requested facility not implemented" },
    { 70, "Only restricted digital information bearer capability is available" },
    { 79, "Service or option not implemented, unspecified" }, { 81, "Invalid call reference value" },
    { 82, "Identified channel does not exist" }, { 83, "Call identity does not exist for suspended call" },
    { 84, "Call identity in use" }, { 85, "No call suspended" },
    { 86, "Call having the requested call identity has been cleared" }, { 87, "Called user not member of CUG" },
    { 88, "Incompatible destination" }, { 89, "Non-existent abbreviated address entry" },
    { 90, "Destination address missing, and direct call not subscribed" },
    { 91, "Invalid transit network selection (national use)" }, { 92, "Invalid facility parameter" },
    { 93, "Mandatory information element is missing" }, { 95, "Invalid message, unspecified" },
    { 96, "Mandatory information element is missing" }, { 97, "Message type non-existent or not implemented" },
    { 98, "Message not compatible with call state or message type non-existent or not implemented" },
    { 99, "Information element non-existent or not implemented" }, { 100, "Invalid information element contents" },
    { 101, "Message not compatible with call state" }, { 102, "Recovery on timer expiry" },
    { 103, "Parameter non-existent or not implemented - passed on" },
    { 110, "Message with unrecognized parameter discarded" }, { 111, "Protocol error, unspecified" },
    { 127, "Internetworking, unspecified" }, { 255, "Non-specific failure" });

static const struct unit kbps = { "Kbps", "Kbps" };

static void sub_line(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Sub-Option (%u byte%s)", n->len, n->len == 1 ? "" : "s");
}

static void sub_length_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *len = n->v.arg;
    (void)d;
    sb_printf(sb, "Invalid suboption length: %u (must be > 2)", *len);
}

static void info_message(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    sb_str(sb, values_or(&messages, *(const uint8_t *)arg, "Unknown"));
}

static const struct field fields[] = {
    CP_ROWS("bap", "PPP Bandwidth Allocation Protocol", "bap", NULL, &types),
    [O_LINK_TYPE] = OPTION("bap.opt.link_type", "Link Type"),
    [O_PHONE] = OPTION("bap.opt.phone_delta", "Phone Delta"),
    [O_NO_PHONE] = OPTION("bap.opt.no_phone", "No Phone Number Needed"),
    [O_REASON] = OPTION("bap.opt.reason", "Reason"),
    [O_DISCRIMINATOR] = OPTION("bap.opt.link_disc", "Link Discriminator"),
    [O_STATUS] = OPTION("bap.opt.call_status", "Call Status"),
    [TYPE] = { "bap.type", "Type", FT_UINT8, BASE_HEX, .values = &messages },
    [IDENTIFIER] = { "bap.identifier", "Identifier", FT_UINT8, BASE_HEX },
    [LENGTH] = { "bap.length", "Length", FT_UINT16, BASE_DEC },
    [RESPONSE] = { "bap.response_code", "Response Code", FT_UINT8, BASE_HEX, .values = &responses },
    [SPEED] = { "bacp.link_speed", "Link Speed", FT_UINT16, BASE_DEC, .unit = &kbps },
    [LINK_TYPE] = { "bacp.link_type", "Link Type", FT_UINT8, BASE_DEC, .values = &link_types },
    [SUB_LINE] = { "", "Sub-Option", FT_NONE, .label_fn = sub_line },
    [SUB_TYPE] = { "bap.sub_option_type", "Sub-Option Type", FT_UINT8, BASE_DEC, .values = &sub_types },
    [SUB_LENGTH] = { "bap.sub_option_length", "Sub-Option Length", FT_UINT8, BASE_DEC },
    [DIGIT] = { "bap.unique_digit", "Unique Digit", FT_UINT8, BASE_DEC },
    [NUMBER] = { "bap.subscriber_number", "Subscriber Number", FT_STRING },
    [SUB_ADDRESS] = { "bap.phone_number_sub_address", "Phone Number Sub Address", FT_STRING },
    [SUB_UNKNOWN] = { "bap.unknown_option_data", "Unknown", FT_BYTES },
    [REASON] = { "bap.reason", "Reason", FT_STRING },
    [DISCRIMINATOR] = { "bap.link_discriminator", "Link Discriminator", FT_UINT16, BASE_HEX },
    [STATUS] = { "bap.call_status", "Status", FT_UINT8, BASE_HEX, .values = &statuses },
    [ACTION] = { "bap.call_action", "Action", FT_UINT8, BASE_HEX, .values = &actions },
};
static const struct note_def notes[] = {
    CP_NOTE_ROWS,
    [SUB_LENGTH_INVALID] = { "bap.sub_option_length.invalid", "Invalid length", SEV_WARN, GROUP_PROTOCOL, sub_length_text },
};

static void link_type(struct dissect *d, struct cursor c)
{
    emit_at(d, c, SPEED, 2, 2);
    emit_at(d, c, LINK_TYPE, 4, 1);
}

static void phone(struct dissect *d, struct cursor c)
{
    enum { UNIQUE_DIGIT = 1, SUBSCRIBER, SUB_ADDRESS_TYPE };
    cursor_skip(&c, 2);
    while (more(d, &c)) {
        uint32_t type = get8(d, c, 0), len = get8(d, c, 1);
        emit_at(d, c, SUB_LINE, 0, len);
        down(d);
        emit_at(d, c, SUB_TYPE, 0, 1);
        uint32_t n = emit_at(d, c, SUB_LENGTH, 1, 1);
        if (len <= 2 && d->stop == STOP_NONE)
            note_on(d, n, SUB_LENGTH_INVALID, c.p + 1);
        else if (type == UNIQUE_DIGIT)
            emit_at(d, c, DIGIT, 2, 1);
        else
            emit_at(d, c,
                    type == SUBSCRIBER         ? NUMBER
                    : type == SUB_ADDRESS_TYPE ? SUB_ADDRESS
                                               : SUB_UNKNOWN,
                    2, len - 2);
        up(d);
        if (len <= 2)
            return;
        cursor_skip(&c, len);
    }
}

static void reason(struct dissect *d, struct cursor c)
{
    if (c.wire > 2)
        emit_at(d, c, REASON, 2, c.wire - 2);
}
static void discriminator(struct dissect *d, struct cursor c) { emit_at(d, c, DISCRIMINATOR, 2, 2); }
static void status(struct dissect *d, struct cursor c)
{
    emit_at(d, c, STATUS, 2, 1);
    emit_at(d, c, ACTION, 3, 1);
}

static const struct ppp_option options[] = {
    { 1, 5, false, O_LINK_TYPE, "Link Type", link_type },
    { 2, 4, true, O_PHONE, "Phone Delta", phone },
    { 3, 2, false, O_NO_PHONE, "No Phone Number Needed", NULL },
    { 4, 2, true, O_REASON, "Reason", reason },
    { 5, 4, false, O_DISCRIMINATOR, "Link Discriminator", discriminator },
    { 6, 4, false, O_STATUS, "Call Status", status },
};
static const struct ppp_control control = { .options = options, .n_options = ARRAY_LEN(options), .heading = "Data" };

static struct verdict bap_run(struct dissect *d, struct cursor c)
{
    enum { HEADER = 4, LAST_TYPE = 8 };
    if (!need(d, c, 0, HEADER))
        return done();
    uint32_t type = c.p[0], len = be16(c.p + 2);
    set_protocol_column(d, "PPP BAP");
    info_set(d, info_message, c.p);
    emit_protocol(d, c, len < c.cap ? len : c.cap, NULL);
    emit_at(d, c, TYPE, 0, 1);
    emit_at(d, c, IDENTIFIER, 1, 1);
    emit_at(d, c, LENGTH, 2, 2);
    cursor_skip(&c, HEADER);
    cursor_limit(&c, len > HEADER ? len - HEADER : 0);
    if (type % 2 == 0 && type != 0 && type <= LAST_TYPE)
        add_uint(d, &c, RESPONSE, 1);
    if (d->stop == STOP_NONE)
        ppp_options(d, c, &control);
    return done();
}

static const struct claim claims[] = { { TABLE_PPP_PROTOCOL, 0xc02d } };

PROTOCOL(bap,
    .name = "bap", .short_name = "PPP BAP", .long_name = "PPP Bandwidth Allocation Protocol",
    FIELDS(fields), NOTES(notes), CLAIMS(claims), .run = bap_run
);
