/* http_fields.c - HTTP: fields, findings, and the labels that are more than a field's name and value. */
#include "protocols/application/http_rows.h"

/* --- labels ----------------------------------------------------------------------------------------------- */

void http_sb_line(struct strbuf *sb, const uint8_t *bytes, uint32_t len)
{
    struct strbuf decoded = { 0 };
    sb_decoded(&decoded, bytes, len, false);
    sb_escaped(sb, (const uint8_t *)sb_text(&decoded), decoded.len);
    sb_free(&decoded);
}

static void line_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, n->len);
    if (p != NULL)
        http_sb_line(sb, p, n->len);
}

static void chat_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http_span *s = n->v.arg;
    if (s != NULL)
        http_sb_line(sb, s->bytes, s->len);
}

void http_full_uri_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http_full_uri *f = n->v.arg;
    if (f->host.bytes != NULL) {
        sb_str(sb, "http://");
        sb_mem(sb, f->host.bytes, f->host.len);
    }
    sb_decoded(sb, f->uri.bytes, f->uri.len, false);
}

static void number_label(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *what)
{
    const uint32_t *total = annotation(d, n);
    sb_printf(sb, "HTTP %s %u/%u", what, (unsigned)n->v.u, total != NULL ? *total : 0);
}

static void request_number_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    number_label(sb, d, n, "request");
}

static void response_number_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    number_label(sb, d, n, "response");
}

static void file_data_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "File Data: %u bytes", n->len);
}

SHARED_VALUES(http_codes,
       { 100, "Continue" }, { 101, "Switching Protocols" }, { 102, "Processing" }, { 103, "Early Hints" },
       { 199, "Informational - Others" }, { 200, "OK" }, { 201, "Created" }, { 202, "Accepted" },
       { 203, "Non-authoritative Information" }, { 204, "No Content" }, { 205, "Reset Content" },
       { 206, "Partial Content" }, { 207, "Multi-Status" }, { 208, "Already Reported" }, { 226, "IM Used" },
       { 299, "Success - Others" }, { 300, "Multiple Choices" }, { 301, "Moved Permanently" }, { 302, "Found" },
       { 303, "See Other" }, { 304, "Not Modified" }, { 305, "Use Proxy" }, { 307, "Temporary Redirect" },
       { 308, "Permanent Redirect" }, { 399, "Redirection - Others" }, { 400, "Bad Request" },
       { 401, "Unauthorized" }, { 402, "Payment Required" }, { 403, "Forbidden" }, { 404, "Not Found" },
       { 405, "Method Not Allowed" }, { 406, "Not Acceptable" }, { 407, "Proxy Authentication Required" },
       { 408, "Request Time-out" }, { 409, "Conflict" }, { 410, "Gone" }, { 411, "Length Required" },
       { 412, "Precondition Failed" }, { 413, "Request Entity Too Large" }, { 414, "Request-URI Too Long" },
       { 415, "Unsupported Media Type" }, { 416, "Requested Range Not Satisfiable" },
       { 417, "Expectation Failed" }, { 418, "I'm a teapot" }, { 421, "Misdirected Request" },
       { 422, "Unprocessable Entity" }, { 423, "Locked" }, { 424, "Failed Dependency" }, { 425, "Too Early" },
       { 426, "Upgrade Required" }, { 428, "Precondition Required" }, { 429, "Too Many Requests" },
       { 431, "Request Header Fields Too Large" }, { 451, "Unavailable For Legal Reasons" },
       { 499, "Client Error - Others" }, { 500, "Internal Server Error" }, { 501, "Not Implemented" },
       { 502, "Bad Gateway" }, { 503, "Service Unavailable" }, { 504, "Gateway Time-out" },
       { 505, "HTTP Version not supported" }, { 506, "Variant Also Negotiates" }, { 507, "Insufficient Storage" },
       { 508, "Loop Detected" }, { 510, "Not Extended" }, { 511, "Network Authentication Required" },
       { 599, "Server Error - Others" });

static void code_name_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *code = n->v.arg;
    const char *name = values_find(&http_codes, *code);
    if (name != NULL)
        sb_str(sb, name);
    else
        sb_printf(sb, "Unknown (%u)", *code);
}

static void chunks_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_str(sb, n->v.u == HTTP_RESPONSE ? "HTTP chunked response" : "HTTP chunked request");
}

static void chunk_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    if (n->v.u != 0)
        sb_printf(sb, "Data chunk (%u octets)", (unsigned)n->v.u);
    else
        sb_str(sb, "End of chunked encoding");
}

static void encoded_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const struct http_decoded *e = n->v.arg;
    sb_str(sb, "Content-encoded entity body (");
    http_sb_line(sb, e->coding.bytes, e->coding.len);
    sb_printf(sb, "): %u bytes", e->from);
    if (e->decoded)
        sb_printf(sb, " -> %u bytes", e->to);
}

const struct field http_fields[HTTP_ROWS] = {
    [HTTP_PROTOCOL] = { "http", "Hypertext Transfer Protocol", FT_PROTOCOL },
    [HTTP_LINE] = { "", "Line", FT_NONE, .label_fn = line_label },
    [HTTP_METHOD] = { "http.request.method", "Request Method", FT_STRING },
    [HTTP_URI] = { "http.request.uri", "Request URI", FT_STRING },
    [HTTP_URI_PATH] = { "http.request.uri.path", "Request URI Path", FT_STRING },
    [HTTP_URI_QUERY] = { "http.request.uri.query", "Request URI Query", FT_STRING },
    [HTTP_URI_PARAMETER] = { "http.request.uri.query.parameter", "Request URI Query Parameter", FT_STRING },
    [HTTP_VERSION] = { "http.request.version", "Request Version", FT_STRING },
    [HTTP_RESPONSE_VERSION] = { "http.response.version", "Response Version", FT_STRING },
    [HTTP_CODE] = { "http.response.code", "Status Code", FT_UINT16, BASE_DEC },
    [HTTP_CODE_NAME] = { "http.response.code.desc", "Status Code Description", FT_STRING, .flags = GENERATED, .text = code_name_text },
    [HTTP_PHRASE] = { "http.response.phrase", "Response Phrase", FT_STRING },
    [HTTP_AUTHORIZATION] = { "http.authorization", "Authorization", FT_STRING, .label_fn = line_label },
    [HTTP_PROXY_AUTHENTICATE] = { "http.proxy_authenticate", "Proxy-Authenticate", FT_STRING, .label_fn = line_label },
    [HTTP_PROXY_AUTHORIZATION] = { "http.proxy_authorization", "Proxy-Authorization", FT_STRING, .label_fn = line_label },
    [HTTP_WWW_AUTHENTICATE] = { "http.www_authenticate", "WWW-Authenticate", FT_STRING, .label_fn = line_label },
    [HTTP_CONTENT_TYPE] = { "http.content_type", "Content-Type", FT_STRING, .label_fn = line_label },
    [HTTP_CONTENT_LENGTH_HEADER] = { "http.content_length_header", "Content-Length", FT_STRING, .label_fn = line_label },
    [HTTP_CONTENT_ENCODING] = { "http.content_encoding", "Content-Encoding", FT_STRING, .label_fn = line_label },
    [HTTP_TRANSFER_ENCODING] = { "http.transfer_encoding", "Transfer-Encoding", FT_STRING, .label_fn = line_label },
    [HTTP_UPGRADE] = { "http.upgrade", "Upgrade", FT_STRING, .label_fn = line_label },
    [HTTP_USER_AGENT] = { "http.user_agent", "User-Agent", FT_STRING, .label_fn = line_label },
    [HTTP_HOST] = { "http.host", "Host", FT_STRING, .label_fn = line_label },
    [HTTP_CONNECTION] = { "http.connection", "Connection", FT_STRING, .label_fn = line_label },
    [HTTP_COOKIE] = { "http.cookie", "Cookie", FT_STRING, .label_fn = line_label },
    [HTTP_ACCEPT] = { "http.accept", "Accept", FT_STRING, .label_fn = line_label },
    [HTTP_REFERER] = { "http.referer", "Referer", FT_STRING, .label_fn = line_label },
    [HTTP_ACCEPT_LANGUAGE] = { "http.accept_language", "Accept-Language", FT_STRING, .label_fn = line_label },
    [HTTP_ACCEPT_ENCODING] = { "http.accept_encoding", "Accept Encoding", FT_STRING, .label_fn = line_label },
    [HTTP_DATE] = { "http.date", "Date", FT_STRING, .label_fn = line_label },
    [HTTP_CACHE_CONTROL] = { "http.cache_control", "Cache-Control", FT_STRING, .label_fn = line_label },
    [HTTP_SERVER] = { "http.server", "Server", FT_STRING, .label_fn = line_label },
    [HTTP_LOCATION] = { "http.location", "Location", FT_STRING, .label_fn = line_label },
    [HTTP_SEC_WEBSOCKET_ACCEPT] = { "http.sec_websocket_accept", "Sec-WebSocket-Accept", FT_STRING, .label_fn = line_label },
    [HTTP_SEC_WEBSOCKET_EXTENSIONS] = { "http.sec_websocket_extensions", "Sec-WebSocket-Extensions", FT_STRING, .label_fn = line_label },
    [HTTP_SEC_WEBSOCKET_KEY] = { "http.sec_websocket_key", "Sec-WebSocket-Key", FT_STRING, .label_fn = line_label },
    [HTTP_SEC_WEBSOCKET_PROTOCOL] = { "http.sec_websocket_protocol", "Sec-WebSocket-Protocol", FT_STRING, .label_fn = line_label },
    [HTTP_SEC_WEBSOCKET_VERSION] = { "http.sec_websocket_version", "Sec-WebSocket-Version", FT_STRING, .label_fn = line_label },
    [HTTP_SET_COOKIE] = { "http.set_cookie", "Set-Cookie", FT_STRING, .label_fn = line_label },
    [HTTP_LAST_MODIFIED] = { "http.last_modified", "Last-Modified", FT_STRING, .label_fn = line_label },
    [HTTP_X_FORWARDED_FOR] = { "http.x_forwarded_for", "X-Forwarded-For", FT_STRING, .label_fn = line_label },
    [HTTP_HTTP2_SETTINGS] = { "http.http2_settings", "HTTP2-Settings", FT_STRING, .label_fn = line_label },
    [HTTP_CREDENTIALS] = { "http.authbasic", "Credentials", FT_STRING },
    [HTTP_CONTENT_LENGTH] = { "http.content_length", "Content length", FT_UINT64, BASE_DEC, .flags = GENERATED },
    [HTTP_COOKIE_PAIR] = { "http.cookie_pair", "Cookie pair", FT_STRING },
    [HTTP_REQUEST_LINE] = { "http.request.line", "Request line", FT_STRING, .label_fn = line_label },
    [HTTP_RESPONSE_LINE] = { "http.response.line", "Response line", FT_STRING, .label_fn = line_label },
    [HTTP_UNKNOWN_HEADER] = { "http.unknown_header", "Unknown header", FT_STRING, .text = line_label, .label_fn = line_label },
    [HTTP_FULL_URI] = { "http.request.full_uri", "Full request URI", FT_STRING, .flags = GENERATED, .text = http_full_uri_text },
    [HTTP_IS_REQUEST] = { "http.request", "Request", FT_BOOLEAN, .flags = HIDDEN },
    [HTTP_IS_RESPONSE] = { "http.response", "Response", FT_BOOLEAN, .flags = HIDDEN },
    [HTTP_IS_NOTIFICATION] = { "http.notification", "Notification", FT_BOOLEAN, .flags = HIDDEN },
    [HTTP_REQUEST_NUMBER] = { "http.request_number", "Request number", FT_UINT32, BASE_DEC, .flags = GENERATED,
                         .label_fn = request_number_label },
    [HTTP_RESPONSE_NUMBER] = { "http.response_number", "Response number", FT_UINT32, BASE_DEC, .flags = GENERATED,
                          .label_fn = response_number_label },
    [HTTP_TIME] = { "http.time", "Time since request", FT_RELATIVE_TIME, .flags = GENERATED },
    [HTTP_PREVIOUS_REQUEST] = { "http.prev_request_in", "Prev request in frame", FT_FRAMENUM, .flags = GENERATED },
    [HTTP_PREVIOUS_RESPONSE] = { "http.prev_response_in", "Prev response in frame", FT_FRAMENUM, .flags = GENERATED },
    [HTTP_REQUEST_IN] = { "http.request_in", "Request in frame", FT_FRAMENUM, .flags = GENERATED },
    [HTTP_RESPONSE_IN] = { "http.response_in", "Response in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [HTTP_NEXT_REQUEST] = { "http.next_request_in", "Next request in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [HTTP_NEXT_RESPONSE] = { "http.next_response_in", "Next response in frame", FT_FRAMENUM, .flags = GENERATED | LINKED },
    [HTTP_RESPONSE_FOR] = { "http.response_for.uri", "Request URI", FT_STRING, .flags = GENERATED | LINKED },
    [HTTP_FILE_DATA] = { "http.file_data", "File Data", FT_STRING, .label_fn = file_data_label },
    [HTTP_AUTHCITRIX] = { "http.authcitrix", "Citrix AG Auth", FT_BOOLEAN, .flags = HIDDEN },
    [HTTP_AUTHCITRIX_USER] = { "http.authcitrix.user", "Citrix AG Username", FT_STRING },
    [HTTP_AUTHCITRIX_DOMAIN] = { "http.authcitrix.domain", "Citrix AG Domain", FT_STRING },
    [HTTP_AUTHCITRIX_PASSWORD] = { "http.authcitrix.password", "Citrix AG Password", FT_STRING },
    [HTTP_AUTHCITRIX_SESSION] = { "http.authcitrix.session", "Citrix AG Session ID", FT_STRING },
    [HTTP_PROXY_HOST] = { "http.proxy_connect_host", "Proxy-Connect-Hostname", FT_STRING, .flags = GENERATED },
    [HTTP_PROXY_PORT] = { "http.proxy_connect_port", "Proxy-Connect-Port", FT_UINT16, BASE_DEC, .flags = GENERATED },
    [HTTP_HTTP2_SETTINGS_URI] = { "http.http2_settings_uri", "HTTP2 Settings URI", FT_BYTES },
    [HTTP_PATH_SEGMENT] = { "http.path_segment", "Path segment", FT_STRING },
    [HTTP_PATH_SUB_SEGMENT] = { "http.path_sub_segment", "Path sub segment", FT_STRING },
    [HTTP_CHUNKS] = { "", "Chunks", FT_NONE, .label_fn = chunks_label },
    [HTTP_CHUNK] = { "", "Chunk", FT_NONE, .label_fn = chunk_label },
    [HTTP_CHUNK_SIZE] = { "http.chunk_size", "Chunk size", FT_UINT32, BASE_DEC, .unit = &unit_octets },
    [HTTP_CHUNK_DATA] = { "http.chunk_data", "Chunk data", FT_BYTES },
    [HTTP_CHUNK_BOUNDARY] = { "http.chunk_boundary", "Chunk boundary", FT_BYTES },
    [HTTP_TRAILER_PART] = { "http.chunked_trailer_part", "trailer-part", FT_STRING },
    [HTTP_LEADING_LINE] = { "", "Leading CRLF previous message in the stream may have extra CRLF", FT_NONE },
    [HTTP_ENCODED] = { "", "Content-encoded entity body", FT_NONE, .label_fn = encoded_label },
};
const struct note_def http_notes[HTTP_NOTES] = {
    [HTTP_NOTE_CHAT] = { "http.chat", "Formatted text", SEV_CHAT, GROUP_SEQUENCE, chat_text },
    [HTTP_NOTE_BAD_NAME] = { "http.bad_header_name", "Illegal characters found in header name", SEV_WARN, GROUP_PROTOCOL },
    [HTTP_NOTE_UNKNOWN_CODING] = { "http.te_unknown", "Unknown transfer coding name in Transfer-Encoding header", SEV_WARN,
                         GROUP_UNDECODED },
    [HTTP_NOTE_TE_AND_LENGTH] = { "http.te_and_length", "The Content-Length and Transfer-Encoding header must not be set together",
                                  SEV_WARN, GROUP_MALFORMED },
    [HTTP_NOTE_REFUSED] = { "http.subdissector_failed", "HTTP body subdissector failed, trying heuristic subdissector",
                            SEV_NOTE, GROUP_MALFORMED },
    [HTTP_NOTE_TLS_PORT] = { "http.tls_port", "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.",
                             SEV_WARN, GROUP_SECURITY },
    [HTTP_NOTE_LEADING_CRLF] = { "http.leading_crlf", "Leading CRLF previous message in the stream may have extra CRLF", SEV_ERROR,
                                 GROUP_MALFORMED },
    [HTTP_NOTE_DECODE_FAILED] = { "http.decompression_failed", "Decompression failed", SEV_WARN, GROUP_UNDECODED },
    [HTTP_NOTE_DECODE_OFF] = { "http.decompression_disabled", "Decompression disabled", SEV_CHAT, GROUP_UNDECODED },
};
