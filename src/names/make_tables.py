#!/usr/bin/env python3
"""Makes the constant tables of src/names at build time.

  make_tables.py vendors OUT.c DIRECTORY   from IEEE's lists oui.csv, mam.csv, oui36.csv and iab.csv
                                           (Debian's ieee-data has them in /usr/share/ieee-data)
  make_tables.py services OUT.c LIST       from services.txt
  make_tables.py iana LIST REGISTRY.csv    renews services.txt from IANA's "Service Name and Transport
                                           Protocol Port Number Registry" (its CSV form)
"""
import bisect
import csv
import html
import os
import re
import sys

# Words of the legal form of a company, which the short name leaves out.
FORMS = (r"a/s|a\.? ?s\.(?=.)|a\.s|ab|ag|b\.?v|co|company|corp|corporation|de c\.?v|gmbh|holding|inc|"
         r"incorporated|jsc|k\.?g|k\.?k|limited|llc|ltd|n\.?v|oao|of|ooo|oy|oyj|plc|pty|pvt|s\.?a\.?r?\.?l|"
         r"s/a|s\.?a|s\.?p\.?a|s\.?r\.?l|systems|the|z\.? ?o\.o|zao")
FORM = re.compile(r"\W(?:" + FORMS + r")(?=[^\w&+-]|$)", re.IGNORECASE)
SHORT, FULL = 8, 63  # characters


def full_name(registered):
    name = " ".join(html.unescape(registered).split())
    if name.isupper():
        name = name.title()
    return re.sub(r" +([.,])", r"\1", name)


def short_name(full):
    name = FORM.sub(" ", " " + full + " ")
    name = re.sub(r"[]['\"#$%^()=_{};:,./<>?|\\`~]", "", name)
    name = "".join(word for word in name.split() if word != "&")
    return (name or "".join(full.split()))[:SHORT]


def c_bytes(text):
    return "".join(chr(b) if 32 <= b < 127 and b not in b"\"\\?" else f"\\{b:03o}" for b in text.encode())


def array(kind, name, values):
    lines = [f"const {kind} {name}[] = {{"]
    for i in range(0, len(values), 12):
        lines.append("    " + ", ".join(str(v) for v in values[i:i + 12]) + ",")
    return "\n".join(lines + ["};", ""])


class Pool:
    """Texts one behind the other, each once; every text ends with a NUL."""

    def __init__(self):
        self.at, self.texts, self.size = {}, [], 0

    def place(self, *texts):
        if texts not in self.at:
            self.at[texts] = self.size
            self.texts.append("\\000".join(c_bytes(t) for t in texts) + "\\000")
            self.size += sum(len(t.encode()) + 1 for t in texts)
        return self.at[texts]

    def source(self, name):
        return f"const char {name}[] =\n" + "\n".join(f'    "{t}"' for t in self.texts) + ";\n"


def read_ieee(directory):
    """{digits of the prefix: {prefix: registered name}}"""
    prefixes = {6: {}, 7: {}, 9: {}}
    for file in ("oui.csv", "mam.csv", "oui36.csv", "iab.csv"):
        with open(os.path.join(directory, file), encoding="utf-8", errors="replace", newline="") as f:
            for row in list(csv.reader(f))[1:]:
                if len(row) >= 3 and re.fullmatch(r"[0-9A-Fa-f]{6}|[0-9A-Fa-f]{7}|[0-9A-Fa-f]{9}", row[1]):
                    prefixes[len(row[1])][int(row[1], 16)] = row[2]
    return prefixes


def vendors(out, directory):
    prefixes = read_ieee(directory) if directory else {6: {0: "Xerox"}, 7: {0: "none"}, 9: {0: "none"}}
    pool, parts = Pool(), []
    for digits, kind in ((6, "uint32_t"), (7, "uint32_t"), (9, "uint64_t")):
        keys = sorted(prefixes[digits])
        texts = []
        for key in keys:
            full = full_name(prefixes[digits][key])
            texts.append(pool.place(short_name(full), full[:FULL]))
        parts.append(array(kind, f"vendor{digits * 4}_key", keys))
        parts.append(array("uint32_t", f"vendor{digits * 4}_text", texts))
        parts.append(f"const uint32_t n_vendor{digits * 4} = {len(keys)};\n")
    write(out, parts + [pool.source("vendor_text")])


def services(out, path):
    bits = {"t": 1, "u": 2, "s": 3, "d": 4}
    pool, ports, protocols, texts = Pool(), [], [], []
    with open(path, encoding="ascii") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            port, letters, name = line.split()
            at = bisect.bisect_right(ports, int(port))
            ports.insert(at, int(port))
            protocols.insert(at, sum(1 << bits[letter] for letter in letters))
            texts.insert(at, pool.place(name))
    write(out, [array("uint16_t", "service_port", ports), array("uint8_t", "service_protocols", protocols),
                array("uint32_t", "service_text", texts), f"const uint32_t n_services = {len(ports)};\n",
                pool.source("services_text")])


def write(out, parts):
    with open(out, "w", encoding="ascii") as f:
        f.write('/* Made by src/names/make_tables.py. */\n#include "names/well_known.h"\n\n')
        f.write("\n".join(parts))


def iana(out, registry):
    """The first name that the registry lists for a port and protocol is the one that counts."""
    letters = {"tcp": "t", "udp": "u", "sctp": "s", "dccp": "d"}
    found = {}
    with open(registry, encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            name, ports, letter = row["Service Name"], row["Port Number"], letters.get(row["Transport Protocol"])
            if not name or not ports or letter is None:
                continue
            first, _, last = ports.partition("-")
            for port in range(int(first), int(last or first) + 1):
                found.setdefault((port, letter), "-".join(name.split())[:15].rstrip("-"))
    with open(out, encoding="ascii") as f:
        head = [line for line in f if line.startswith("#")]
    rows = {}
    for (port, letter), name in found.items():
        rows.setdefault((port, name), set()).add(letter)
    with open(out, "w", encoding="ascii") as f:
        f.writelines(head)
        for (port, name), used in sorted(rows.items()):
            f.write(f"{port} {''.join(x for x in 'tusd' if x in used)} {name}\n")


if __name__ == "__main__":
    {"vendors": vendors, "services": services, "iana": iana}[sys.argv[1]](sys.argv[2], *sys.argv[3:])
