#!/usr/bin/env python3
"""Enough of pppd to bring up a link over rp-pppoe where the kernel has no PPP.

    ppp.py OUR-ADDRESS PEER-ADDRESS ... pty COMMAND ...

COMMAND carries asynchronous HDLC on its standard input and output (RFC 1662). We speak
LCP (RFC 1661) with echo, and IPCP (RFC 1332); IP goes through the device ppp0. With
OUR-ADDRESS 0.0.0.0 the peer says which address we get. SIGTERM closes the link.
"""
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import time

import tap

LCP, IPCP, IP = 0xC021, 0x8021, 0x0021
REQUEST, ACK, NAK, REJECT, TERMINATE, TERMINATE_ACK, PROTOCOL_REJECT = 1, 2, 3, 4, 5, 6, 8
ECHO_REQUEST, ECHO_REPLY = 9, 10
MRU, MAGIC, ADDRESS = 1, 5, 3
FLAG, ESCAPE = 0x7E, 0x7D
RETRY, ECHO_EVERY = 1.0, 1.0


def fcs16(data):
    fcs = 0xFFFF
    for byte in data:
        fcs ^= byte
        for _ in range(8):
            fcs = fcs >> 1 ^ (0x8408 if fcs & 1 else 0)
    return fcs ^ 0xFFFF


def stuff(frame):
    frame += struct.pack("<H", fcs16(frame))
    out = bytearray([FLAG])
    for byte in frame:
        out += bytes([ESCAPE, byte ^ 0x20]) if byte in (FLAG, ESCAPE) or byte < 0x20 else bytes([byte])
    return bytes(out) + bytes([FLAG])


def unstuff(data):
    out, escaped = bytearray(), False
    for byte in data:
        if byte == ESCAPE:
            escaped = True
        else:
            out.append(byte ^ 0x20 if escaped else byte)
            escaped = False
    return bytes(out[:-2])


def parse_options(data):
    found = []
    while len(data) >= 2 and 2 <= data[1] <= len(data):
        found.append((data[0], data[2:data[1]]))
        data = data[data[1]:]
    return found


def build_options(found):
    return b"".join(bytes([kind, len(value) + 2]) + value for kind, value in found)


class Link:
    def __init__(self, ours, peers, command):
        self.address = {"ours": socket.inet_aton(ours), "peers": socket.inet_aton(peers)}
        self.pipe = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
                                     start_new_session=True)     # it outlives our SIGTERM
        self.magic = os.urandom(4)
        self.wants = {LCP: [(MRU, struct.pack("!H", 1492)), (MAGIC, self.magic)],
                      IPCP: [(ADDRESS, self.address["ours"])]}
        self.agreed = {LCP: set(), IPCP: set()}         # {"us", "peer"} when both are content
        self.ident = 0
        self.buffer = b""
        self.device = None
        self.next_time = 0
        self.closing = self.closed = False

    def send(self, protocol, data):
        # LCP and what comes before it is finished go with the address and control bytes.
        self.pipe.stdin.write(stuff(b"\xff\x03" + struct.pack("!H", protocol) + data))

    def control(self, protocol, code, ident, data):
        self.send(protocol, struct.pack("!BBH", code, ident, len(data) + 4) + data)

    def open(self, protocol):
        return len(self.agreed[protocol]) == 2

    def tick(self):
        """Once per second: ask again for what is not agreed, or see whether the peer lives."""
        self.ident += 1
        if self.closing:
            self.control(LCP, TERMINATE, self.ident, b"User request")
        elif not self.open(LCP):
            self.control(LCP, REQUEST, self.ident, build_options(self.wants[LCP]))
        elif not self.open(IPCP):
            self.control(IPCP, REQUEST, self.ident, build_options(self.wants[IPCP]))
        else:
            self.control(LCP, ECHO_REQUEST, self.ident, self.magic)
        self.next_time = time.monotonic() + (ECHO_EVERY if self.open(IPCP) else RETRY)

    def judge(self, protocol, ident, data):
        """Answer a Configure-Request."""
        found = parse_options(data)
        known = {LCP: (MRU, MAGIC), IPCP: (ADDRESS,)}[protocol]
        unknown = [o for o in found if o[0] not in known]
        if unknown:
            return self.control(protocol, REJECT, ident, build_options(unknown))
        if protocol == IPCP and dict(found).get(ADDRESS) == bytes(4):
            return self.control(protocol, NAK, ident, build_options([(ADDRESS, self.address["peers"])]))
        if protocol == IPCP and self.address["peers"] == bytes(4):
            self.address["peers"] = dict(found)[ADDRESS]
        self.control(protocol, ACK, ident, data)
        self.agreed[protocol].add("peer")
        return None

    def negotiate(self, protocol, code, ident, data):
        was_open = self.open(protocol)
        if code == REQUEST:
            self.judge(protocol, ident, data)
        elif code == ACK:
            self.agreed[protocol].add("us")
        elif code == NAK:
            self.wants[protocol] = parse_options(data)
            if protocol == IPCP:
                self.address["ours"] = dict(self.wants[IPCP])[ADDRESS]
            self.next_time = 0
        elif code == REJECT:
            refused = parse_options(data)
            self.wants[protocol] = [o for o in self.wants[protocol] if o not in refused]
            self.next_time = 0
        if self.open(protocol) and not was_open:
            if protocol == LCP:
                self.next_time = 0
            else:
                self.bring_up()

    def bring_up(self):
        self.device = tap.open_device("ppp0", 3)
        ours, peers = (socket.inet_ntoa(self.address[k]) for k in ("ours", "peers"))
        subprocess.run(["ip", "address", "add", ours, "peer", peers, "dev", "ppp0"], check=True, timeout=5)
        subprocess.run(["ip", "link", "set", "ppp0", "mtu", "1492", "up"], check=True, timeout=5)
        self.next_time = time.monotonic() + ECHO_EVERY
        print("ppp0 is up", flush=True)

    def receive(self, frame):
        if frame[:2] == b"\xff\x03":
            frame = frame[2:]
        if len(frame) < 4:
            return
        protocol, = struct.unpack_from("!H", frame)
        if protocol == IP and self.device is not None:
            os.write(self.device, frame[2:])
            return
        if protocol not in (LCP, IPCP):
            self.ident += 1
            self.control(LCP, PROTOCOL_REJECT, self.ident, frame)
            return
        code, ident, length = struct.unpack_from("!BBH", frame, 2)
        data = frame[6:2 + length]
        if code == ECHO_REQUEST:
            self.control(LCP, ECHO_REPLY, ident, self.magic + data[4:])
        elif code == TERMINATE:
            self.control(LCP, TERMINATE_ACK, ident, b"")
            self.closed = True
        elif code == TERMINATE_ACK:
            self.closed = True
        else:
            self.negotiate(protocol, code, ident, data)

    def run(self):
        while not self.closed:
            if time.monotonic() >= self.next_time:
                self.tick()
            inputs = [self.pipe.stdout] + ([self.device] if self.device is not None else [])
            for ready in select.select(inputs, [], [], 0.1)[0]:
                if ready is self.device:
                    self.send(IP, os.read(self.device, 2000))
                    continue
                data = os.read(self.pipe.stdout.fileno(), 4096)
                if not data:
                    return
                *frames, self.buffer = (self.buffer + data).split(bytes([FLAG]))
                for frame in filter(None, frames):
                    self.receive(unstuff(frame))
        time.sleep(0.3)                 # let the last answer out

    def close(self, *_):
        self.closing, self.next_time = True, 0


def main():
    args = sys.argv[1:]
    link = Link(args[0], args[1], args[args.index("pty") + 1])
    signal.signal(signal.SIGTERM, link.close)
    try:
        link.run()
    except BrokenPipeError:
        pass
    link.pipe.terminate()


main()
