"""Frames and capture files, byte by byte, for tests that need traffic with exact addresses, numbers and times.

Bytes are made from what the caller says; a checksum that he does not say is worked out.  No module beyond Python's own.
"""
import ipaddress
import os
import struct

FIN, SYN, RST, PSH, ACK, URG = 1, 2, 4, 8, 16, 32
ETHER_LEAST = 60  # a frame on the wire, without its check sequence
SNAP = 262144


def internet_sum(data):
    """The checksum of RFC 1071."""
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    while total >> 16:
        total = (total & 0xffff) + (total >> 16)
    return ~total & 0xffff


def mac(text):
    return bytes.fromhex(text.replace(":", ""))


def address(text):
    return ipaddress.ip_address(text).packed


def ether(source, destination, kind, payload, padded=False):
    """padded: as a frame that came from the wire, filled up to 60 bytes."""
    frame = mac(destination) + mac(source) + struct.pack("!H", kind) + payload
    return frame + bytes(max(0, ETHER_LEAST - len(frame))) if padded else frame


def ipv4(source, destination, protocol, payload, ident=0, ttl=64, flags=0x4000, checksum=None):
    def header(total):
        return struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), ident, flags, ttl, protocol, total,
                           address(source), address(destination))
    return header(internet_sum(header(0)) if checksum is None else checksum) + payload


def ipv6(source, destination, protocol, payload, hops=64):
    return struct.pack("!IHBB16s16s", 6 << 28, len(payload), protocol, hops, address(source),
                       address(destination)) + payload


def over_ip(source, destination, protocol, payload, **ip):
    """An IP packet of the addresses' version, and its Ethertype."""
    if ":" in source:
        return 0x86dd, ipv6(source, destination, protocol, payload)
    return 0x0800, ipv4(source, destination, protocol, payload, **ip)


def with_sum(source, destination, protocol, packet, at, checksum):
    """The packet with its checksum, over the pseudo header too, at offset `at`."""
    if checksum is None:
        pseudo = address(source) + address(destination) + struct.pack("!II", len(packet), protocol)
        checksum = internet_sum(pseudo + packet)
    return packet[:at] + struct.pack("!H", checksum) + packet[at + 2:]


def tcp(source, sport, destination, dport, seq, ack, flags, window, payload=b"", options=b"", checksum=None, urgent=0):
    options += bytes(-len(options) % 4)
    header = struct.pack("!HHIIHHHH", sport, dport, seq % 2**32, ack % 2**32, (5 + len(options) // 4) << 12 | flags,
                         window, 0, urgent) + options
    return with_sum(source, destination, 6, header + payload, 16, checksum)


def udp(source, sport, destination, dport, payload, checksum=None):
    header = struct.pack("!HHHH", sport, dport, 8 + len(payload), 0)
    return with_sum(source, destination, 17, header + payload, 6, checksum)


# Options of TCP, RFC 9293 section 3.1, 7323 and 2018.
NOP = b"\1"
SACK_PERMITTED = b"\4\2"


def option_mss(size):
    return struct.pack("!BBH", 2, 4, size)


def option_scale(shift):
    return struct.pack("!BBB", 3, 3, shift)


def option_times(value, echo):
    return struct.pack("!BBII", 8, 10, value, echo)


def option_sack(*edges):
    return struct.pack("!BB%dI" % len(edges), 5, 2 + 4 * len(edges), *(e % 2**32 for e in edges))


# --- files ------------------------------------------------------------------------------------------


def write_pcap(path, frames):
    """frames: (time in nanoseconds, bytes) or (time, bytes, length on the wire)."""
    with open(path, "wb") as f:
        f.write(struct.pack("<IHHiIII", 0xa1b23c4d, 2, 4, 0, 0, SNAP, 1))
        for time, data, *wire in frames:
            f.write(struct.pack("<IIII", time // 10**9, time % 10**9, len(data), wire[0] if wire else len(data)) + data)


def block(kind, body):
    body += bytes(-len(body) % 4)
    return struct.pack("<II", kind, 12 + len(body)) + body + struct.pack("<I", 12 + len(body))


def option(code, value):
    return struct.pack("<HH", code, len(value)) + value + bytes(-len(value) % 4)


def write_pcapng(path, interface, frames, digits=9):
    """One interface of that name, whose times have so many decimals; frames as above."""
    named = (option(2, interface.encode()) if interface else b"") + option(9, bytes([digits])) + option(0, b"")
    with open(path, "wb") as f:
        f.write(block(0x0a0d0d0a, struct.pack("<IHHq", 0x1a2b3c4d, 1, 0, -1)))
        f.write(block(1, struct.pack("<HHI", 1, 0, SNAP) + named))
        for time, data, *wire in frames:
            time //= 10 ** (9 - digits)
            head = struct.pack("<IIIII", 0, time >> 32, time & 0xffffffff, len(data), wire[0] if wire else len(data))
            f.write(block(6, head + data + bytes(-len(data) % 4)))


def files_below(names):
    """The files, and for folders all that is below them."""
    for name in names:
        if not os.path.isdir(name):
            yield name
            continue
        for folder, _, files in sorted(os.walk(name)):
            yield from (os.path.join(folder, f) for f in sorted(files))
