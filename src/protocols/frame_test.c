/* frame_test.c - what the frame dissector says of a pcapng file: comments, options, times, interfaces. */
#include "base/base.h"
#include "capture/capture.h"
#include "check.h"
#include "dissect/label.h"
#include "flow/flow.h"
#include "protocols/protocol.h"

#include <stdlib.h>

/* A section; an interface of raw IPv4, nanoseconds; a packet with two comments, flags, drop count, id, queue and
   verdict; a packet cut by the snap length, with a record of TCP's log; custom blocks, one of them with
   Vector's log. */
static const uint8_t file[] = {
    0x0a, 0x0d, 0x0d, 0x0a, 0x1c, 0x00, 0x00, 0x00, 0x4d, 0x3c, 0x2b, 0x1a, 0x01, 0x00, 0x00, 0x00,
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1c, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00,
    0x34, 0x00, 0x00, 0x00, 0xe4, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x00, 0x04, 0x00,
    0x65, 0x74, 0x68, 0x30, 0x03, 0x00, 0x06, 0x00, 0x75, 0x70, 0x6c, 0x69, 0x6e, 0x6b, 0x00, 0x00,
    0x09, 0x00, 0x01, 0x00, 0x09, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x34, 0x00, 0x00, 0x00,
    0x06, 0x00, 0x00, 0x00, 0x90, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xfe, 0x9c, 0x97, 0x17,
    0x15, 0xcd, 0x85, 0x3d, 0x18, 0x00, 0x00, 0x00, 0x18, 0x00, 0x00, 0x00, 0x45, 0x00, 0x00, 0x18,
    0x12, 0x34, 0x40, 0x00, 0x40, 0xfd, 0xa3, 0xb1, 0xc0, 0x00, 0x02, 0x01, 0xc0, 0x00, 0x02, 0x02,
    0x01, 0x02, 0x03, 0x04, 0x01, 0x00, 0x0c, 0x00, 0x66, 0x69, 0x72, 0x73, 0x74, 0x20, 0x22, 0x6e,
    0x6f, 0x74, 0x65, 0x22, 0x01, 0x00, 0x06, 0x00, 0x73, 0x65, 0x63, 0x6f, 0x6e, 0x64, 0x00, 0x00,
    0x02, 0x00, 0x04, 0x00, 0x29, 0x00, 0x00, 0x01, 0x04, 0x00, 0x08, 0x00, 0x03, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x05, 0x00, 0x08, 0x00, 0x4d, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x06, 0x00, 0x04, 0x00, 0x02, 0x00, 0x00, 0x00, 0x07, 0x00, 0x09, 0x00, 0x02, 0x02, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x90, 0x00, 0x00, 0x00,
    0x06, 0x00, 0x00, 0x00, 0x4c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xfe, 0x9c, 0x97, 0x17,
    0x00, 0xca, 0xc4, 0x71, 0x02, 0x00, 0x00, 0x00, 0x18, 0x00, 0x00, 0x00, 0x45, 0x00, 0x00, 0x00,
    0xad, 0x0b, 0x20, 0x00, 0xc5, 0x2a, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x11, 0x12, 0x13, 0x14,
    0x15, 0x16, 0x17, 0x18, 0x00, 0x00, 0x00, 0x00,
    0x4c, 0x00, 0x00, 0x00, 0xad, 0x0b, 0x00, 0x40, 0x14, 0x00, 0x00, 0x00, 0x09, 0x00, 0x00, 0x00,
    0x01, 0x02, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00,
    0xad, 0x0b, 0x00, 0x00, 0x28, 0x00, 0x00, 0x00, 0xae, 0xb4, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00,
    0x0f, 0x00, 0x00, 0x00, 0x3c, 0x61, 0x3e, 0x3c, 0x62, 0x3e, 0x78, 0x3c, 0x2f, 0x62, 0x3e, 0x3c,
    0x2f, 0x61, 0x3e, 0x00, 0x28, 0x00, 0x00, 0x00,
};

static const char frame_1[] =
    "Packet comments\n"
    " first \"note\"\n"
    "  [Expert Info (Comment/Comment): first \"note\"]\n"
    "   [first \"note\"]\n"
    "   [Severity level: Comment]\n"
    "   [Group: Comment]\n"
    " second\n"
    "  [Expert Info (Comment/Comment): second]\n"
    "   [second]\n"
    "   [Severity level: Comment]\n"
    "   [Group: Comment]\n"
    "Frame 1: 24 bytes on wire (192 bits), 24 bytes captured (192 bits) on interface eth0, id 0 (inbound)\n"
    " Section number: 1\n"
    " Interface id: 0 (eth0)\n"
    "  Interface name: eth0\n"
    "  Interface description: uplink\n"
    " Interface queue: 2\n"
    " Packet flags: 0x01000029\n"
    "  .... .... .... .... .... .... .... ..01 = Direction: Inbound (0x1)\n"
    "  .... .... .... .... .... .... ...0 10.. = Reception type: Multicast (2)\n"
    "  .... .... .... .... .... ...0 001. .... = FCS length: 1\n"
    "  .... .... .... .... 0000 000. .... .... = Reserved: 0\n"
    "  .... ...1 .... .... .... .... .... .... = CRC error: Set\n"
    "  .... ..0. .... .... .... .... .... .... = Packet too long error: Not set\n"
    "  .... .0.. .... .... .... .... .... .... = Packet too short error: Not set\n"
    "  .... 0... .... .... .... .... .... .... = Wrong interframe gap error: Not set\n"
    "  ...0 .... .... .... .... .... .... .... = Unaligned frame error: Not set\n"
    "  ..0. .... .... .... .... .... .... .... = Start frame delimiter error: Not set\n"
    "  .0.. .... .... .... .... .... .... .... = Preamble error: Not set\n"
    "  0... .... .... .... .... .... .... .... = Symbol error: Not set\n"
    " Packet id: 77\n"
    " Verdict: , eBPF_XDP (2)\n"
    "  eBPF XDP: XDP_PASS (2)\n"
    " Encapsulation type: Raw IPv4 (129)\n"
    " Arrival Time: Nov 14, 2023 22:13:20.123456789 UTC\n"
    " [Time shift for this packet: 0.000000000 seconds]\n"
    " Epoch Time: 1700000000.123456789 seconds\n"
    " [Time delta from previous captured frame: 0.000000000 seconds]\n"
    " [Time delta from previous displayed frame: 0.000000000 seconds]\n"
    " [Time since reference or first frame: 0.000000000 seconds]\n"
    " Frame Number: 1\n"
    " Frame Length: 24 bytes (192 bits)\n"
    " Capture Length: 24 bytes (192 bits)\n"
    " Drop Count: 3\n"
    " [Frame is marked: False]\n"
    " [Frame is ignored: False]\n"
    " Point-to-Point Direction: Received (1)\n"
    " [Protocols in frame: ip:data]\n";

static const char frame_2[] =
    "Frame 2: 24 bytes on wire (192 bits), 2 bytes captured (16 bits) on interface eth0, id 0\n"
    " Section number: 1\n"
    " Interface id: 0 (eth0)\n"
    "  Interface name: eth0\n"
    "  Interface description: uplink\n"
    " Encapsulation type: Raw IPv4 (129)\n"
    " Arrival Time: Nov 14, 2023 22:13:21.000000000 UTC\n"
    " [Time shift for this packet: 0.000000000 seconds]\n"
    " Epoch Time: 1700000001.000000000 seconds\n"
    " [Time delta from previous captured frame: 0.876543211 seconds]\n"
    " [Time delta from previous displayed frame: 0.876543211 seconds]\n"
    " [Time since reference or first frame: 0.876543211 seconds]\n"
    " Frame Number: 2\n"
    " Frame Length: 24 bytes (192 bits)\n"
    " Capture Length: 2 bytes (16 bits)\n"
    " [Frame is marked: False]\n"
    " [Frame is ignored: False]\n"
    " Black Box Log: \n"
    "  Ticks: 336794129\n"
    "  Serial Number: 404166165\n"
    " [Protocols in frame: ip]\n";

static const char frame_3[] =
    "PCAPNG Custom Block 3: 4 bytes (32 bits) of custom data and options, PEN ciscoSystems (9), copying not allowed\n"
    " Section number: 1\n"
    " Frame Number: 3\n"
    " Frame Length: 4 bytes (32 bits)\n"
    " Capture Length: 4 bytes (32 bits)\n"
    " [Frame is marked: False]\n"
    " [Frame is ignored: False]\n"
    " Private Enterprise Number: ciscoSystems (9)\n"
    " Copying: Not Allowed\n"
    " [Protocols in frame: data]\n"
    "Data (4 bytes)\n"
    " Data: 01020304\n"
    " [Length: 4]\n";

static const char frame_4[] =
    "PCAPNG Custom Block 4: 24 bytes (192 bits) of custom data and options, PEN Vector Informatik GmbH (46254), copying allowed\n"
    " Section number: 1\n"
    " Frame Number: 4\n"
    " Frame Length: 24 bytes (192 bits)\n"
    " Capture Length: 24 bytes (192 bits)\n"
    " [Frame is marked: False]\n"
    " [Frame is ignored: False]\n"
    " Date Type: 1\n"
    " Data Length: 15\n"
    " Data: 3c613e3c623e783c2f623e3c2f613e\n"
    "  eXtensible Markup Language\n"
    "   <a>\n"
    "    <b>\n"
    "     x\n"
    "     </b>\n"
    "    </a>\n"
    " [Protocols in frame: xml]\n";

/* The labels up to the first protocol of the frame. */
static void print_frame(struct strbuf *sb, const struct dissect *d)
{
    sb_clear(sb);
    for (uint32_t i = 0; i < d->tree.count; i++) {
        const struct node *n = &d->tree.nodes[i];
        size_t start = sb->len;
        if (node_hidden(n))
            continue;
        sb_fill(sb, ' ', n->depth);
        if (node_generated(n))
            sb_char(sb, '[');
        node_label(sb, d, n);
        if (node_generated(n))
            sb_char(sb, ']');
        sb_char(sb, '\n');
        if (strncmp(sb_text(sb) + start, "Internet", 8) == 0) {
            sb_cut_to(sb, start);
            return;
        }
    }
}

/* Every prefix of the packet's options, in a block of exactly its size. */
static void cut_options(struct dissect *d, struct frame_info info, struct capture_frame frame, struct strbuf *sb)
{
    struct capture_options all = frame.options;
    info.file_frame = &frame;
    for (uint32_t n = 0; n <= all.len; n++) {
        uint8_t *exact = malloc(n != 0 ? n : 1);
        if (exact == NULL)
            return;
        if (n != 0)
            memcpy(exact, all.bytes, n);
        frame.options.bytes = exact;
        frame.options.len = n;
        dissect_frame(d, &info, frame.bytes);
        print_frame(sb, d);
        CHECK(d->tree.count != 0);
        free(exact);
    }
}

static void all_frames(struct dissect *d, struct capture *c)
{
    static const char *const trees[] = { frame_1, frame_2, frame_3, frame_4 };
    struct capture_frame frame;
    struct nstime first = { 0 }, previous = { 0 };
    struct strbuf sb = { 0 };
    for (uint32_t i = 0; i < ARRAY_LEN(trees); i++) {
        if (!CHECK(capture_next(c, &frame, NULL) == CAPTURE_FRAME))
            break;
        if (i == 0)
            first = previous = frame.time;
        struct frame_info info = {
            .number = i + 1,
            .cap_len = frame.cap_len,
            .wire_len = frame.wire_len,
            .time = frame.time,
            .first = first,
            .previous_captured = previous,
            .previous_displayed = previous,
            .has_time = frame.has_time,
            .has_previous_captured = true,
            .has_previous_displayed = true,
            .encap = frame.encap,
            .interface = frame.interface,
            .file_frame = &frame,
            .file = c,
        };
        dissect_frame(d, &info, frame.bytes);
        print_frame(&sb, d);
        CHECK_STR(sb_text(&sb), trees[i]);
        cut_options(d, info, frame, &sb);
        previous = frame.time;
    }
    sb_free(&sb);
}

int main(void)
{
    struct capture *c = capture_open_memory(file, sizeof file, "frame_test", NULL);
    struct engine *e = engine_new(NULL);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    struct flow_state *flows = flow_state_new(true, 1);
    struct dissect d;
    if (CHECK(c != NULL && w != NULL && flows != NULL)) {
        e->utc = true;
        wanted_all(w);
        wanted_settle(w, e);
        if (CHECK(dissect_open(&d, e, w, flows) == 0)) {
            all_frames(&d, c);
            dissect_close(&d);
        }
    }
    wanted_free(w);
    engine_free(e);
    flow_state_free(flows);
    capture_close(c);
    return check_done();
}
