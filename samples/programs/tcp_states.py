#!/usr/bin/env python3
"""TCP connections that go every way but the usual one, one after the other.

    tcp_states.py CLIENT-NAMESPACE SERVER-NAMESPACE SERVER-ADDRESS SILENT-ADDRESS

Nobody owns SILENT-ADDRESS. Client ports count up from 40001, in the order below.
"""
import itertools
import socket
import struct
import subprocess
import sys
import time

import netns

CLIENT, SERVER, ADDRESS, SILENT = sys.argv[1:]
GAP = 0.15                              # seconds between two steps
ABORT = struct.pack("ii", 1, 0)         # SO_LINGER: close with a reset
client_ports = itertools.count(40001)


def listen(port, receive_buffer=None):
    netns.enter(SERVER)
    s = socket.create_server((ADDRESS, port))
    if receive_buffer:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    s.settimeout(10)
    return s


def new_client(timeout=10, port=None):
    netns.enter(CLIENT)
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("", port or next(client_ports)))
    s.settimeout(timeout)
    return s


def connection(port, client_port=None, **options):
    """A connection to `port`: the client's socket and the server's."""
    with listen(port, **options) as listener:
        client = new_client(port=client_port)
        client.connect((ADDRESS, port))
        server, _ = listener.accept()
    server.settimeout(10)
    time.sleep(GAP)
    return client, server


def say(sender, receiver, data):
    sender.sendall(data)
    left = len(data)
    while left:
        left -= len(receiver.recv(65536))
    time.sleep(GAP)


def close(*sockets):
    for s in sockets:
        s.close()
        time.sleep(GAP)


def attempt(address, port, timeout):
    s = new_client(timeout)
    try:
        s.connect((address, port))
    except OSError:
        pass
    s.close()
    time.sleep(GAP)


def ordinary():
    client, server = connection(7001)
    say(client, server, b"hello\n")
    say(server, client, b"hello yourself\n")
    close(client, server)


def refused():
    attempt(ADDRESS, 7002, 1)


def no_answer():
    attempt(SILENT, 7003, 3.5)          # SYN at 0, 1 and 3 seconds


def reset_by_server():
    client, server = connection(7004)
    say(client, server, b"please stay\n")
    server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
    close(server, client)


def reset_for_unread_data():
    client, server = connection(7005)
    client.sendall(b"nobody reads this\n")
    time.sleep(GAP)
    close(server, client)


def port_used_again():
    for _ in range(2):
        client, server = connection(7006, client_port=40999)
        say(client, server, b"same ports, new connection\n")
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        close(client, server)


def half_close():
    client, server = connection(7007)
    say(client, server, b"send me all you have, I have no more to say\n")
    client.shutdown(socket.SHUT_WR)
    time.sleep(GAP)
    for part in range(3):
        say(server, client, b"part %d\n" % part * 40)
    close(server, client)


def zero_window():
    client, server = connection(7008, receive_buffer=4096)
    client.settimeout(0.2)
    data = bytes(range(65, 91)) * 600
    sent = 0
    try:
        while sent < len(data):
            sent += client.send(data[sent:sent + 1000])
    except TimeoutError:
        pass
    time.sleep(3)                       # time for some probes
    server.settimeout(0.5)
    client.settimeout(5)
    client.shutdown(socket.SHUT_WR)
    while server.recv(65536):
        pass
    close(client, server)


def keep_alive():
    client, server = connection(7009)
    say(client, server, b"are you there?\n")
    client.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)
    time.sleep(3.5)
    close(client, server)


def urgent():
    client, server = connection(7010)
    client.send(b"stop!", socket.MSG_OOB)
    time.sleep(GAP)
    server.recv(100)
    close(client, server)


def fin_without_answer():
    client, server = connection(7011)
    say(client, server, b"goodbye?\n")
    subprocess.run(["ip", "-n", SERVER, "addr", "flush", "dev", "eth0"], check=True, timeout=5)
    client.close()
    time.sleep(5)


for scene in (ordinary, refused, no_answer, reset_by_server, reset_for_unread_data,
              port_used_again, half_close, zero_window, keep_alive, urgent, fin_without_answer):
    scene()
