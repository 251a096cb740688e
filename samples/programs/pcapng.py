#!/usr/bin/env python3
"""Turn tcpdump's pcap file into pcapng, with a comment, the interface's name and TLS keys.

    pcapng.py IN.pcap OUT.pcapng INTERFACE COMMENT [KEYLOG]
"""
import struct
import sys

SHB, IDB, EPB, DSB = 0x0A0D0D0A, 1, 6, 10
OPT_COMMENT, IF_NAME = 1, 2
TLS_KEY_LOG = 0x544C534B


def padded(data):
    return data + bytes(-len(data) % 4)


def block(kind, body):
    length = 12 + len(body)
    return struct.pack("<II", kind, length) + body + struct.pack("<I", length)


def options(*pairs):
    return b"".join(struct.pack("<HH", code, len(value)) + padded(value) for code, value in pairs) + bytes(4)


def packets(data):
    offset = 24
    while offset < len(data):
        seconds, micros, captured, on_wire = struct.unpack_from("<IIII", data, offset)
        offset += 16
        yield seconds * 1_000_000 + micros, data[offset:offset + captured], on_wire
        offset += captured


def main():
    source, target, interface, comment, *keylog = sys.argv[1:]
    with open(source, "rb") as f:
        data = f.read()
    magic, snaplen, linktype = struct.unpack("<I12xII", data[:24])
    if magic != 0xA1B2C3D4:
        sys.exit(f"{source}: not a little-endian pcap file with microseconds")
    with open(target, "wb") as out:
        out.write(block(SHB, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1) + options((OPT_COMMENT, comment.encode()))))
        out.write(block(IDB, struct.pack("<HHI", linktype, 0, snaplen) + options((IF_NAME, interface.encode()))))
        if keylog:
            with open(keylog[0], "rb") as f:
                keys = f.read()
            out.write(block(DSB, struct.pack("<II", TLS_KEY_LOG, len(keys)) + padded(keys)))
        for time, packet, on_wire in packets(data):
            head = struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(packet), on_wire)
            out.write(block(EPB, head + padded(packet)))


main()
