/* http_test.c - vectors of http.c and the files beside it: messages of a byte stream. */
#include "base/base.h"
#include "protocols/protocol.h"

#include "check.h"
#include "vector.h"

extern const struct protocol proto_http, proto_ip;

static const struct vector vectors[] = {
    { "request and what follows",
      "474554202f613f623d6320485454502f312e310d0a486f73743a20780d0a582d4f776e3a20310d0a0d0a474554202f64"
      "20485454502f312e310d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " GET /a?b=c HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET /a?b=c HTTP/1.1\\r\\n]\n"
      "   [GET /a?b=c HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /a?b=c\n"
      "   Request URI Path: /a\n"
      "   Request URI Query: b=c\n"
      "    Request URI Query Parameter: b=c\n"
      "  Request Version: HTTP/1.1\n"
      " Host: x\\r\\n\n"
      " X-Own: 1\\r\\n\n"
      " \\r\\n\n"
      " [Full request URI: http://x/a?b=c]\n"
      " [HTTP request 1/2]\n"
      " [Next request in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " GET /d HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET /d HTTP/1.1\\r\\n]\n"
      "   [GET /d HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /d\n"
      "  Request Version: HTTP/1.1\n"
      " \\r\\n\n"
      " [HTTP request 2/2]\n"
      " [Prev request in frame: 1]\n" },
    { "response with text",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f68746d6c3b20636861727365"
      "743d7574662d380d0a436f6e74656e742d4c656e6774683a20380d0a0d0a3c703e0d0a68690a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/html; charset=utf-8\\r\\n\n"
      " Content-Length: 8\\r\\n\n"
      "  [Content length: 8]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 8 bytes\n"
      "Line-based text data: text/html (2 lines)\n"
      " <p>\\r\\n\n"
      " hi\\n\n" },
    { "chunks",
      "485454502f312e3120323030204f4b0d0a5472616e736665722d456e636f64696e673a206368756e6b65640d0a436f6e"
      "74656e742d547970653a20746578742f706c61696e0d0a0d0a353b613d620d0a68656c6c6f0d0a330d0a20796f750d0a"
      "300d0a582d547261696c65723a20310d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Transfer-Encoding: chunked\\r\\n\n"
      " Content-Type: text/plain\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " HTTP chunked response\n"
      "  Data chunk (5 octets)\n"
      "   Chunk size: 5 octets\n"
      "   Chunk data: 68656c6c6f\n"
      "   Chunk boundary: 0d0a\n"
      "  Data chunk (3 octets)\n"
      "   Chunk size: 3 octets\n"
      "   Chunk data: 20796f\n"
      "   Chunk boundary: 750d\n"
      "  End of chunked encoding\n"
      "   Chunk size: 0 octets\n"
      "  trailer-part: 0\\r\\nX-Trailer: 1\\r\\n\n"
      "  \\r\\n\n"
      " File Data: 8 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " hello yo\n" },
    { "chunks that end nowhere",
      "485454502f312e3120323030204f4b0d0a5472616e736665722d456e636f64696e673a206368756e6b65640d0a436f6e"
      "74656e742d547970653a20746578742f706c61696e0d0a0d0a350d0a68656c",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Transfer-Encoding: chunked\\r\\n\n"
      " Content-Type: text/plain\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " HTTP chunked response\n"
      "  Data chunk (5 octets)\n"
      "   Chunk size: 5 octets\n"
      "   Chunk data: 68656c\n"
      " File Data: 3 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " hel\n" },
    { "chunk of no size",
      "485454502f312e3120323030204f4b0d0a5472616e736665722d456e636f64696e673a206368756e6b65640d0a436f6e"
      "74656e742d547970653a20746578742f706c61696e0d0a0d0a7a7a0d0a6162630d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Transfer-Encoding: chunked\\r\\n\n"
      " Content-Type: text/plain\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " HTTP chunked response\n"
      "  End of chunked encoding\n"
      "   Chunk size: 0 octets\n"
      "  trailer-part: abc\\r\\n\n"
      "  \\r\\n\n"
      " File Data: 0 bytes\n" },
    { "chunks of gzip",
      "485454502f312e3120323030204f4b0d0a5472616e736665722d456e636f64696e673a206368756e6b65640d0a436f6e"
      "74656e742d547970653a20746578742f706c61696e0d0a436f6e74656e742d456e636f64696e673a20677a69700d0a0d"
      "0a31630d0a1f8b08000000000002ff4b4c4ae64a494de30200750bb088080000000d0a300d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Transfer-Encoding: chunked\\r\\n\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Encoding: gzip\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " HTTP chunked response\n"
      "  Data chunk (28 octets)\n"
      "   Chunk size: 28 octets\n"
      "   Chunk data: 1f8b08000000000002ff4b4c4ae64a494de30200750bb08808000000\n"
      "   Chunk boundary: 0d0a\n"
      "  End of chunked encoding\n"
      "   Chunk size: 0 octets\n"
      "  \\r\\n\n"
      " Content-encoded entity body (gzip): 28 bytes -> 8 bytes\n"
      " File Data: 8 bytes\n"
      "Line-based text data: text/plain (2 lines)\n"
      " abc\\n\n"
      " def\\n\n" },
    { "deflate",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a2031370d0a436f6e74656e742d456e636f64696e673a206465666c6174650d0a0d0a789ccbc8"
      "5428c9482d4ae5020010570314",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 17\\r\\n\n"
      "  [Content length: 17]\n"
      " Content-Encoding: deflate\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Content-encoded entity body (deflate): 17 bytes -> 9 bytes\n"
      " File Data: 9 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " hi there\\n\n" },
    { "deflate without its wrapping",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a2031310d0a436f6e74656e742d456e636f64696e673a206465666c6174650d0a0d0acbc85428"
      "c9482d4ae50200",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 11\\r\\n\n"
      "  [Content length: 11]\n"
      " Content-Encoding: deflate\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Content-encoded entity body (deflate): 11 bytes -> 9 bytes\n"
      " File Data: 9 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " hi there\\n\n" },
    { "brotli",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a2031300d0a436f6e74656e742d456e636f64696e673a2062720d0a0d0a0b028068656c6c6f0a"
      "03",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 10\\r\\n\n"
      "  [Content length: 10]\n"
      " Content-Encoding: br\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Content-encoded entity body (br): 10 bytes -> 5 bytes\n"
      " File Data: 5 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " hello\n" },
    { "not gzip",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a20350d0a436f6e74656e742d456e636f64696e673a20677a69700d0a0d0a706c61696e",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 5\\r\\n\n"
      "  [Content length: 5]\n"
      " Content-Encoding: gzip\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Content-encoded entity body (gzip): 5 bytes\n"
      "  [Expert Info (Warning/Undecoded): Decompression failed]\n"
      "   [Decompression failed]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Undecoded]\n"
      "  Data (5 bytes)\n"
      "   Data: 706c61696e\n"
      "   [Length: 5]\n" },
    { "unknown coding",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a20330d0a436f6e74656e742d456e636f64696e673a206f776e0d0a0d0a616263",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 3\\r\\n\n"
      "  [Content length: 3]\n"
      " Content-Encoding: own\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Content-encoded entity body (own): 3 bytes\n"
      "  [Expert Info (Warning/Undecoded): Decompression failed]\n"
      "   [Decompression failed]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Undecoded]\n"
      "  Data (3 bytes)\n"
      "   Data: 616263\n"
      "   [Length: 3]\n" },
    { "transfer coding",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a436f6e7465"
      "6e742d4c656e6774683a20330d0a5472616e736665722d456e636f64696e673a20677a69700d0a0d0a616263",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " Content-Length: 3\\r\\n\n"
      "  [Content length: 3]\n"
      " Transfer-Encoding: gzip\\r\\n\n"
      "  [Expert Info (Warning/Malformed): The Content-Length and Transfer-Encoding header must not be set together]\n"
      "   [The Content-Length and Transfer-Encoding header must not be set together]\n"
      "   [Severity level: Warning]\n"
      "   [Group: Malformed]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " Data (3 bytes)\n"
      "  Data: 616263\n"
      "  [Length: 3]\n" },
    { "octets",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a206170706c69636174696f6e2f6f63746574"
      "2d73747265616d0d0a436f6e74656e742d4c656e6774683a20320d0a0d0a0001",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: application/octet-stream\\r\\n\n"
      " Content-Length: 2\\r\\n\n"
      "  [Content length: 2]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 2 bytes\n"
      "Data (2 bytes)\n"
      " Data: 0001\n"
      " [Length: 2]\n" },
    { "unknown type",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20496d6167652f4f776e3b20613d620d0a43"
      "6f6e74656e742d4c656e6774683a20320d0a0d0a0001",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: Image/Own; a=b\\r\\n\n"
      " Content-Length: 2\\r\\n\n"
      "  [Content length: 2]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 2 bytes\n"
      "Media Type\n"
      " Media type: image/own; a=b (2 bytes)\n" },
    { "no type",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d4c656e6774683a20320d0a0d0a6162",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Length: 2\\r\\n\n"
      "  [Content length: 2]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 2 bytes\n"
      " Data (2 bytes)\n"
      "  Data: 6162\n"
      "  [Length: 2]\n" },
    { "until the end",
      "485454502f312e3020323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e0d0a0d0a616c6c"
      "206f66206974",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.0 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.0 200 OK\\r\\n]\n"
      "   [HTTP/1.0 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.0\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 9 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " all of it\n" },
    { "no body",
      "485454502f312e3120333034204e6f74204d6f6469666965640d0a0d0a485454502f312e3120323034204e6f20436f6e"
      "74656e740d0a0d0a485454502f312e312031303020436f6e74696e75650d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 304 Not Modified\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 304 Not Modified\\r\\n]\n"
      "   [HTTP/1.1 304 Not Modified\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 304\n"
      "  [Status Code Description: Not Modified]\n"
      "  Response Phrase: Not Modified\n"
      " \\r\\n\n"
      " [HTTP response 1/3]\n"
      " [Next response in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 204 No Content\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 204 No Content\\r\\n]\n"
      "   [HTTP/1.1 204 No Content\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 204\n"
      "  [Status Code Description: No Content]\n"
      "  Response Phrase: No Content\n"
      " \\r\\n\n"
      " [HTTP response 2/3]\n"
      " [Prev response in frame: 1]\n"
      " [Next response in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 100 Continue\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 100 Continue\\r\\n]\n"
      "   [HTTP/1.1 100 Continue\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 100\n"
      "  [Status Code Description: Continue]\n"
      "  Response Phrase: Continue\n"
      " \\r\\n\n"
      " [HTTP response 3/3]\n"
      " [Prev response in frame: 1]\n" },
    { "length that is none",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d4c656e6774683a20313834343637343430373337303935"
      "35313631350d0a0d0a6162",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Length: 18446744073709551615\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 2 bytes\n"
      " Data (2 bytes)\n"
      "  Data: 6162\n"
      "  [Length: 2]\n" },
    { "a line that is no header",
      "474554202f20485454502f312e310d0a486f73743a20780d0a73747261790d0a583a20790d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " GET / HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET / HTTP/1.1\\r\\n]\n"
      "   [GET / HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /\n"
      "  Request Version: HTTP/1.1\n"
      " Host: x\\r\\n\n"
      " [Full request URI: http://x/]\n"
      " [HTTP request 1/1]\n"
      "Hypertext Transfer Protocol\n"
      " File Data: 15 bytes\n"
      " Data (15 bytes)\n"
      "  Data: 73747261790d0a583a20790d0a0d0a\n"
      "  [Length: 15]\n" },
    { "head and its answer",
      "48454144202f20485454502f312e310d0a486f73743a20780d0a0d0a485454502f312e3120323030204f4b0d0a436f6e"
      "74656e742d4c656e6774683a20350d0a0d0a474554202f20485454502f312e310d0a0d0a",
      "Hypertext Transfer Protocol\n"
      " HEAD / HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HEAD / HTTP/1.1\\r\\n]\n"
      "   [HEAD / HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: HEAD\n"
      "  Request URI: /\n"
      "  Request Version: HTTP/1.1\n"
      " Host: x\\r\\n\n"
      " \\r\\n\n"
      " [Full request URI: http://x/]\n"
      " [HTTP request 1/2]\n"
      " [Response in frame: 1]\n"
      " [Next request in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Length: 5\\r\\n\n"
      "  [Content length: 5]\n"
      " \\r\\n\n"
      " [HTTP response 1/2]\n"
      " [Time since request: 0.000000000 seconds]\n"
      " [Request in frame: 1]\n"
      " [Next request in frame: 1]\n"
      " [Request URI: http://x/]\n"
      "Hypertext Transfer Protocol\n"
      " GET / HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET / HTTP/1.1\\r\\n]\n"
      "   [GET / HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /\n"
      "  Request Version: HTTP/1.1\n"
      " \\r\\n\n"
      " [HTTP request 2/2]\n"
      " [Prev request in frame: 1]\n" },
    { "a tunnel",
      "434f4e4e45435420793a3920485454502f312e310d0a486f73743a20793a390d0a0d0a485454502f312e312032303020"
      "4f4b0d0a0d0a616263",
      "Hypertext Transfer Protocol\n"
      " CONNECT y:9 HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): CONNECT y:9 HTTP/1.1\\r\\n]\n"
      "   [CONNECT y:9 HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: CONNECT\n"
      "  Request URI: y:9\n"
      "  Request Version: HTTP/1.1\n"
      " Host: y:9\\r\\n\n"
      " \\r\\n\n"
      " [Full request URI: y:9]\n"
      " [HTTP request 1/1]\n"
      " [Response in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " [Time since request: 0.000000000 seconds]\n"
      " [Request in frame: 1]\n"
      " [Request URI: y:9]\n"
      "Hypertext Transfer Protocol\n"
      " [Proxy-Connect-Hostname: y]\n"
      " [Proxy-Connect-Port: 9]\n"
      "Data (3 bytes)\n"
      " Data: 616263\n"
      " [Length: 3]\n" },
    { "an upgrade to something",
      "485454502f312e312031303120537769746368696e670d0a557067726164653a206f776e0d0a0d0a616263",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 101 Switching\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 101 Switching\\r\\n]\n"
      "   [HTTP/1.1 101 Switching\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 101\n"
      "  [Status Code Description: Switching Protocols]\n"
      "  Response Phrase: Switching\n"
      " Upgrade: own\\r\\n\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      "Data (3 bytes)\n"
      " Data: 616263\n"
      " [Length: 3]\n" },
    { "GBK",
      "485454502f312e3120323030204f4b0d0a436f6e74656e742d547970653a20746578742f706c61696e3b206368617273"
      "65743d67626b0d0a436f6e74656e742d4c656e6774683a20350d0a0d0ac4e3bac30a",
      "Hypertext Transfer Protocol\n"
      " HTTP/1.1 200 OK\\r\\n\n"
      "  [Expert Info (Chat/Sequence): HTTP/1.1 200 OK\\r\\n]\n"
      "   [HTTP/1.1 200 OK\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Response Version: HTTP/1.1\n"
      "  Status Code: 200\n"
      "  [Status Code Description: OK]\n"
      "  Response Phrase: OK\n"
      " Content-Type: text/plain; charset=gbk\\r\\n\n"
      " Content-Length: 5\\r\\n\n"
      "  [Content length: 5]\n"
      " \\r\\n\n"
      " [HTTP response 1/1]\n"
      " File Data: 5 bytes\n"
      "Line-based text data: text/plain (1 lines)\n"
      " 你好\\n\n" },
    { "an empty line first",
      "474554202f20485454502f312e310d0a486f73743a20780d0a0d0a0d0a474554202f20485454502f312e310d0a0d0a01"
      "72657374",
      "Hypertext Transfer Protocol\n"
      " GET / HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET / HTTP/1.1\\r\\n]\n"
      "   [GET / HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /\n"
      "  Request Version: HTTP/1.1\n"
      " Host: x\\r\\n\n"
      " \\r\\n\n"
      " [Full request URI: http://x/]\n"
      " [HTTP request 1/2]\n"
      " [Next request in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " Leading CRLF previous message in the stream may have extra CRLF\n"
      "  [Expert Info (Error/Malformed): Leading CRLF previous message in the stream may have extra CRLF]\n"
      "   [Leading CRLF previous message in the stream may have extra CRLF]\n"
      "   [Severity level: Error]\n"
      "   [Group: Malformed]\n"
      " GET / HTTP/1.1\\r\\n\n"
      "  [Expert Info (Chat/Sequence): GET / HTTP/1.1\\r\\n]\n"
      "   [GET / HTTP/1.1\\r\\n]\n"
      "   [Severity level: Chat]\n"
      "   [Group: Sequence]\n"
      "  Request Method: GET\n"
      "  Request URI: /\n"
      "  Request Version: HTTP/1.1\n"
      " \\r\\n\n"
      " [HTTP request 2/2]\n"
      " [Prev request in frame: 1]\n"
      "Hypertext Transfer Protocol\n"
      " Data (5 bytes)\n"
      "  Data: 0172657374\n"
      "  [Length: 5]\n" },
    { "not HTTP",
      "68656c6c6f0d0a0d0a",
      "" },
};

/* What segments from and to a port are shown as, in the second pass. */
struct segments {
    uint16_t port;
    struct {
        const char *bytes, *protocol;
    } of[4];
};
static const struct segments conversations[] = {
    { 80, { { "\x05\x01", "HTTP" }, { "GET / HTTP/1.1\r\n\r\n", "HTTP" }, { "\x05\x01", "HTTP" } } },
    { 8124, { { "\x05\x01", "TCP" }, { "GET / HTTP/1.1\r\n\r\n", "HTTP" }, { "\x05\x01", "HTTP" } } },
    { 80, { { "HTTP/1.1 204 Ok\r\n\r\n", "HTTP" }, { "\x05\x01", "TCP" }, { "no request\r\n\r\n", "TCP" } } },
    { 80,
      { { "POST / HTTP/1.1\r\nTransfer-Encoding: chunked, identity\r\n\r\n5\r\nhel", "TCP" } } },
    { 8124, { { "GET /x y http/1.0\r\n\r\n", "HTTP" } } },
    { 8124, { { "GET /x HTTP/1.1 y\r\n\r\n", "TCP" } } },
    { 8124,
      { { "CONNECT h:22 / HTTP/1.0\r\nnone\r\n\r\n", "HTTP" },
        { "HTTP/1.0 200 OK\r\n\r\n", "HTTP" },
        { "SSH-2.0-x\r\n", "SSH" } } },
};

static void segments_check(struct dissect *d, const struct segments *s)
{
    enum { HEADERS = 40 };
    uint32_t seq = 1;
    for (uint32_t i = 0; i < ARRAY_LEN(s->of) && s->of[i].bytes != NULL; i++) {
        uint8_t p[128] = { 0x45 };
        uint32_t len = (uint32_t)strlen(s->of[i].bytes);
        put_be16(p + 2, HEADERS + len);
        p[8] = 64, p[9] = 6;
        put_be32(p + 12, 0xc0000201), put_be32(p + 16, 0xc0000202);
        put_be16(p + 20, 40000), put_be16(p + 22, s->port);
        put_be32(p + 24, seq);
        put_be32(p + 28, 1);
        p[32] = 0x50, p[33] = 0x10;
        memcpy(p + HEADERS, s->of[i].bytes, len);
        seq += len;
        struct frame_info f = {
            .number = i + 1, .cap_len = HEADERS + len, .wire_len = HEADERS + len, .has_time = true
        };
        dissect_bytes(d, &f, p, &proto_ip);
        uint32_t count, data = registry_by_name[registry_find("data", &count)];
        bool shown = strcmp(s->of[i].protocol, "TCP") != 0;  /* on another port than HTTP's it is "Data" all the same */
        for (uint32_t n = 0; n < d->tree.count; n++)
            shown |= d->tree.nodes[n].field == data;
        CHECK(shown == (strcmp(s->of[i].protocol, "TCP") != 0 || s->port != 80));
        if (!d->first_pass)
            check_str(d->protocol_column, s->of[i].protocol, s->of[i].bytes, __FILE__, __LINE__);
    }
}

static void conversation_check(const struct segments *s)
{
    struct engine *e = engine_new(NULL);
    struct wanted *w = e != NULL ? wanted_new(e) : NULL;
    struct flow_state *flows = flow_state_new(true, 1);
    struct dissect d;
    if (!CHECK(w != NULL && flows != NULL))
        return;
    wanted_all(w);
    w->columns = true;
    wanted_settle(w, e);
    CHECK(dissect_open(&d, e, w, flows) == 0);
    for (int pass = 0; pass < 2; pass++) {
        d.first_pass = pass == 0;
        segments_check(&d, s);
    }
    dissect_close(&d);
    wanted_free(w);
    engine_free(e);
    flow_state_free(flows);
}

int main(void)
{
    vectors_check(&proto_http, vectors, ARRAY_LEN(vectors));
    for (size_t i = 0; i < ARRAY_LEN(conversations); i++)
        conversation_check(&conversations[i]);
    return check_done();
}
