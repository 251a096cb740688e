#!/usr/bin/env python3
"""Databases in MaxMind's format (version 2.0), for tests: what stands in them is invented.

    mmdb.py FOLDER    writes city.mmdb, asn.mmdb and broken.mmdb

A database is a tree over the bits of an address, whose leaves are places in a section of values, and a map
that tells of both. Every value is written once: whoever has the same one points to it.
"""
import ipaddress
import pathlib
import struct
import sys

MARK = b"\xab\xcd\xefMaxMind.com"
POINTER, STRING, DOUBLE, UINT16, UINT32, MAP, UINT64, ARRAY, BOOLEAN, FLOAT = 1, 2, 3, 5, 6, 7, 9, 11, 14, 15


class Uint16(int):
    pass


class Uint64(int):
    pass


class Float(float):
    pass


def control(kind, size):
    """The byte or bytes before a value: its type, and its size where that is more than 28."""
    extended = bytes([kind - 7]) if kind > 7 else b""
    top = 0 if kind > 7 else kind << 5
    if size < 29:
        return bytes([top | size]) + extended
    if size < 29 + 256:
        return bytes([top | 29]) + extended + bytes([size - 29])
    return bytes([top | 30]) + extended + struct.pack("!H", size - 285)


def number(kind, value):
    digits = value.to_bytes((value.bit_length() + 7) // 8, "big")
    return control(kind, len(digits)) + digits


class Values:
    """The section of values; with pointers, or (metadata) without."""

    def __init__(self, pointers=True):
        self.bytes, self.pointers, self.places = b"", pointers, {}

    def encoded(self, value):
        if isinstance(value, bool):
            return control(BOOLEAN, int(value))
        if isinstance(value, str):
            text = value.encode()
            return control(STRING, len(text)) + text
        if isinstance(value, Float):
            return control(FLOAT, 4) + struct.pack("!f", value)
        if isinstance(value, float):
            return control(DOUBLE, 8) + struct.pack("!d", value)
        if isinstance(value, int):
            kind = UINT16 if isinstance(value, Uint16) else UINT64 if isinstance(value, Uint64) else UINT32
            return number(kind, value)
        if isinstance(value, list):
            return control(ARRAY, len(value)) + b"".join(self.inner(v) for v in value)
        return control(MAP, len(value)) + b"".join(self.encoded(k) + self.inner(v) for k, v in value.items())

    def inner(self, value):
        """A value inside another: maps stand elsewhere and are pointed to."""
        if not self.pointers or not isinstance(value, dict):
            return self.encoded(value)
        return bytes([POINTER << 5 | 3 << 3]) + struct.pack("!I", self.place(value))

    def place(self, value):
        whole = self.encoded(value)
        if whole not in self.places:
            self.places[whole] = len(self.bytes)
            self.bytes += whole
        return self.places[whole]


def bits_of(network, version):
    """The bits that lead to the network; IPv4 stands in ::/96 of a database of both."""
    net = ipaddress.ip_network(network)
    bits = format(int(net.network_address), "0%db" % net.max_prefixlen)[:net.prefixlen]
    return "0" * 96 + bits if version == 6 and net.version == 4 else bits


def grown(networks, version):
    """The nodes of the tree: pairs of None, the number of a node, or (a value's place,)."""
    nodes = [[None, None]]
    for network, leaf in networks:
        at, bits = 0, bits_of(network, version)
        for bit in map(int, bits[:-1]):
            if not isinstance(nodes[at][bit], int):
                nodes.append([nodes[at][bit]] * 2)
                nodes[at][bit] = len(nodes) - 1
            at = nodes[at][bit]
        nodes[at][int(bits[-1])] = leaf
    return nodes


def node_bytes(left, right, record_size):
    if record_size == 28:
        middle = bytes([left >> 24 << 4 | right >> 24])
        return (left & 0xffffff).to_bytes(3, "big") + middle + (right & 0xffffff).to_bytes(3, "big")
    return left.to_bytes(record_size // 8, "big") + right.to_bytes(record_size // 8, "big")


def database(kind, records, version=6, record_size=28):
    """The bytes of a database; `records` maps networks, wider ones first, to what is known of them."""
    values, about = Values(), Values(pointers=False)
    nodes = grown([(network, (values.place(record),)) for network, record in records.items()], version)

    def number_of(entry):
        if entry is None:
            return len(nodes)
        return entry if isinstance(entry, int) else len(nodes) + 16 + entry[0]

    tree = b"".join(node_bytes(number_of(left), number_of(right), record_size) for left, right in nodes)
    about.place({
        "binary_format_major_version": Uint16(2), "binary_format_minor_version": Uint16(0),
        "build_epoch": Uint64(1600000000), "database_type": kind, "description": {"en": "Invented for a test"},
        "ip_version": Uint16(version), "languages": ["en"], "node_count": len(nodes), "record_size": Uint16(record_size),
    })
    return tree + bytes(16) + values.bytes + MARK + about.bytes


# Who is where in our samples' networks (RFC 5737 and 3849): one gap or form of a record after the other.
CITIES = {
    "192.0.2.0/24": {
        "city": {"geoname_id": 7, "names": {"de": "Amaurot an der Anyder", "en": "Amaurot"}},
        "continent": {"code": "EU", "names": {"en": "Europe"}},
        "country": {"is_in_european_union": True, "iso_code": "UT", "names": {"de": "Utopien", "en": "Utopia"}},
        "location": {"accuracy_radius": Uint16(20), "latitude": 51.5074, "longitude": -0.1278, "time_zone": "UTC"},
        "registered_country": {"iso_code": "ZZ", "names": {"en": "Elsewhere"}},
        "subdivisions": [{"iso_code": "AN", "names": {"en": "Anyder"}}],
    },
    "192.0.2.53/32": {"country": {"names": {"en": "Cockaigne"}}, "location": {"latitude": 0.0, "longitude": 0.0}},
    "192.0.2.80/32": {"country": {"iso_code": "ÄQ", "names": {"en": "Äquatoria"}}, "location": {"latitude": Float(3.3)}},
    "192.0.2.123/32": {"registered_country": {"iso_code": "ZZ", "names": {"en": "Elsewhere"}}},
    "198.51.100.0/24": {"location": {"latitude": 91.0, "longitude": 151.2}},
    "203.0.113.0/24": {"city": {"names": {"de": "Nirgends"}}, "country": "in no map"},
    "10.0.6.0/24": {"city": {"names": {"en": "Home"}}},
    "2001:db8::/32": {"country": {"iso_code": "DO", "names": {"en": "Documentia"}}},
}
PROVIDERS = {
    "192.0.2.0/24": {"autonomous_system_number": 64500, "autonomous_system_organization": "Example Networks"},
    "192.0.2.53/32": {"autonomous_system_number": 4200000001},
    "198.51.100.0/24": {"autonomous_system_number": 0, "autonomous_system_organization": "Nameless"},
    "203.0.113.0/24": {"autonomous_system_number": Uint16(64501)},
    "2001:db8::/32": {"autonomous_system_number": 64502, "autonomous_system_organization": "x" * 400},
}


def write(folder):
    """The databases, and what looks like one and is none."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "city.mmdb").write_bytes(database("GeoLite2-City", CITIES))
    (folder / "asn.mmdb").write_bytes(database("GeoLite2-ASN", PROVIDERS, record_size=24))
    (folder / "broken.mmdb").write_bytes(b"no database" + MARK)
    (folder / "city.mmdb.old").write_bytes(database("GeoLite2-City", {"128.0.0.0/1": CITIES["192.0.2.0/24"]}, version=4))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(sys.argv[1])
