"""TUN and TAP devices: the kernel's network stack on one side, a Python program on the other."""
import fcntl
import os
import struct

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_TAP, IFF_NO_PI = 0x0001, 0x0002, 0x1000


def open_device(name, layer):
    """layer 3 gives a TUN device (IP packets), layer 2 a TAP device (Ethernet frames)."""
    fd = os.open("/dev/net/tun", os.O_RDWR)
    mode = (IFF_TUN if layer == 3 else IFF_TAP) | IFF_NO_PI
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name.encode(), mode))
    return fd
