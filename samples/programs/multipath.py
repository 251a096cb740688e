#!/usr/bin/env python3
"""Sessions of Multipath TCP between two machines with two links each, and what becomes of them.

    multipath.py CLIENT-NAMESPACE SERVER-NAMESPACE SERVER-ADDRESS LINK

LINK is the client's first interface: it goes down while data is under way.
"""
import socket
import struct
import subprocess
import sys
import time

import netns

CLIENT, SERVER, ADDRESS, LINK = sys.argv[1:]
GAP = 0.15                              # seconds between two steps
ABORT = struct.pack("ii", 1, 0)         # SO_LINGER: close at once
MPTCP = 262                             # IPPROTO_MPTCP


def pair(port, server_protocol=MPTCP):
    """A connection to `port`: the client's socket and the server's."""
    netns.enter(SERVER)
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, server_protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("", port))
    listener.listen()
    netns.enter(CLIENT)
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM, MPTCP)
    client.settimeout(20)
    client.connect((ADDRESS, port))
    client.sendall(b"hello\n")          # the server adds addresses once it has heard something
    server, _ = listener.accept()
    server.settimeout(20)
    listener.close()
    server.recv(100)
    time.sleep(3 * GAP)
    return client, server


def say(sender, receiver, size):
    sender.sendall(b"data ".ljust(size, b"."))
    while size:
        size -= len(receiver.recv(65536))
    time.sleep(GAP)


def close(*sockets):
    for s in sockets:
        s.close()
        time.sleep(GAP)


def link(state):
    subprocess.run(["ip", "-n", CLIENT, "link", "set", LINK, state], check=True)


first, second = pair(40000), pair(40000)        # two sessions that go on side by side
for ends in first, second:
    say(*ends, 3000)
    say(*ends[::-1], 2000)
close(*first)
link("down")
second[0].sendall(b"on the other link".ljust(2000, b"."))
time.sleep(10 * GAP)
link("up")
second[1].recv(65536)
second[0].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
close(*second)
ends = pair(40001, server_protocol=0)           # who does not know it answers as plain TCP
say(*ends[::-1], 100)
close(*ends)
