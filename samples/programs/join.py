#!/usr/bin/env python3
"""Join multicast groups, listen for some seconds, and leave them.

    join.py INTERFACE SECONDS GROUP[,SOURCE]...
"""
import socket
import struct
import sys
import time

MCAST_JOIN_SOURCE_GROUP = 46


def join(s, index, group, source):
    if ":" in group:
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP,
                     socket.inet_pton(socket.AF_INET6, group) + struct.pack("@I", index))
    elif source:
        address = [struct.pack("=HH4s120x", socket.AF_INET, 0, socket.inet_aton(a)) for a in (group, source)]
        s.setsockopt(socket.IPPROTO_IP, MCAST_JOIN_SOURCE_GROUP,
                     struct.pack("@I4x", index) + address[0] + address[1])
    else:
        s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP,
                     struct.pack("4s4si", socket.inet_aton(group), bytes(4), index))


interface, seconds, *groups = sys.argv[1:]
sockets = []
for group in groups:
    group, _, source = group.partition(",")
    sockets.append(socket.socket(socket.AF_INET6 if ":" in group else socket.AF_INET, socket.SOCK_DGRAM))
    join(sockets[-1], socket.if_nametoindex(interface), group, source)
    time.sleep(0.1)
time.sleep(float(seconds))
