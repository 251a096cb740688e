#!/usr/bin/env python3
"""One end of a tunnel, for kernels built without that kind of tunnel.

    tunnel.py KIND DEVICE LOCAL REMOTE      gre, gre-key, gretap, ipip, sit, ip4in6, geneve
    tunnel.py vlan DEVICE INTERFACE ID...   802.1Q with one ID, 802.1ad outside 802.1Q with two

The kernel makes and reads all that is inside (through a TUN or TAP device) and the outer
IP header (through a raw socket). Only the few bytes in between are made here.
"""
import os
import select
import socket
import struct
import sys

import tap

SOL_PACKET, PACKET_AUXDATA = 263, 8
TP_STATUS_VLAN_VALID = 0x10
IPV4, IPV6, TEB = 0x0800, 0x86DD, 0x6558
KEY = 4242


def ethertype(packet):
    return IPV6 if packet[0] >> 4 == 6 else IPV4


class Gre:
    """RFC 2784; with a key and sequence numbers, RFC 2890."""
    protocol = 47

    def __init__(self, layer, keyed):
        self.layer, self.keyed, self.sequence = layer, keyed, 0

    def wrap(self, packet):
        kind = TEB if self.layer == 2 else ethertype(packet)
        if not self.keyed:
            return struct.pack("!HH", 0, kind) + packet
        head = struct.pack("!HHII", 0x3000, kind, KEY, self.sequence)
        self.sequence += 1
        return head + packet

    def unwrap(self, data):
        return data[12 if self.keyed else 4:]


class Plain:
    """IP in IP (RFC 2003, RFC 4213, RFC 2473): nothing in between."""
    layer = 3

    def __init__(self, protocol):
        self.protocol = protocol

    def wrap(self, packet):
        return packet

    def unwrap(self, data):
        return data


class Geneve:
    """RFC 8926, with Ethernet inside and no options."""
    layer, protocol, port = 2, None, 6081

    def wrap(self, frame):
        return struct.pack("!BBHI", 0, 0, TEB, KEY << 8) + frame

    def unwrap(self, data):
        return data[8:]


KINDS = {
    "gre": Gre(3, False), "gre-key": Gre(3, True), "gretap": Gre(2, False),
    "ipip": Plain(4), "sit": Plain(41), "ip4in6": Plain(4), "geneve": Geneve(),
}


class IpPath:
    """A raw IP socket, or a UDP one, between the two ends."""

    def __init__(self, kind, local, remote):
        self.kind = kind
        family = socket.AF_INET6 if ":" in local else socket.AF_INET
        if kind.protocol is None:
            self.socket = socket.socket(family, socket.SOCK_DGRAM)
            self.socket.bind((local, kind.port))
            self.socket.connect((remote, kind.port))
            self.header = False
        else:
            self.socket = socket.socket(family, socket.SOCK_RAW, kind.protocol)
            self.socket.bind((local, 0))
            self.socket.connect((remote, 0))
            self.header = family == socket.AF_INET      # a raw IPv4 socket receives it too

    def send(self, packet):
        self.socket.send(self.kind.wrap(packet))

    def receive(self):
        data = self.socket.recv(65536)
        if self.header:
            data = data[(data[0] & 15) * 4:]
        return self.kind.unwrap(data)


class VlanPath:
    """Tagged frames on an Ethernet interface. The kernel takes the outer tag off before
    the socket sees the frame, and tells of it in PACKET_AUXDATA."""

    def __init__(self, interface, ids):
        types = [0x8100] if len(ids) == 1 else [0x88A8, 0x8100]
        self.tags = b"".join(struct.pack("!HH", t, i) for t, i in zip(types, ids))
        self.outer = (types[0], ids[0])
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        self.socket.bind((interface, 3))
        self.socket.setsockopt(SOL_PACKET, PACKET_AUXDATA, 1)

    def send(self, frame):
        self.socket.send(frame[:12] + self.tags + frame[12:])

    def receive(self):
        frame, ancillary, _, address = self.socket.recvmsg(65536, 256)
        if address[2] == socket.PACKET_OUTGOING or not ancillary:
            return None
        status, _, _, _, _, tci, tpid = struct.unpack("IIIHHHH", ancillary[0][2][:20])
        if not status & TP_STATUS_VLAN_VALID or (tpid, tci & 0xFFF) != self.outer:
            return None
        inner = self.tags[4:]
        if frame[12:12 + len(inner)] != inner:
            return None
        return frame[:12] + frame[12 + len(inner):]


def main():
    kind, device, *rest = sys.argv[1:]
    if kind == "vlan":
        path, layer = VlanPath(rest[0], [int(i) for i in rest[1:]]), 2
    else:
        path, layer = IpPath(KINDS[kind], *rest), KINDS[kind].layer
    inside = tap.open_device(device, layer)
    print("ready", flush=True)
    while True:
        for ready in select.select([inside, path.socket], [], [])[0]:
            if ready is inside:
                path.send(os.read(inside, 65536))
            else:
                packet = path.receive()
                if packet:
                    os.write(inside, packet)


main()
