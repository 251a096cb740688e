/* udp.h - what UDP and UDP-Lite share: udplite.c is udp.c with another meaning of the length.  Nobody else includes it. */
#ifndef PROTOCOLS_TRANSPORT_UDP_H
#define PROTOCOLS_TRANSPORT_UDP_H

#include "protocols/internet/checksum.h"
#include "protocols/protocol.h"

enum udp_row {
    UDP, UDP_SRCPORT, UDP_DSTPORT, UDP_PORT_S, UDP_PORT_D, UDP_COVERAGE, UDP_LENGTH, UDP_CHECKSUM, UDP_CALCULATED, UDP_STATUS,
    UDP_STREAM, UDP_TIMESTAMPS, UDP_TIME_FIRST, UDP_TIME_DELTA, UDP_PAYLOAD, UDP_PDU_SIZE, UDP_SRC_UID, UDP_SRC_PID,
    UDP_SRC_USER, UDP_SRC_COMMAND, UDP_DST_UID, UDP_DST_PID, UDP_DST_USER, UDP_DST_COMMAND
};
enum udp_note { UDP_NOTE_TRACEROUTE, UDP_NOTE_LENGTH, UDP_NOTE_LENGTH_ZERO, UDP_NOTE_COVERAGE, UDP_NOTE_CHECKSUM, UDP_NOTE_CHECKSUM_ZERO };

/* The datagram at hand, in the packet's arena: labels and the Info column read it. */
struct udp_datagram {
    const uint8_t *header;
    uint32_t captured;   /* bytes from the header on */
    uint32_t room;       /* bytes that the network layer has for it */
    uint32_t length;     /* header and payload, as far as can be told */
    uint32_t stated;     /* what stands in the header: length, or coverage of UDP-Lite */
    bool lite, too_short, too_long, jumbogram, no_checksum;
};

/* What a protocol makes of preferences that the other has not, or numbers otherwise. */
struct udp_options {
    bool check_checksum, ignore_zero_checksum, ignore_coverage, calculate_timestamps, summary;
};

/* The dissector of both. */
struct verdict udp_dissect(struct dissect *d, struct cursor c, bool lite, struct udp_options options);
field_text udp_label, udp_length_suffix, udp_coverage_suffix, udp_payload_label;
field_text udp_traceroute_text, udp_length_text, udp_coverage_text;

/* Rows that both have; row 0 is the protocol itself. */
#define UDP_ROWS                                                                                                        \
    [UDP_SRCPORT] = { "udp.srcport", "Source Port", FT_UINT16, BASE_PT_UDP },                                           \
    [UDP_DSTPORT] = { "udp.dstport", "Destination Port", FT_UINT16, BASE_PT_UDP },                                      \
    [UDP_PORT_S] = { "udp.port", "Source or Destination Port", FT_UINT16, BASE_PT_UDP, .flags = HIDDEN },               \
    [UDP_PORT_D] = { "udp.port", "Source or Destination Port", FT_UINT16, BASE_PT_UDP, .flags = HIDDEN },               \
    [UDP_COVERAGE] = { "udp.checksum_coverage", "Checksum coverage", FT_UINT16, BASE_DEC, .suffix = udp_coverage_suffix }, \
    [UDP_LENGTH] = { "udp.length", "Length", FT_UINT16, BASE_DEC, .suffix = udp_length_suffix },                        \
    [UDP_CHECKSUM] = { "udp.checksum", "Checksum", FT_UINT16, BASE_HEX, .suffix = checksum_suffix },                    \
    [UDP_CALCULATED] = { "udp.checksum_calculated", "Calculated Checksum", FT_UINT16, BASE_HEX, .flags = GENERATED },   \
    [UDP_STATUS] = { "udp.checksum.status", "Checksum Status", FT_UINT8, .flags = GENERATED, .values = &checksum_states }, \
    [UDP_STREAM] = { "udp.stream", "Stream index", FT_UINT32, BASE_DEC, .flags = GENERATED | NUMBERED },                \
    [UDP_TIMESTAMPS] = { "", "Timestamps", FT_NONE, .flags = GENERATED },                                               \
    [UDP_TIME_FIRST] = { "udp.time_relative", "Time since first frame", FT_RELATIVE_TIME, .flags = GENERATED },         \
    [UDP_TIME_DELTA] = { "udp.time_delta", "Time since previous frame", FT_RELATIVE_TIME, .flags = GENERATED },         \
    [UDP_PAYLOAD] = { "udp.payload", "Payload", FT_BYTES, .label_fn = udp_payload_label },                              \
    [UDP_PDU_SIZE] = { "udp.pdu.size", "PDU Size", FT_UINT32, BASE_DEC, .flags = GENERATED },                           \
    [UDP_SRC_UID] = { "udp.proc.srcuid", "Source process user ID", FT_UINT32, BASE_DEC },                               \
    [UDP_SRC_PID] = { "udp.proc.srcpid", "Source process ID", FT_UINT32, BASE_DEC },                                    \
    [UDP_SRC_USER] = { "udp.proc.srcuname", "Source process user name", FT_STRING },                                    \
    [UDP_SRC_COMMAND] = { "udp.proc.srccmd", "Source process name", FT_STRING },                                        \
    [UDP_DST_UID] = { "udp.proc.dstuid", "Destination process user ID", FT_UINT32, BASE_DEC },                          \
    [UDP_DST_PID] = { "udp.proc.dstpid", "Destination process ID", FT_UINT32, BASE_DEC },                               \
    [UDP_DST_USER] = { "udp.proc.dstuname", "Destination process user name", FT_STRING },                               \
    [UDP_DST_COMMAND] = { "udp.proc.dstcmd", "Destination process name", FT_STRING }
#define UDP_NOTES                                                                                                       \
    [UDP_NOTE_TRACEROUTE] = { "udp.possible_traceroute", "Possible traceroute", SEV_CHAT, GROUP_SEQUENCE, udp_traceroute_text }, \
    [UDP_NOTE_LENGTH] = { "udp.length.bad", "Bad length value", SEV_ERROR, GROUP_MALFORMED, udp_length_text },          \
    [UDP_NOTE_LENGTH_ZERO] = { "udp.length.bad_zero", "Length is zero but payload < 65536", SEV_WARN, GROUP_PROTOCOL }, \
    [UDP_NOTE_COVERAGE] = { "udplite.checksum_coverage.bad", "Bad checksum coverage length value", SEV_ERROR,           \
                            GROUP_MALFORMED, udp_coverage_text },                                                       \
    [UDP_NOTE_CHECKSUM] = { "udp.checksum.bad", "Bad checksum", SEV_ERROR, GROUP_CHECKSUM, checksum_bad_text },         \
    [UDP_NOTE_CHECKSUM_ZERO] = { "udp.checksum.zero", "Illegal checksum value (0)", SEV_ERROR, GROUP_CHECKSUM }

#endif
