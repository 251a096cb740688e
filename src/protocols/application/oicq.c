/* oicq.c - OICQ, the instant messenger QQ.  Claims UDP port 8000; what follows the header is encrypted. */
#include "protocols/protocol.h"

enum { OICQ, FLAG, VERSION, COMMAND, SEQUENCE, QQ_ID, DATA };
enum { FLAG_PACKET = 2 };

VALUES(flags, { FLAG_PACKET, "Oicq packet" });
VALUES(commands,
    { 1, "Log out" },
    { 2, "Heart Message" },
    { 4, "Update User information" },
    { 5, "Search user" },
    { 6, "Get User informationBroadcast" },
    { 9, "Add friend no auth" },
    { 10, "Delete user" },
    { 11, "Add friend by auth" },
    { 13, "Set status" },
    { 18, "Confirmation of receiving message from server" },
    { 22, "Send message" },
    { 23, "Receive message" },
    { 24, "Retrieve information" },
    { 26, "Reserved " },
    { 28, "Delete Me" },
    { 29, "Request KEY" },
    { 33, "Cell Phone" },
    { 34, "Log in" },
    { 38, "Get friend list" },
    { 39, "Get friend online" },
    { 41, "Cell PHONE" },
    { 48, "Operation on group" },
    { 49, "Log in test" },
    { 60, "Group name operation" },
    { 61, "Upload group friend" },
    { 62, "MEMO Operation" },
    { 88, "Download group friend" },
    { 92, "Get level" },
    { 98, "Request login" },
    { 101, "Request extra information" },
    { 103, "Signature operation" },
    { 128, "Receive system message" },
    { 129, "Get status of friend" },
    { 181, "Get friend's status of group" },
    { 1015, "Withdraw message" });

static const struct field fields[] = {
    [OICQ] = { "oicq", "OICQ - IM software, popular in China", FT_PROTOCOL },
    [FLAG] = { "oicq.flag", "Flag", FT_UINT8, BASE_HEX, .values = &flags },
    [VERSION] = { "oicq.version", "Version", FT_UINT16, BASE_HEX },
    [COMMAND] = { "oicq.command", "Command", FT_UINT16, BASE_DEC, .values = &commands },
    [SEQUENCE] = { "oicq.seq", "Sequence", FT_UINT16, BASE_DEC },
    [QQ_ID] = { "oicq.qqid", "Data(OICQ Number,if sender is client)", FT_UINT32, BASE_DEC },
    [DATA] = { "oicq.data", "Data", FT_STRING, .flags = ASCII },
};

static struct verdict oicq_run(struct dissect *d, struct cursor c)
{
    uint32_t flag = get8(d, c, 0), command = get16(d, c, 3);
    if (d->stop != STOP_NONE)
        return done();
    if (flag != FLAG_PACKET || values_find(&commands, command) == NULL)
        return not_mine();
    set_protocol_column(d, "OICQ");
    info_set(d, info_constant, "OICQ Protocol ");
    emit_protocol(d, c, c.cap, NULL);
    add_uint(d, &c, FLAG, 1);
    add_uint(d, &c, VERSION, 2);
    add_uint(d, &c, COMMAND, 2);
    add_uint(d, &c, SEQUENCE, 2);
    add_uint(d, &c, QQ_ID, 4);
    if (c.wire == 0)
        return malformed(d);
    add_item(d, &c, DATA, c.wire);
    return done();
}

static const struct claim claims[] = { { TABLE_UDP_PORT, 8000 } };

PROTOCOL(oicq,
    .name = "oicq", .short_name = "OICQ", .long_name = "OICQ - IM software, popular in China",
    FIELDS(fields), CLAIMS(claims),
    .run = oicq_run
);
