/* bitcoin.c - the peer-to-peer messages of Bitcoin, https://developer.bitcoin.org/reference/p2p_networking.html.
   Knows its connections by the magic number that begins a message. */
#include "protocols/protocol.h"

/* Some rows are found by their place after others: the order counts. */
enum {
    BITCOIN, MAGIC, COMMAND, LENGTH, CHECKSUM, VERSION_MESSAGE, VERSION, VERSION_SERVICES, VERSION_TIMESTAMP,
    VERSION_ADDR_ME, VERSION_ADDR_YOU, VERSION_NONCE, VERSION_USER_AGENT, VERSION_HEIGHT, VERSION_RELAY, ADDR_COUNT,
    ADDR_COUNT64, ADDR_MESSAGE, ADDR_ADDRESS, ADDR_TIMESTAMP, INVENTORY, INV_MESSAGE, INV_COUNT, INV_COUNT64,
    INV_TYPE, INV_HASH, GETDATA_MESSAGE, GETDATA_COUNT, GETDATA_COUNT64, GETDATA_TYPE, GETDATA_HASH, NOTFOUND_MESSAGE,
    NOTFOUND_COUNT, NOTFOUND_COUNT64, NOTFOUND_TYPE, NOTFOUND_HASH, GETBLOCKS_MESSAGE, GETBLOCKS_COUNT,
    GETBLOCKS_COUNT64, GETBLOCKS_START, GETBLOCKS_STOP, GETHEADERS_MESSAGE, GETHEADERS_COUNT, GETHEADERS_COUNT64,
    GETHEADERS_START, GETHEADERS_STOP, TX_MESSAGE, TX_VERSION, TX_INPUTS, TX_INPUTS64, TX_IN, TX_PREVIOUS,
    TX_PREVIOUS_HASH, TX_PREVIOUS_INDEX, TX_IN_SCRIPT_LENGTH, TX_IN_SCRIPT_LENGTH64, TX_IN_SCRIPT, TX_IN_SEQUENCE,
    TX_OUTPUTS, TX_OUTPUTS64, TX_OUT, TX_OUT_VALUE, TX_OUT_SCRIPT_LENGTH, TX_OUT_SCRIPT_LENGTH64, TX_OUT_SCRIPT,
    TX_LOCK_TIME, BLOCK_MESSAGE, BLOCK_TRANSACTIONS, BLOCK_TRANSACTIONS64, BLOCK_VERSION, BLOCK_PREVIOUS,
    BLOCK_MERKLE_ROOT, BLOCK_TIMESTAMP, BLOCK_BITS, BLOCK_NONCE, HEADERS_MESSAGE, HEADERS_HEADER, HEADERS_VERSION,
    HEADERS_PREVIOUS, HEADERS_MERKLE_ROOT, HEADERS_TIMESTAMP, HEADERS_BITS, HEADERS_NONCE, HEADERS_COUNT,
    HEADERS_COUNT64, PING_MESSAGE, PING_NONCE, PONG_MESSAGE, PONG_NONCE, REJECT_MESSAGE, REJECT_REJECTED,
    REJECT_REASON, REJECT_CODE, REJECT_DATA, FILTERLOAD_MESSAGE, FILTERLOAD_FILTER, FILTERLOAD_FUNCTIONS,
    FILTERLOAD_TWEAK, FILTERLOAD_FLAGS, FILTERADD_MESSAGE, FILTERADD_DATA, MERKLE_MESSAGE, MERKLE_TRANSACTIONS,
    MERKLE_VERSION, MERKLE_PREVIOUS, MERKLE_ROOT, MERKLE_TIMESTAMP, MERKLE_BITS, MERKLE_NONCE, MERKLE_HASHES,
    MERKLE_HASHES_COUNT, MERKLE_HASHES_COUNT64, MERKLE_HASH, MERKLE_FLAGS, MERKLE_FLAGS_COUNT, MERKLE_FLAGS_COUNT64,
    MERKLE_FLAGS_DATA, SERVICES_NETWORK, ADDRESS_SERVICES, ADDRESS, ADDRESS_PORT, STRING, STRING_COUNT,
    STRING_COUNT64, DATA, DATA_COUNT, DATA_COUNT64
};

enum { PREF_DESEGMENT };
enum { NOTE_UNKNOWN, NOTE_SCRIPT };
enum { HEADER = 24, COMMAND_LEN = 12 };
extern const struct protocol proto_bitcoin;
static const char column[] = "Bitcoin";

/* --- names -------------------------------------------------------------------------------------- */

VALUES(inventory_types, { 0, "ERROR" }, { 1, "MSG_TX" }, { 2, "MSG_BLOCK" });
VALUES(reject_codes, { 0x01, "REJECT_MALFORMED" }, { 0x10, "REJECT_INVALID" }, { 0x11, "REJECT_OBSOLETE" },
       { 0x12, "REJECT_DUPLICATE" }, { 0x40, "REJECT_NONSTANDARD" }, { 0x41, "REJECT_DUST" },
       { 0x42, "REJECT_INSUFFICIENTFEE" }, { 0x43, "REJECT_CHECKPOINT" });
VALUES(filter_flags, { 0, "BLOOM_UPDATE_NONE" }, { 1, "BLOOM_UPDATE_ALL" }, { 2, "BLOOM_UPDATE_P2PUBKEY_ONLY" });

/* Transactions of a block are numbered. */
static void tx_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *number = n->v.arg;
    if (number != NULL)
        sb_printf(sb, " [ %4u ]", *number);
}

/* A row for a small number, and one for those that need more than four bytes. */
#define COUNT(id, name, label) \
    [id] = { name, label, FT_UINT8, BASE_DEC }, [id##64] = { name "64", label, FT_UINT64, BASE_DEC }
#define NUMBER(name, label, type, base) { name, label, type, base, .flags = LITTLE }
#define HASH(name, label) { name, label, FT_BYTES }

static const struct field fields[] = {
    [BITCOIN] = { "bitcoin", "Bitcoin protocol", FT_PROTOCOL },
    [MAGIC] = { "bitcoin.magic", "Packet magic", FT_UINT32, BASE_HEX, 0, 4 },
    [COMMAND] = { "bitcoin.command", "Command name", FT_STRING, .off = 4, .size = 12, .flags = ASCII },
    [LENGTH] = { "bitcoin.length", "Payload Length", FT_UINT32, BASE_DEC, 16, 4, LITTLE },
    [CHECKSUM] = { "bitcoin.checksum", "Payload checksum", FT_UINT32, BASE_HEX, 20, 4 },
    [VERSION_MESSAGE] = { "bitcoin.version", "Version message", FT_NONE },
    [VERSION] = NUMBER("bitcoin.version.version", "Protocol version", FT_UINT32, BASE_DEC),
    [VERSION_SERVICES] = NUMBER("bitcoin.version.services", "Node services", FT_UINT64, BASE_HEX),
    [VERSION_TIMESTAMP] = { "bitcoin.version.timestamp", "Node timestamp", FT_ABSOLUTE_TIME, BASE_UTC },
    [VERSION_ADDR_ME] = { "bitcoin.version.addr_me", "Address of emmitting node", FT_NONE },
    [VERSION_ADDR_YOU] = { "bitcoin.version.addr_you", "Address as receiving node", FT_NONE },
    [VERSION_NONCE] = NUMBER("bitcoin.version.nonce", "Random nonce", FT_UINT64, BASE_HEX),
    [VERSION_USER_AGENT] = { "bitcoin.version.user_agent", "User agent", FT_NONE },
    [VERSION_HEIGHT] = NUMBER("bitcoin.version.start_height", "Block start height", FT_UINT32, BASE_DEC),
    [VERSION_RELAY] = { "bitcoin.version.relay", "Relay flag", FT_UINT8, BASE_DEC },
    COUNT(ADDR_COUNT, "bitcoin.addr.count", "Count"),
    [ADDR_MESSAGE] = { "bitcoin.addr", "Address message", FT_NONE },
    [ADDR_ADDRESS] = { "bitcoin.addr.address", "Address", FT_BYTES },
    [ADDR_TIMESTAMP] = { "bitcoin.addr.timestamp", "Address timestamp", FT_ABSOLUTE_TIME, BASE_UTC },
    [INVENTORY] = { "", "Inventory vector", FT_NONE },
    [INV_MESSAGE] = { "bitcoin.inv", "Inventory message", FT_NONE },
    COUNT(INV_COUNT, "bitcoin.inv.count", "Count"),
    [INV_TYPE] = { "bitcoin.inv.type", "Type", FT_UINT32, BASE_DEC, .flags = LITTLE, .values = &inventory_types },
    [INV_HASH] = HASH("bitcoin.inv.hash", "Data hash"),
    [GETDATA_MESSAGE] = { "bitcoin.getdata", "Getdata message", FT_NONE },
    COUNT(GETDATA_COUNT, "bitcoin.getdata.count", "Count"),
    [GETDATA_TYPE] = { "bitcoin.getdata.type", "Type", FT_UINT32, BASE_DEC, .flags = LITTLE, .values = &inventory_types },
    [GETDATA_HASH] = HASH("bitcoin.getdata.hash", "Data hash"),
    [NOTFOUND_MESSAGE] = { "bitcoin.notfound", "Getdata message", FT_NONE },
    COUNT(NOTFOUND_COUNT, "bitcoin.notfound.count", "Count"),
    [NOTFOUND_TYPE] = { "bitcoin.notfound.type", "Type", FT_UINT32, BASE_DEC, .flags = LITTLE, .values = &inventory_types },
    [NOTFOUND_HASH] = HASH("bitcoin.notfound.hash", "Data hash"),
    [GETBLOCKS_MESSAGE] = { "bitcoin.getblocks", "Getdata message", FT_NONE },
    COUNT(GETBLOCKS_COUNT, "bitcoin.getblocks.count", "Count"),
    [GETBLOCKS_START] = HASH("bitcoin.getblocks.hash_start", "Starting hash"),
    [GETBLOCKS_STOP] = HASH("bitcoin.getblocks.hash_stop", "Stopping hash"),
    [GETHEADERS_MESSAGE] = { "bitcoin.getheaders", "Getheaders message", FT_NONE },
    COUNT(GETHEADERS_COUNT, "bitcoin.getheaders.count", "Count"),
    [GETHEADERS_START] = HASH("bitcoin.getheaders.hash_start", "Starting hash"),
    [GETHEADERS_STOP] = HASH("bitcoin.getheaders.hash_stop", "Stopping hash"),
    [TX_MESSAGE] = { "bitcoin.tx", "Tx message", FT_NONE, .suffix = tx_suffix },
    [TX_VERSION] = NUMBER("bitcoin.tx.version", "Transaction version", FT_UINT32, BASE_DEC),
    COUNT(TX_INPUTS, "bitcoin.tx.input_count", "Input Count"),
    [TX_IN] = { "bitcoin.tx.in", "Transaction input", FT_NONE },
    [TX_PREVIOUS] = { "bitcoin.tx.in.prev_output", "Previous output", FT_NONE },
    [TX_PREVIOUS_HASH] = HASH("bitcoin.tx.in.prev_output.hash", "Hash"),
    [TX_PREVIOUS_INDEX] = NUMBER("bitcoin.tx.in.prev_output.index", "Index", FT_UINT32, BASE_DEC),
    COUNT(TX_IN_SCRIPT_LENGTH, "bitcoin.tx.in.script_length", "Script Length"),
    [TX_IN_SCRIPT] = { "bitcoin.tx.in.sig_script", "Signature script", FT_BYTES },
    [TX_IN_SEQUENCE] = NUMBER("bitcoin.tx.in.seq", "Sequence", FT_UINT32, BASE_DEC),
    COUNT(TX_OUTPUTS, "bitcoin.tx.output_count", "Output Count"),
    [TX_OUT] = { "bitcoin.tx.out", "Transaction output", FT_NONE },
    [TX_OUT_VALUE] = NUMBER("bitcoin.tx.out.value", "Value", FT_UINT64, BASE_DEC),
    COUNT(TX_OUT_SCRIPT_LENGTH, "bitcoin.tx.out.script_length", "Script Length"),
    [TX_OUT_SCRIPT] = { "bitcoin.tx.out.script", "Script", FT_BYTES },
    [TX_LOCK_TIME] = NUMBER("bitcoin.tx.lock_time", "Block lock time or block ID", FT_UINT32, BASE_DEC),
    [BLOCK_MESSAGE] = { "bitcoin.block", "Block message", FT_NONE },
    COUNT(BLOCK_TRANSACTIONS, "bitcoin.block.num_transactions", "Number of transactions"),
    [BLOCK_VERSION] = NUMBER("bitcoin.block.version", "Block version", FT_UINT32, BASE_DEC),
    [BLOCK_PREVIOUS] = HASH("bitcoin.block.prev_block", "Previous block"),
    [BLOCK_MERKLE_ROOT] = HASH("bitcoin.block.merkle_root", "Merkle root"),
    [BLOCK_TIMESTAMP] = { "bitcoin.block.timestamp", "Block timestamp", FT_ABSOLUTE_TIME, BASE_UTC },
    [BLOCK_BITS] = NUMBER("bitcoin.block.bits", "Bits", FT_UINT32, BASE_HEX),
    [BLOCK_NONCE] = NUMBER("bitcoin.block.nonce", "Nonce", FT_UINT32, BASE_HEX),
    [HEADERS_MESSAGE] = { "bitcoin.headers", "Headers message", FT_NONE },
    [HEADERS_HEADER] = { "", "Header", FT_NONE },
    [HEADERS_VERSION] = NUMBER("bitcoin.headers.version", "Block version", FT_UINT32, BASE_DEC),
    [HEADERS_PREVIOUS] = HASH("bitcoin.headers.prev_block", "Previous block"),
    [HEADERS_MERKLE_ROOT] = HASH("bitcoin.headers.merkle_root", "Merkle root"),
    [HEADERS_TIMESTAMP] = { "bitcoin.headers.timestamp", "Block timestamp", FT_ABSOLUTE_TIME, BASE_UTC },
    [HEADERS_BITS] = NUMBER("bitcoin.headers.bits", "Bits", FT_UINT32, BASE_HEX),
    [HEADERS_NONCE] = NUMBER("bitcoin.headers.nonce", "Nonce", FT_UINT32, BASE_HEX),
    COUNT(HEADERS_COUNT, "bitcoin.headers.count", "Count"),
    [PING_MESSAGE] = { "bitcoin.ping", "Ping message", FT_NONE },
    [PING_NONCE] = NUMBER("bitcoin.ping.nonce", "Random nonce", FT_UINT64, BASE_HEX),
    [PONG_MESSAGE] = { "bitcoin.pong", "Pong message", FT_NONE },
    [PONG_NONCE] = NUMBER("bitcoin.pong.nonce", "Random nonce", FT_UINT64, BASE_HEX),
    [REJECT_MESSAGE] = { "bitcoin.reject", "Reject message", FT_NONE },
    [REJECT_REJECTED] = { "bitcoin.reject.message", "Message rejected", FT_NONE },
    [REJECT_REASON] = { "bitcoin.reject.reason", "Reason", FT_NONE },
    [REJECT_CODE] = { "bitcoin.reject.ccode", "CCode", FT_UINT8, BASE_HEX, .values = &reject_codes },
    [REJECT_DATA] = { "bitcoin.reject.data", "Data", FT_BYTES },
    [FILTERLOAD_MESSAGE] = { "bitcoin.filterload", "Filterload message", FT_NONE },
    [FILTERLOAD_FILTER] = { "bitcoin.filterload.filter", "Filter", FT_NONE },
    [FILTERLOAD_FUNCTIONS] = NUMBER("bitcoin.filterload.nhashfunc", "nHashFunc", FT_UINT32, BASE_DEC),
    [FILTERLOAD_TWEAK] = NUMBER("bitcoin.filterload.ntweak", "nTweak", FT_UINT32, BASE_HEX),
    [FILTERLOAD_FLAGS] = { "bitcoin.filterload.nflags", "nFlags", FT_UINT8, BASE_HEX, .values = &filter_flags },
    [FILTERADD_MESSAGE] = { "bitcoin.filteradd", "Filteradd message", FT_NONE },
    [FILTERADD_DATA] = { "bitcoin.filteradd.data", "Data", FT_NONE },
    [MERKLE_MESSAGE] = { "bitcoin.merkleblock", "Merkleblock message", FT_NONE },
    [MERKLE_TRANSACTIONS] = NUMBER("bitcoin.merkleblock.num_transactions", "Number of transactions", FT_UINT32, BASE_DEC),
    [MERKLE_VERSION] = NUMBER("bitcoin.merkleblock.version", "Block version", FT_UINT32, BASE_DEC),
    [MERKLE_PREVIOUS] = HASH("bitcoin.merkleblock.prev_block", "Previous block"),
    [MERKLE_ROOT] = HASH("bitcoin.merkleblock.merkle_root", "Merkle root"),
    [MERKLE_TIMESTAMP] = { "bitcoin.merkleblock.timestamp", "Block timestamp", FT_ABSOLUTE_TIME, BASE_UTC },
    [MERKLE_BITS] = NUMBER("bitcoin.merkleblock.bits", "Bits", FT_UINT32, BASE_HEX),
    [MERKLE_NONCE] = NUMBER("bitcoin.merkleblock.nonce", "Nonce", FT_UINT32, BASE_HEX),
    [MERKLE_HASHES] = { "", "Hashes", FT_NONE },
    COUNT(MERKLE_HASHES_COUNT, "bitcoin.merkleblock.hashes.count", "Count"),
    [MERKLE_HASH] = HASH("bitcoin.merkleblock.hashes.hash", "Hash"),
    [MERKLE_FLAGS] = { "", "Flags", FT_NONE },
    COUNT(MERKLE_FLAGS_COUNT, "bitcoin.merkleblock.flags.count", "Size"),
    [MERKLE_FLAGS_DATA] = { "bitcoin.merkleblock.flags.data", "Data", FT_BYTES },
    [SERVICES_NETWORK] = { "bitcoin.services.network", "Network node", FT_BOOLEAN, BITS_32, .flags = LITTLE, .mask = 1,
                           .truth = &truth_set },
    [ADDRESS_SERVICES] = NUMBER("bitcoin.address.services", "Node services", FT_UINT64, BASE_HEX),
    [ADDRESS] = { "bitcoin.address.address", "Node address", FT_IPv6 },
    [ADDRESS_PORT] = { "bitcoin.address.port", "Node port", FT_UINT16, BASE_DEC },
    [STRING] = { "bitcoin.string.value", "String value", FT_STRING, .flags = ASCII },
    COUNT(STRING_COUNT, "bitcoin.string.count", "Count"),
    [DATA] = { "bitcoin.data.value", "Data", FT_BYTES },
    COUNT(DATA_COUNT, "bitcoin.data.count", "Count"),
};

static const struct note_def notes[] = {
    [NOTE_UNKNOWN] = { "bitcoin.command.unknown", "Unknown command", SEV_WARN, GROUP_PROTOCOL },
    [NOTE_SCRIPT] = { "bitcoin.script_length.invalid", "script_len too large", SEV_WARN, GROUP_MALFORMED },
};
static const struct pref prefs[] = {
    [PREF_DESEGMENT] = { "desegment", "Put together messages of several TCP segments", PREF_BOOL, 1 },
};

/* --- parts of messages -------------------------------------------------------------------------- */

/* A number of one byte, or after 0xfd, 0xfe and 0xff one of 2, 4 and 8; `row` and, for 8 bytes, the row after it. */
static uint64_t count_add(struct dissect *d, struct cursor *c, unsigned row)
{
    static const uint8_t sizes[] = { 2, 4, 8 };
    uint32_t first = get8(d, *c, 0), size = first < 0xfd ? 1 : sizes[first - 0xfd], at = first < 0xfd ? 0 : 1;
    if (!need(d, *c, at, size))
        return 0;
    uint64_t value = le_uint(c->p + at, size);
    emit_value(d, *c, size == 8 ? row + 1 : row, at, size, value);
    cursor_skip(c, at + size);
    return value;
}

/* That many bytes, which the packet may not have. */
static uint32_t bytes_of(struct dissect *d, struct cursor c, uint64_t n)
{
    if (n > UINT32_MAX / 2) {
        fall_short(d, c, 0, n);
        return 0;
    }
    return (uint32_t)n;
}

static void time_add(struct dissect *d, struct cursor *c, unsigned row, uint32_t size)
{
    if (!need(d, *c, 0, size))
        return;
    uint64_t fraction = size == 8 ? le32(c->p + 4) : 0;  /* only the low 4 bytes count as seconds: 0 until 2106 */
    emit_value(d, *c, row, 0, size, (uint64_t)le32(c->p) * 1000000000 + fraction);
    cursor_skip(c, size);
}

static void services_add(struct dissect *d, struct cursor *c, unsigned row)
{
    emit_at(d, *c, row, 0, 8);
    down(d);
    emit_at(d, *c, SERVICES_NETWORK, 0, 4);
    up(d);
    cursor_skip(c, 8);
}

static void address_add(struct dissect *d, struct cursor *c)
{
    services_add(d, c, ADDRESS_SERVICES);
    add_item(d, c, ADDRESS, 16);
    add_uint(d, c, ADDRESS_PORT, 2);
}

/* A heading over a count and that many bytes. */
static void counted_add(struct dissect *d, struct cursor *c, unsigned heading, unsigned count, unsigned row)
{
    uint32_t node = emit_at(d, *c, heading, 0, 0);
    down(d);
    uint32_t len = bytes_of(d, *c, count_add(d, c, count));
    add_item(d, c, row, len);
    up(d);
    set_end(d, node, *c);
}

/* The heading of a message. */
static uint32_t message_add(struct dissect *d, struct cursor c, unsigned row)
{
    uint32_t n = emit_at(d, c, row, 0, c.cap);
    down(d);
    return n;
}

/* --- messages ----------------------------------------------------------------------------------- */

static void version_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, VERSION_MESSAGE);
    uint64_t version = add_uint_le(d, &c, VERSION, 4);
    services_add(d, &c, VERSION_SERVICES);
    time_add(d, &c, VERSION_TIMESTAMP, 8);
    emit_at(d, c, VERSION_ADDR_YOU, 0, 26);
    down(d);
    address_add(d, &c);
    up(d);
    if (version < 106)
        return;
    emit_at(d, c, VERSION_ADDR_ME, 0, 26);
    down(d);
    address_add(d, &c);
    up(d);
    add_uint_le(d, &c, VERSION_NONCE, 8);
    counted_add(d, &c, VERSION_USER_AGENT, STRING_COUNT, STRING);
    if (version >= 209)
        add_uint_le(d, &c, VERSION_HEIGHT, 4);
    if (version >= 70002)
        add_uint(d, &c, VERSION_RELAY, 1);
}

static void addr_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, ADDR_MESSAGE);
    uint64_t count = count_add(d, &c, ADDR_COUNT);
    for (uint64_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        struct cursor at = c;
        emit_at(d, c, ADDR_ADDRESS, 0, 30);
        down(d);
        cursor_skip(&c, 4);
        address_add(d, &c);
        time_add(d, &at, ADDR_TIMESTAMP, 4);
        up(d);
    }
}

/* `message` is the heading's row; the rows of the count, its long form, the type and the hash follow it. */
static void inventory_run(struct dissect *d, struct cursor c, unsigned message)
{
    message_add(d, c, message);
    uint64_t count = count_add(d, &c, message + 1);
    for (uint64_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        emit_at(d, c, INVENTORY, 0, 36);
        down(d);
        add_uint_le(d, &c, message + 3, 4);
        add_item(d, &c, message + 4, 32);
        up(d);
    }
}
static void inv_run(struct dissect *d, struct cursor c) { inventory_run(d, c, INV_MESSAGE); }
static void getdata_run(struct dissect *d, struct cursor c) { inventory_run(d, c, GETDATA_MESSAGE); }
static void notfound_run(struct dissect *d, struct cursor c) { inventory_run(d, c, NOTFOUND_MESSAGE); }

/* `message`: the heading's row; the count's, and those of the first and the last hash follow it. */
static void locator_run(struct dissect *d, struct cursor c, unsigned message, unsigned version)
{
    message_add(d, c, message);
    add_uint_le(d, &c, version, 4);
    uint64_t count = count_add(d, &c, message + 1);
    for (uint64_t i = 0; i < count && d->stop == STOP_NONE; i++)
        add_item(d, &c, message + 3, 32);
    add_item(d, &c, message + 4, 32);
}
static void getblocks_run(struct dissect *d, struct cursor c) { locator_run(d, c, GETBLOCKS_MESSAGE, VERSION); }
static void getheaders_run(struct dissect *d, struct cursor c)
{
    locator_run(d, c, GETHEADERS_MESSAGE, HEADERS_VERSION);
}

static void script_add(struct dissect *d, struct cursor *c, unsigned count, unsigned row)
{
    uint64_t len = count_add(d, c, count);
    if (len > INT32_MAX)
        note(d, NOTE_SCRIPT, NULL);
    add_item(d, c, row, bytes_of(d, *c, len));
}

static void input_add(struct dissect *d, struct cursor *c)
{
    uint32_t node = emit_at(d, *c, TX_IN, 0, 36);
    down(d);
    emit_at(d, *c, TX_PREVIOUS, 0, 36);
    down(d);
    add_item(d, c, TX_PREVIOUS_HASH, 32);
    add_uint_le(d, c, TX_PREVIOUS_INDEX, 4);
    up(d);
    script_add(d, c, TX_IN_SCRIPT_LENGTH, TX_IN_SCRIPT);
    add_uint_le(d, c, TX_IN_SEQUENCE, 4);
    up(d);
    set_end(d, node, *c);
}

static void output_add(struct dissect *d, struct cursor *c)
{
    uint32_t node = emit_at(d, *c, TX_OUT, 0, 8);
    down(d);
    add_uint_le(d, c, TX_OUT_VALUE, 8);
    script_add(d, c, TX_OUT_SCRIPT_LENGTH, TX_OUT_SCRIPT);
    up(d);
    set_end(d, node, *c);
}

static void transaction_add(struct dissect *d, struct cursor *c, const uint32_t *number)
{
    uint32_t node = emit_arg(d, *c, TX_MESSAGE, 0, c->cap, number);
    down(d);
    add_uint_le(d, c, TX_VERSION, 4);
    uint64_t inputs = count_add(d, c, TX_INPUTS);
    for (uint64_t i = 0; i < inputs && d->stop == STOP_NONE; i++)
        input_add(d, c);
    uint64_t outputs = count_add(d, c, TX_OUTPUTS);
    for (uint64_t i = 0; i < outputs && d->stop == STOP_NONE; i++)
        output_add(d, c);
    add_uint_le(d, c, TX_LOCK_TIME, 4);
    up(d);
    if (number != NULL)
        set_end(d, node, *c);
}

static void tx_run(struct dissect *d, struct cursor c) { transaction_add(d, &c, NULL); }

/* The rows from `version` on are those of a block's header, in the order in which it stands there. */
static void block_header_add(struct dissect *d, struct cursor *c, unsigned version)
{
    add_uint_le(d, c, version, 4);
    add_item(d, c, version + 1, 32);
    add_item(d, c, version + 2, 32);
    time_add(d, c, version + 3, 4);
    add_uint_le(d, c, version + 4, 4);
    add_uint_le(d, c, version + 5, 4);
}

static void block_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, BLOCK_MESSAGE);
    block_header_add(d, &c, BLOCK_VERSION);
    uint64_t count = count_add(d, &c, BLOCK_TRANSACTIONS);
    for (uint32_t i = 1; i <= count && d->stop == STOP_NONE; i++)
        transaction_add(d, &c, packet_copy(d, &i, sizeof i));
}

static void headers_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, HEADERS_MESSAGE);
    uint64_t count = count_add(d, &c, HEADERS_COUNT);
    for (uint64_t i = 0; i < count && d->stop == STOP_NONE; i++) {
        uint32_t node = emit_at(d, c, HEADERS_HEADER, 0, 80);
        down(d);
        block_header_add(d, &c, HEADERS_VERSION);
        count_add(d, &c, HEADERS_COUNT);
        up(d);
        set_end(d, node, c);
    }
}

static void ping_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, PING_MESSAGE);
    add_uint_le(d, &c, PING_NONCE, 8);
}

static void pong_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, PONG_MESSAGE);
    add_uint_le(d, &c, PONG_NONCE, 8);
}

static void reject_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, REJECT_MESSAGE);
    counted_add(d, &c, REJECT_REJECTED, STRING_COUNT, STRING);
    add_uint(d, &c, REJECT_CODE, 1);
    counted_add(d, &c, REJECT_REASON, STRING_COUNT, STRING);
    if (more(d, &c))
        add_item(d, &c, REJECT_DATA, c.wire);
}

static void filterload_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, FILTERLOAD_MESSAGE);
    counted_add(d, &c, FILTERLOAD_FILTER, DATA_COUNT, DATA);
    add_uint_le(d, &c, FILTERLOAD_FUNCTIONS, 4);
    add_uint_le(d, &c, FILTERLOAD_TWEAK, 4);
    add_uint(d, &c, FILTERLOAD_FLAGS, 1);
}

static void filteradd_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, FILTERADD_MESSAGE);
    counted_add(d, &c, FILTERADD_DATA, DATA_COUNT, DATA);
}

static void merkleblock_run(struct dissect *d, struct cursor c)
{
    message_add(d, c, MERKLE_MESSAGE);
    block_header_add(d, &c, MERKLE_VERSION);
    add_uint_le(d, &c, MERKLE_TRANSACTIONS, 4);
    uint32_t node = emit_at(d, c, MERKLE_HASHES, 0, 0);
    down(d);
    uint64_t count = count_add(d, &c, MERKLE_HASHES_COUNT);
    for (uint64_t i = 0; i < count && d->stop == STOP_NONE; i++)
        add_item(d, &c, MERKLE_HASH, 32);
    up(d);
    set_end(d, node, c);
    node = emit_at(d, c, MERKLE_FLAGS, 0, 0);
    down(d);
    uint32_t len = bytes_of(d, c, count_add(d, &c, MERKLE_FLAGS_COUNT));
    add_item(d, &c, MERKLE_FLAGS_DATA, len);
    up(d);
    set_end(d, node, c);
}

static void empty_run(struct dissect *d, struct cursor c) { (void)d, (void)c; }

static const struct command {
    const char *name;
    void (*run)(struct dissect *d, struct cursor c);
} commands[] = {
    { "version", version_run },
    { "addr", addr_run },
    { "inv", inv_run },
    { "getdata", getdata_run },
    { "notfound", notfound_run },
    { "getblocks", getblocks_run },
    { "getheaders", getheaders_run },
    { "tx", tx_run },
    { "block", block_run },
    { "headers", headers_run },
    { "ping", ping_run },
    { "pong", pong_run },
    { "reject", reject_run },
    { "filterload", filterload_run },
    { "filteradd", filteradd_run },
    { "merkleblock", merkleblock_run },
    { "verack", empty_run },
    { "getaddr", empty_run },
    { "mempool", empty_run },
    { "filterclear", empty_run },
    { "checkorder", empty_run },
    { "submitorder", empty_run },
    { "reply", empty_run },
    { "alert", empty_run },
};

/* --- the stream of messages --------------------------------------------------------------------- */

static const struct command *command_of(const uint8_t name[COMMAND_LEN])
{
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        size_t len = strlen(commands[i].name);
        if (memcmp(name, commands[i].name, len) == 0 && name[len] == 0)
            return &commands[i];
    }
    return NULL;
}

static void bitcoin_message(struct dissect *d, struct cursor c)
{
    if (strcmp(d->protocol_column, column) != 0)
        info_clear(d);
    set_protocol_column(d, column);
    emit_protocol(d, c, c.cap, NULL);
    emit_header(d, c, HEADER);
    if (!need(d, c, 0, HEADER))
        return;
    const struct command *command = command_of(c.p + 4);
    info_separated(d, ", ", info_constant, command != NULL ? command->name : "[unknown command]");
    cursor_skip(&c, HEADER);
    if (command != NULL)
        command->run(d, c);
    else
        note_on(d, d->layers[d->n_layers - 1].node, NOTE_UNKNOWN, NULL);
}

static uint32_t bitcoin_length(struct dissect *d, struct cursor c)
{
    uint32_t len = get32le(d, c, 16);
    return len <= UINT32_MAX - HEADER ? len + HEADER : UINT32_MAX;
}

/* Of the main network and the test networks. */
static bool bitcoin_probe(const struct dissect *d, struct cursor c)
{
    static const uint32_t magics[] = { 0xf9beb4d9, 0xfabfb5da, 0x0b110907 };
    if (flow_remembers(d, &proto_bitcoin, 0))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(magics); i++)
        if (c.cap >= 4 && be32(c.p) == magics[i])
            return true;
    return false;
}

static struct verdict bitcoin_run(struct dissect *d, struct cursor c)
{
    flow_memory(d, flow_here(d), 0, 1);  /* from now on the connection's bytes are ours, whatever they begin with */
    if (!pref(d, PREF_DESEGMENT))
        d->waits = false;
    return stream_messages(d, c, HEADER, bitcoin_length, bitcoin_message);
}

static const struct heuristic heuristics[] = { { TABLE_TCP_PORT, bitcoin_probe, "bitcoin_tcp", "Bitcoin over TCP" } };

PROTOCOL(bitcoin,
    .name = "bitcoin", .short_name = "Bitcoin", .long_name = "Bitcoin protocol",
    FIELDS(fields), NOTES(notes), PREFS(prefs), HEURISTICS(heuristics),
    .run = bitcoin_run, .keeps_state = true
);
