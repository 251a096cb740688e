"""Connections segment by segment, bare, in tunnels and in fragments, for tests of what has to do with what."""
import struct

import frames

ALICE, BOB, CAROL = "192.0.2.1", "192.0.2.2", "198.51.100.3"
GATES = "203.0.113.1", "203.0.113.2"


def in_fragments(made, source, destination, protocol, payload, ident, size):
    """An IPv4 packet in fragments of `size` bytes."""
    for at in range(0, len(payload), size):
        more = 0x2000 if at + size < len(payload) else 0
        piece = frames.ipv4(source, destination, protocol, payload[at:at + size], ident=ident, flags=more | at // 8)
        made.append(frames.ether("02:00:00:00:00:04", "02:00:00:00:00:05", 0x0800, piece))


class Talk:
    """Segments between two ends, with numbers that go on."""

    def __init__(self, made, client, server, tunnel=False):
        self.made, self.ends, self.next, self.tunnel = made, (client, server), {client: 100, server: 900}, tunnel

    def say_in_pieces(self, who, flags, payload, way, ident):
        """`way`: "bare", or the tunnel around it."""
        other = self.ends[1] if who == self.ends[0] else self.ends[0]
        segment = frames.tcp(*who, *other, self.next[who], self.next[other], flags, 400, payload)
        self.next[who] += len(payload) + (flags & (frames.SYN | frames.FIN) != 0)
        kind, packet = frames.over_ip(who[0], other[0], 6, segment)
        if way == "bare":
            in_fragments(self.made, who[0], other[0], 6, segment, ident, 16)
        elif way == "gre":
            in_fragments(self.made, *GATES, 47, struct.pack("!HH", 0, kind) + packet, ident, 64)
        elif way == "gtp":
            user = struct.pack("!BBHI", 0x30, 0xff, len(packet), 7) + packet
            in_fragments(self.made, *GATES, 17, frames.udp(GATES[0], 2152, GATES[1], 2152, user), ident, 80)

    def say(self, who, flags, payload=b""):
        other = self.ends[1] if who == self.ends[0] else self.ends[0]
        segment = frames.tcp(*who, *other, self.next[who], self.next[other], flags, 400, payload)
        kind, packet = frames.over_ip(who[0], other[0], 6, segment)
        if self.tunnel:
            gre = frames.ipv4(*GATES, 47, struct.pack("!HH", 0, kind) + packet)
            self.made.append(frames.ether("02:00:00:00:00:04", "02:00:00:00:00:05", 0x0800, gre))
        self.made.append(frames.ether("02:00:00:00:00:01", "02:00:00:00:00:02", kind, packet))
        self.next[who] += len(payload) + (flags & (frames.SYN | frames.FIN) != 0)

    def open(self):
        client, server = self.ends
        self.say(client, frames.SYN)
        self.say(server, frames.SYN | frames.ACK)
        self.say(client, frames.ACK)


def others(made, count):
    """Traffic that no filter lets pass but that fills runs of frames."""
    for n in range(count):
        datagram = frames.udp(CAROL, 4000 + n % 5, BOB, 9, b"nothing to do with it")
        kind, packet = frames.over_ip(CAROL, BOB, 17, datagram)
        made.append(frames.ether("02:00:00:00:00:03", "02:00:00:00:00:02", kind, packet))


def in_pieces(path):
    """Each connection begins in packets of its own, and goes on in fragments."""
    made, ack = [], frames.ACK
    for n, way in enumerate(("bare", "gre", "gtp")):
        talk = Talk(made, (ALICE, 43000 + n), (BOB, 80))
        talk.open()
        others(made, 70)
        talk.say_in_pieces(talk.ends[0], ack, b"GET /in/pieces HTTP/1.0\r\nHost: example.com\r\n\r\n", way, 50 + n)
        others(made, 70)
        talk.say_in_pieces(talk.ends[1], ack, b"HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nwithout ", way, 60 + n)
        talk.say_in_pieces(talk.ends[1], ack, b"a length" * 9, way, 70 + n)
        in_fragments(made, ALICE, CAROL, 17, frames.udp(ALICE, 5, CAROL, 9, bytes(200)), 80 + n, 64)
        talk.say_in_pieces(talk.ends[0], frames.RST | ack, b"", way, 90 + n)
        others(made, 70)
        talk.say(talk.ends[1], frames.FIN | ack)
    frames.write_pcap(path, [(n * 1000, frame) for n, frame in enumerate(made)])
