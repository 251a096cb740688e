#!/usr/bin/env python3
"""A bad cable between two interfaces: it delays every frame, and loses, repeats and
holds back chosen ones, always the same ones.

    wire.py LEFT RIGHT [--delay MS] [--lost LIST] [--twice LIST] [--late LIST] [--lost-left LIST]
            [--dead-at NUMBER --dead-for MS]

The lists count the frames that come from RIGHT with at least 1000 bytes: 1 is the first.
--lost-left counts all IPv4 frames that come from LEFT. --dead-at is a number of the first
kind: from that frame on, the cable carries nothing for a while.
"""
import argparse
import heapq
import select
import socket
import time

ETH_P_ALL = 3
LATE = 0.004        # how much longer a frame of --late stays on the cable, in seconds
BIG = 1000


def numbers(text):
    return {int(n) for n in text.split(",") if n}


def open_port(name):
    port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    port.bind((name, ETH_P_ALL))
    return port


def main():
    args = argparse.ArgumentParser()
    args.add_argument("left")
    args.add_argument("right")
    args.add_argument("--delay", type=float, default=0)
    args.add_argument("--dead-at", type=int, default=0)
    args.add_argument("--dead-for", type=float, default=0)
    for option in ("--lost", "--twice", "--late", "--lost-left"):
        args.add_argument(option, type=numbers, default=set())
    args = args.parse_args()

    left, right = open_port(args.left), open_port(args.right)
    other = {left: right, right: left}
    on_the_way = []                                 # heap of (arrival, order, port, frame)
    order = from_left = from_right = dead_until = 0
    print("ready", flush=True)
    while True:
        wait = max(0, on_the_way[0][0] - time.monotonic()) if on_the_way else None
        for port in select.select([left, right], [], [], wait)[0]:
            frame, address = port.recvfrom(65536)
            if address[2] == socket.PACKET_OUTGOING:
                continue
            copies, late = 1, 0
            if port is left and frame[12:14] == b"\x08\x00":
                from_left += 1
                copies = 0 if from_left in args.lost_left else 1
            elif port is right and len(frame) >= BIG:
                from_right += 1
                copies = 0 if from_right in args.lost else 2 if from_right in args.twice else 1
                late = LATE if from_right in args.late else 0
                if from_right == args.dead_at:
                    dead_until = time.monotonic() + args.dead_for / 1000
            if time.monotonic() < dead_until:
                continue
            arrival = time.monotonic() + args.delay / 1000 + late
            for _ in range(copies):
                order += 1
                heapq.heappush(on_the_way, (arrival, order, other[port], frame))
        while on_the_way and on_the_way[0][0] <= time.monotonic():
            _, _, port, frame = heapq.heappop(on_the_way)
            port.send(frame)


main()
