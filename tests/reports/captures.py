"""The captures behind the four lab reports, built anew: every number that they print, frame by frame.

What the reports print fixes addresses, ports, numbers, windows, lengths, times and checksums; what they do not print is
made up here (bytes of TLS and HTTP messages, other connections).  Frames that a report does not show are filled in, so that
the others have the numbers that it prints.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from frames import (ACK, FIN, NOP, PSH, RST, SACK_PERMITTED, SYN, ether, ipv4, option_mss, option_sack,  # noqa: E402
                    option_scale, option_times, tcp, udp, write_pcapng)

SECOND = 10**9


def moment(text):
    """Nanoseconds of "12.223671"."""
    whole, part = text.split(".")
    return int(whole) * SECOND + int(part.ljust(9, "0"))


class Capture:
    """Frames by number.  What nobody says is an ARP request, or opens a connection that counts in tcp.stream or udp.stream."""

    def __init__(self, start, interface="", digits=6):
        self.start, self.interface, self.digits = start, interface, digits
        self.given, self.openers = {}, []

    def add(self, number, time, frame):
        self.given[number] = (moment(time), frame)

    def open_tcp(self, count, source, mac, router):
        for i in range(count):
            packet = tcp(source, 40000 + i, "198.51.100.7", 443, 1000 * i, 0, SYN, 8192)
            self.openers.append(ether(mac, router, 0x800, ipv4(source, "198.51.100.7", 6, packet)))

    def open_udp(self, count, source, mac, router):
        for i in range(count):
            packet = udp(source, 30000 + i, "198.51.100.7", 9, b"filler")
            self.openers.append(ether(mac, router, 0x800, ipv4(source, "198.51.100.7", 17, packet)))

    def write(self, path, mac, router):
        request = bytes.fromhex("0001080006040001" + mac.replace(":", "") + "c0a801fe" + "00" * 6 + "c0a80101")
        filler, openers = ether(mac, "ff:ff:ff:ff:ff:ff", 0x806, request), iter(self.openers)
        frames, shown, last = [], sorted(self.given), 0
        for number in range(1, shown[-1] + 1):
            after = next(n for n in shown if n >= number)
            if number == after:
                last, frame = self.given[number]
                shown.pop(0)
            else:
                last += (self.given[after][0] - last) // (2 * (after - number + 1)) if number > 1 else 0
                frame = next(openers, filler)
            frames.append((self.start * SECOND + last, frame))
        write_pcapng(path, self.interface, frames, self.digits)


class Connection:
    """Two ends of TCP.  Frames are given with relative numbers and calculated windows, as the reports print them."""

    def __init__(self, capture, client, server, start, scale, macs, padded=True):
        self.capture, self.ends, self.start, self.scale, self.macs = capture, (client, server), start, scale, macs
        self.padded = padded

    def send(self, number, time, way, seq, ack, flags, window, payload=b"", options=b"", checksum=None, stamps=None,
             ip_checksum=None, **ip):
        (a, p), (b, q) = self.ends[way], self.ends[1 - way]
        if stamps:
            options = NOP * 2 + option_times(*stamps)
        shift = 0 if flags & SYN or self.scale is None else self.scale[way]
        packet = tcp(a, p, b, q, self.start[way] + seq, self.start[1 - way] + ack if flags & ACK else 0, flags,
                     window >> shift, payload, options, checksum)
        frame = ether(self.macs[way], self.macs[1 - way], 0x800, ipv4(a, b, 6, packet, checksum=ip_checksum, **ip),
                      self.padded and way == 1)
        self.capture.add(number, time, frame)


# --- TLS and HTTP, as long as the reports say ----------------------------------------------------------


def record(kind, body):
    return bytes([kind, 3, 3]) + len(body).to_bytes(2, "big") + body


def noise(size, seed):
    """Bytes that look encrypted, the same each time."""
    out = bytearray()
    for _ in range(size):
        seed = (seed * 1103515245 + 12345) % 2**31
        out.append(seed >> 16 & 0xff)
    return bytes(out)


def handshake(kind, body):
    return bytes([kind]) + len(body).to_bytes(3, "big") + body


def extension(kind, body):
    return kind.to_bytes(2, "big") + len(body).to_bytes(2, "big") + body


def client_hello(size, name):
    """A record of that size, filled up by the padding extension (RFC 7685)."""
    server = name.encode()
    names = (len(server) + 3).to_bytes(2, "big") + b"\0" + len(server).to_bytes(2, "big") + server
    head = b"\3\3" + noise(32, 7) + b"\x20" + noise(32, 8) + b"\0\4\xc0\x2f\0\x9c" + b"\1\0"
    extensions = extension(0, names)
    fill = size - 9 - len(head) - 2 - len(extensions) - 4
    extensions += extension(21, bytes(fill))
    return record(22, handshake(1, head + len(extensions).to_bytes(2, "big") + extensions))


def server_hello(size):
    head = b"\3\3" + noise(32, 9) + b"\x20" + noise(32, 8) + b"\xc0\x2f\0"
    extensions = extension(0xff01, b"\0")
    fill = size - 9 - len(head) - 2 - len(extensions)
    extensions += extension(16, b"\0" + bytes([fill - 6, fill - 7]) + b"h" * (fill - 7))
    return record(22, handshake(2, head + len(extensions).to_bytes(2, "big") + extensions))


CHANGE_CIPHER = record(20, b"\1")


def finished(seed):
    return record(22, noise(40, seed))


def application(size, seed):
    return record(23, noise(size - 5, seed))


def padded_message(size, first, headers, fill, body=b""):
    """An HTTP message of that size; headers `fill` take the rest, none so long that its line would be cut."""
    text = first + "\r\n" + "".join("%s: %s\r\n" % h for h in headers)
    least = len(fill) + 4  # ": " and the end of the line
    while (left := size - len(text) - 2 - len(body)) > 0:
        width = left if left <= 120 else min(100, left - least - 1)
        text += fill + ": " + "x" * (width - least) + "\r\n"
    return text.encode() + b"\r\n" + body


# --- report 0: the connection to www.baidu.com, whose last FIN is not answered ---------------------------

MICRO_STAR, ROUTER = "4c:cc:6a:df:75:cf", "62:3a:b1:e5:0c:98"


def baidu(path):
    c = Capture(1600000000, r"\Device\NPF_{8D0C3980-AB40-4D54-97A9-4D6A425486EE}")
    c.open_tcp(32, "192.168.1.2", MICRO_STAR, ROUTER)
    k = Connection(c, ("192.168.1.2", 5837), ("14.215.177.39", 443), (2282657313, 74205874), (8, 5), (MICRO_STAR, ROUTER))
    opening = option_mss(1460) + NOP + option_scale(8) + SACK_PERMITTED + option_times(20462374, 0)
    answer = option_mss(1452) + NOP + option_scale(5) + SACK_PERMITTED + NOP * 4 + bytes(6)  # 20 bytes, of which 14 are printed
    k.send(1471, "12.223671", 0, 0, 0, SYN, 64240, b"", opening, 0x81d7)
    k.send(1498, "12.251301", 1, 0, 1, SYN | ACK, 8192, b"", answer, 0x237f)
    k.send(1499, "12.251346", 0, 1, 1, ACK, 132096, checksum=0x81c3)
    k.send(1500, "12.251523", 0, 1, 1, ACK | PSH, 132096, client_hello(517, "www.baidu.com"))
    k.send(1527, "12.279666", 1, 1, 518, ACK, 30208)
    k.send(1528, "12.279800", 1, 1, 518, ACK | PSH, 30208, server_hello(96))
    k.send(1529, "12.279800", 1, 97, 518, ACK | PSH, 30208, CHANGE_CIPHER)
    k.send(1530, "12.279845", 0, 518, 103, ACK, 131840)
    k.send(1531, "12.279890", 1, 103, 518, ACK | PSH, 30208, finished(1))
    k.send(1532, "12.280777", 0, 518, 148, ACK | PSH, 131840, CHANGE_CIPHER + finished(2))
    k.send(1537, "12.289524", 1, 103, 518, ACK | PSH, 30208, finished(1))
    k.send(1538, "12.290043", 0, 569, 148, ACK, 131840, b"", NOP * 2 + option_sack(74205874 + 103, 74205874 + 148))
    k.send(1541, "12.308177", 1, 148, 569, ACK, 30208)
    k.send(1929, "14.010538", 0, 569, 148, ACK | PSH, 131840, application(3084, 3))
    k.send(1943, "14.038635", 1, 148, 2021, ACK, 33024)
    k.send(1944, "14.038636", 1, 148, 3653, ACK, 36352)
    k.send(1948, "14.041521", 1, 148, 3653, ACK | PSH, 36352, application(258, 4))
    k.send(1963, "14.082513", 0, 3653, 406, ACK, 131584)
    k.send(2001, "14.405709", 0, 3653, 406, ACK | PSH, 131584, application(1504, 5))
    k.send(2009, "14.433001", 1, 406, 5157, ACK, 39296)
    k.send(2021, "14.471597", 1, 406, 5157, ACK | PSH, 39296, application(374, 6))
    k.send(2035, "14.512599", 0, 5157, 780, ACK, 131328)
    k.send(3994, "31.467937", 0, 5157, 780, ACK | PSH, 131328, application(1799, 7))
    k.send(3998, "31.495803", 1, 780, 6956, ACK, 43008)
    k.send(4000, "31.504137", 1, 780, 6956, ACK | PSH, 43008, application(387, 8))
    k.send(4005, "31.544466", 0, 6956, 1167, ACK, 130816)
    k.send(4141, "33.125763", 0, 6956, 1167, ACK | PSH, 130816, application(1814, 9))
    k.send(4145, "33.153407", 1, 1167, 8770, ACK, 46592)
    k.send(4154, "33.260874", 1, 1167, 8770, ACK | PSH, 46592, application(707, 10))
    k.send(4158, "33.301822", 0, 8770, 1874, ACK, 132096)
    k.send(13238, "93.261603", 1, 1874, 8770, FIN | ACK, 46592, checksum=0x7910)
    k.send(13239, "93.261724", 0, 8770, 1875, ACK, 132096, checksum=0x81c3)
    for number, time in ((14813, "111.099062"), (14999, "111.398650"), (15055, "111.999136"), (15211, "113.199575"),
                         (15540, "115.600377"), (16218, "120.399570")):
        k.send(number, time, 0, 8770, 1875, FIN | ACK, 132096, checksum=0x81c3)
    k.send(17226, "129.999917", 0, 8771, 1875, RST | ACK, 0)
    c.write(path, MICRO_STAR, ROUTER)


# --- report 1: www.google.com with curl ------------------------------------------------------------------

CURL, GATEWAY = "00:50:56:00:00:23", "00:50:56:00:00:03"


def name_of(text):
    return b"".join(bytes([len(part)]) + part.encode() for part in text.split(".")) + b"\0"


def dns(ident, flags, name, kind, answers=(), authority=()):
    head = b"".join(n.to_bytes(2, "big") for n in (ident, flags, 1, len(answers), len(authority), 0))
    return head + name_of(name) + kind.to_bytes(2, "big") + b"\0\1" + b"".join(answers) + b"".join(authority)


def answer(kind, data):
    return b"\xc0\x0c" + kind.to_bytes(2, "big") + b"\0\1\0\0\0\x78" + len(data).to_bytes(2, "big") + data


A, SOA, AAAA = 1, 6, 28


def google(path):
    c = Capture(1470126960, digits=9)

    def ask(number, time, to_client, port, message):
        ends = ("10.10.180.23", port), ("10.10.210.3", 53)
        (a, p), (b, q) = ends[to_client], ends[1 - to_client]
        macs = (CURL, GATEWAY)
        c.add(number, time, ether(macs[to_client], macs[1 - to_client], 0x800,
                                  ipv4(a, b, 17, udp(a, p, b, q, message))))
    six = bytes.fromhex("24046800400508040000000000002004")
    four = bytes([216, 58, 203, 4])
    soa = name_of("ns.ig.com") + name_of("hostmaster.corp.ig.com") + bytes(3) + b"\1" + bytes.fromhex(
        "00000e1000000e1000000e1000000e10")
    soa += bytes(57 - len(soa))
    ask(2, "0.831905064", 0, 50001, dns(0x6379, 0x100, "template.ig.com", A))
    ask(3, "0.832855189", 1, 50001, dns(0x6379, 0x8183, "template.ig.com", A, (), [answer(SOA, soa)]))
    ask(4, "0.912767746", 0, 50002, dns(0xa4fe, 0x100, "www.google.com", A))
    ask(5, "0.912883870", 0, 50002, dns(0xc578, 0x100, "www.google.com", AAAA))
    ask(6, "0.913856839", 1, 50002, dns(0xc578, 0x8180, "www.google.com", AAAA, [answer(AAAA, six)]))
    ask(7, "0.913866732", 1, 50002, dns(0xa4fe, 0x8180, "www.google.com", A, [answer(A, four)]))
    c.write(path + "-dns.pcapng", CURL, GATEWAY)

    c = Capture(1470126980, digits=9)
    ask(2, "1.204000000", 0, 50003, dns(0xe38f, 0x100, "www.google.com", A))
    ask(3, "1.204415032", 1, 50003, dns(0xe38f, 0x8180, "www.google.com", A, [answer(A, four)]))
    k = Connection(c, ("10.10.180.23", 35944), ("216.58.203.4", 80), (3000000000, 1000000000), (6, 7), (CURL, GATEWAY))
    begin = option_mss(1460) + SACK_PERMITTED + option_times(315183370, 0) + NOP + option_scale(6)
    reply = option_mss(1430) + SACK_PERMITTED + option_times(652383001, 315183370) + NOP + option_scale(7)
    get = padded_message(175, "GET / HTTP/1.1", [("Host", "www.google.com"), ("Accept", "*/*")], "User-Agent")
    body = b"<HTML><HEAD><TITLE>302 Moved</TITLE></HEAD></HTML>\r\n"
    found = padded_message(479, "HTTP/1.1 302 Found", [("Location", "http://www.google.com.hk/"), ("Content-Type", "text/html"),
                                                       ("Content-Length", len(body))], "Server", body)
    k.send(4, "1.210632617", 0, 0, 0, SYN, 14600, b"", begin)
    k.send(5, "1.252280354", 1, 0, 1, SYN | ACK, 42540, b"", reply)
    k.send(6, "1.252310922", 0, 1, 1, ACK, 14656, stamps=(315183413, 652383001))
    k.send(7, "1.252502322", 0, 1, 1, ACK | PSH, 14656, get, stamps=(315183413, 652383001))
    k.send(8, "1.294232971", 1, 1, 176, ACK, 43648, stamps=(652383043, 315183413))
    k.send(9, "1.295465786", 1, 1, 176, ACK | PSH, 43648, found, stamps=(652383044, 315183413))
    k.send(10, "1.295532090", 0, 176, 480, ACK, 15680, stamps=(315183456, 652383044))
    k.send(11, "1.296258753", 0, 176, 480, FIN | ACK, 15680, stamps=(315183457, 652383044))
    k.send(12, "1.339379760", 1, 480, 177, FIN | ACK, 43648, stamps=(652383088, 315183457))
    k.send(13, "1.339408390", 0, 177, 481, ACK, 15680, stamps=(315183500, 652383088))
    c.write(path + "-tcp.pcapng", CURL, GATEWAY)


# --- report 2: ping of www.baidu.com, and www.cnki.net ---------------------------------------------------

HOST, ACCESS = "3c:95:09:00:00:01", "02:15:b2:00:00:01"


def ping(path):
    c = Capture(1640000000)
    text = bytes(range(0x61, 0x78)) + bytes(range(0x61, 0x6a))
    for i in range(4):
        for back in (0, 1):
            head = bytes([0 if back else 8, 0]) + b"\0\0" + b"\0\1" + (20 + i).to_bytes(2, "big")
            total = sum(int.from_bytes((head + text)[n:n + 2], "big") for n in range(0, 40, 2))
            total = (total & 0xffff) + (total >> 16)
            message = head[:2] + (~((total & 0xffff) + (total >> 16)) & 0xffff).to_bytes(2, "big") + head[4:] + text
            ends = ("192.168.43.157", "112.80.248.76")
            a, b = (ends[1], ends[0]) if back else ends
            macs = (ACCESS, HOST) if back else (HOST, ACCESS)
            ip = {"ident": 0xe621 + i, "flags": 0, "ttl": 53 if back else 64}
            if not back and i == 0:
                ip["checksum"] = 0x3fbd
            c.add(2 * i + back + 1, "%d.%06d" % (i, back * 30000), ether(*macs, 0x800, ipv4(a, b, 1, message, **ip)))
    c.write(path, HOST, ACCESS)


def cnki(path):
    c = Capture(1640000100)
    k = Connection(c, ("192.168.43.157", 55131), ("103.52.172.83", 80), (0xb1fe118f, 0x8ffaf45a), (8, 7), (HOST, ACCESS), False)
    other = Connection(c, ("192.168.43.157", 55130), ("103.52.172.83", 80), (1, 2), (8, 7), (HOST, ACCESS), False)
    options = option_mss(1460) + NOP + option_scale(8) + NOP * 2 + SACK_PERMITTED
    reply = option_mss(1400) + NOP * 2 + SACK_PERMITTED + NOP + option_scale(7)
    get = padded_message(0x965, "GET / HTTP/1.1", [("Host", "www.cnki.net")], "Cookie")
    body = b"<html></html>"
    ok = padded_message(0x6f0, "HTTP/1.1 200 OK", [("Content-Type", "text/html"), ("Content-Length", len(body))], "X-Fill", body)
    other.send(1, "0.000000", 0, 0, 0, SYN, 64240, b"", options)
    k.send(2, "0.100000", 0, 0, 0, SYN, 64240, b"", options)
    k.send(3, "0.140000", 1, 0, 1, SYN | ACK, 29200, b"", reply)
    k.send(4, "0.140100", 0, 1, 1, ACK, 131584)
    k.send(5, "0.150000", 0, 1, 1, ACK, 131584, get[:1400])
    k.send(6, "0.150010", 0, 1401, 1, ACK | PSH, 131584, get[1400:])
    k.send(7, "0.190000", 1, 1, 0x966, ACK | PSH, 32128, ok[:1400])
    k.send(8, "0.190010", 1, 1401, 0x966, ACK | PSH, 32128, ok[1400:])
    k.send(9, "0.190100", 0, 0x966, 0x6f1, ACK, 131584)
    k.send(10, "5.200000", 1, 0x6f1, 0x966, FIN | ACK, 32128)
    k.send(11, "5.200100", 0, 0x966, 0x6f2, ACK, 131584)
    k.send(12, "5.300000", 0, 0x966, 0x6f2, FIN | ACK, 131584)
    k.send(13, "5.600000", 0, 0x966, 0x6f2, FIN | ACK, 131584)
    k.send(14, "5.640000", 1, 0x6f2, 0x967, ACK, 32128)
    c.write(path, HOST, ACCESS)


# --- report 3: a university's network and a home ------------------------------------------------------------

WLAN = r"\Device\NPF_{02F498FF-111B-4D71-ADE6-BFCFCDEB2478}"
HON_HAI, TP_LINK, CAMPUS = "80:2b:f9:8d:47:d3", "d0:76:e7:2e:36:cd", "44:6a:2e:fa:dc:cc"


def campus(path):
    """Frame 123 is one of port 80; the TCP header that the report explains is another frame's: 49 us after frame 59."""
    c = Capture(1567989104, WLAN)
    base = 938712000  # frame 1 is at 1567989104.938712

    def at(ns):
        return "%d.%09d" % ((base + ns) // SECOND, (base + ns) % SECOND)
    c.open_tcp(5, "113.54.209.128", HON_HAI, CAMPUS)
    c.open_udp(8, "113.54.209.128", HON_HAI, CAMPUS)
    c.add(1, at(0), ether(HON_HAI, CAMPUS, 0x800, ipv4("113.54.209.128", "198.51.100.7", 1, bytes([8, 0, 0xf7, 0xff] + [0] * 4))))
    k = Connection(c, ("113.54.209.128", 50180), ("182.92.244.228", 443), (7000, 9000), (8, 7), (HON_HAI, CAMPUS), False)
    options = option_mss(1460) + NOP + option_scale(8) + NOP * 2 + SACK_PERMITTED
    reply = option_mss(1460) + NOP * 2 + SACK_PERMITTED + NOP + option_scale(7)
    first = 100000000
    k.send(20, at(first), 0, 0, 0, SYN, 64240, b"", options)
    k.send(40, at(first + 186900000), 1, 0, 1, SYN | ACK, 29200, b"", reply)
    k.send(41, at(first + 186984000), 0, 1, 1, ACK, 262144)
    k.send(42, at(first + 187000000), 0, 1, 1, ACK | PSH, 262144, client_hello(214, "www.uestc.edu.cn"))
    k.send(59, at(first + 289365000), 1, 1, 215, ACK, 30336, application(1460, 11))
    k.send(60, at(first + 289414000), 0, 215, 1461, ACK, 262144, checksum=0xa09f, ident=0x688d, ttl=128, ip_checksum=0xa44a)
    web = Connection(c, ("113.54.209.128", 50170), ("182.92.244.228", 80), (100, 200), None, (HON_HAI, CAMPUS), False)
    c.add(122, at(1231228000), c.given[59][1])
    web.send(123, at(1231262000), 0, 1, 1, ACK, 1024)
    query = dns(0x4cea, 0x100, "pics6.baidu.com", A)
    c.add(640, at(2000000000), ether(HON_HAI, CAMPUS, 0x800, ipv4("113.54.209.128", "202.115.32.39", 17, udp(
        "113.54.209.128", 63473, "202.115.32.39", 53, query, 0x32cf))))
    reply = dns(0x4cea, 0x8180, "pics6.baidu.com", A, [answer(A, bytes([182, 140, 225, 49]))])
    c.add(648, at(2010000000), ether(CAMPUS, HON_HAI, 0x800, ipv4("202.115.32.39", "113.54.209.128", 17, udp(
        "202.115.32.39", 53, "113.54.209.128", 63473, reply))))
    c.write(path, HON_HAI, CAMPUS)


def portal(path):
    c = Capture(1568500000, WLAN)
    k = Connection(c, ("192.168.1.101", 57847), ("222.197.166.5", 80), (5000, 6000), (8, 7), (HON_HAI, TP_LINK), False)
    body = b"<html>302 Found</html>"

    def moved(size):
        return padded_message(size, "HTTP/1.1 302 Moved Temporarily", [("Content-Type", "text/html"), ("Content-Length", len(body))],
                              "Location", body)
    options = option_mss(1460) + NOP + option_scale(8) + NOP * 2 + SACK_PERMITTED
    reply = option_mss(1460) + NOP * 2 + SACK_PERMITTED + NOP + option_scale(7)
    login = "GET /authserver/login?service=http%3A%2F%2Fportal.uestc.edu.cn%2F HTTP/1.1"
    k.send(3200, "11.700000", 0, 0, 0, SYN, 64240, b"", options)
    k.send(3210, "11.720000", 1, 0, 1, SYN | ACK, 29200, b"", reply)
    k.send(3211, "11.720100", 0, 1, 1, ACK, 131328)
    k.send(3230, "11.740209", 0, 1, 1, ACK | PSH, 131328, padded_message(1107, "GET / HTTP/1.1", [("Host", "portal.uestc.edu.cn")], "Cookie"))
    k.send(3288, "11.770396", 1, 1, 1108, ACK | PSH, 31488, moved(408))
    k.send(3290, "11.780931", 0, 1108, 409, ACK | PSH, 131072, padded_message(880, login, [("Host", "idas.uestc.edu.cn")], "Cookie"))
    k.send(3312, "11.801311", 1, 409, 1988, ACK | PSH, 33792, moved(409))
    c.write(path, HON_HAI, TP_LINK)


def opening(path):
    c = Capture(1568600000, WLAN)
    c.open_tcp(6, "192.168.1.100", HON_HAI, TP_LINK)
    k = Connection(c, ("192.168.1.100", 55624), ("117.184.242.221", 443), (800, 900), (1, 7), (HON_HAI, TP_LINK), False)
    k.send(9, "5.632414", 0, 0, 0, SYN, 65535, b"", option_mss(1460) + NOP + option_scale(1) + NOP * 2 + SACK_PERMITTED)
    k.send(10, "5.733566", 1, 0, 1, SYN | ACK, 14400, b"", option_mss(1440) + NOP * 2 + SACK_PERMITTED + NOP + option_scale(7))
    k.send(11, "5.733748", 0, 1, 1, ACK, 65536)
    c.write(path, HON_HAI, TP_LINK)


def closing(path):
    c = Capture(1568700000, WLAN)
    c.open_tcp(11, "192.168.1.102", HON_HAI, TP_LINK)
    k = Connection(c, ("192.168.1.102", 50946), ("202.89.233.96", 443), (4000, 5000), None, (HON_HAI, TP_LINK), False)
    k.send(78, "2.645763", 0, 1, 1, FIN | ACK, 1023, checksum=0x2629)
    k.send(93, "2.689959", 1, 1, 2, ACK, 1024, checksum=0x2628)
    k.send(96, "2.690449", 1, 1, 2, FIN | ACK, 1024, checksum=0x2627)
    k.send(98, "2.690531", 0, 2, 2, ACK, 1023, checksum=0x2628)
    c.write(path, HON_HAI, TP_LINK)


def oicq(path):
    c = Capture(1568800000, WLAN)
    c.open_udp(1, "192.168.1.102", HON_HAI, TP_LINK)
    heart = bytes.fromhex("02" "3803" "0002" "045a") + (812288728).to_bytes(4, "big") + b"\0" + noise(34, 12) + b"\3"
    c.add(223, "9.000000", ether(HON_HAI, TP_LINK, 0x800, ipv4("192.168.1.102", "59.36.128.109", 17, udp(
        "192.168.1.102", 4027, "59.36.128.109", 8000, heart, 0x0b71))))
    c.write(path, HON_HAI, TP_LINK)


def write_all(folder):
    folder = pathlib.Path(folder)
    google(str(folder / "google"))
    for make in (baidu, ping, cnki, campus, portal, opening, closing, oicq):
        make(folder / (make.__name__ + ".pcapng"))


if __name__ == "__main__":
    write_all(sys.argv[1])
