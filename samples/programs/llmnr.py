#!/usr/bin/env python3
"""Link-Local Multicast Name Resolution, RFC 4795.

    llmnr.py answer INTERFACE NAME IPV4     answer questions about NAME until stopped
    llmnr.py ask INTERFACE NAME             ask for NAME over IPv4 and over IPv6
"""
import socket
import struct
import sys

PORT, GROUP4, GROUP6 = 5355, "224.0.0.252", "ff02::1:3"
TYPE_A, CLASS_IN = 1, 1


def encode_name(name):
    return b"".join(bytes([len(p)]) + p.encode() for p in name.split(".")) + b"\0"


def answer(interface, name, address):
    index = socket.if_nametoindex(interface)
    s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)   # IPv4 too, as mapped addresses
    s.bind(("::", PORT))
    s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP,
                 socket.inet_pton(socket.AF_INET6, GROUP6) + struct.pack("@I", index))
    s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP,
                 struct.pack("4s4si", socket.inet_aton(GROUP4), bytes(4), index))
    print("ready", flush=True)
    asked = encode_name(name) + struct.pack("!HH", TYPE_A, CLASS_IN)
    while True:
        query, peer = s.recvfrom(1500)
        if query[12:] != asked:
            continue
        head = query[:2] + struct.pack("!HHHHH", 0x8000, 1, 1, 0, 0)
        record = b"\xc0\x0c" + struct.pack("!HHIH", TYPE_A, CLASS_IN, 30, 4) + socket.inet_aton(address)
        s.sendto(head + asked + record, peer)


def ask(interface, name):
    question = encode_name(name) + struct.pack("!HH", TYPE_A, CLASS_IN)
    index = socket.if_nametoindex(interface)
    for family, target, ident in ((socket.AF_INET6, (GROUP6, PORT, 0, index), 0x1234),
                                  (socket.AF_INET, (GROUP4, PORT), 0x1235)):
        s = socket.socket(family, socket.SOCK_DGRAM)
        if family == socket.AF_INET:
            s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, struct.pack("4s4si", bytes(4), bytes(4), index))
        s.settimeout(0.5)
        for _ in range(2):
            s.sendto(struct.pack("!HHHHHH", ident, 0, 1, 0, 0, 0) + question, target)
            try:
                s.recvfrom(1500)
                break
            except TimeoutError:
                continue


{"answer": answer, "ask": ask}[sys.argv[1]](*sys.argv[2:])
