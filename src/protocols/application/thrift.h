/* thrift.h - what the files of Thrift share: types, and the measure of a message. */
#ifndef PROTOCOLS_THRIFT_H
#define PROTOCOLS_THRIFT_H

#include <stdbool.h>
#include <stdint.h>

/* Types as the binary protocol numbers them. */
enum thrift_type { T_STOP = 0, T_BOOL = 2, T_I8 = 3, T_DOUBLE = 4, T_I16 = 6, T_I32 = 8, T_I64 = 10, T_BINARY = 11, T_STRUCT = 12,
                   T_MAP = 13, T_SET = 14, T_LIST = 15, T_UUID = 16, T_WRONG = 255 };
enum { THRIFT_DEPTH_MAX = 64 };

bool thrift_known_type(uint32_t type);
/* The type that four bits stand for in the compact protocol; T_WRONG. */
uint32_t thrift_compact_type(uint32_t bits);
int64_t thrift_unzigzag(uint64_t v);

/* A struct whose fields are read, or elements that are. */
struct thrift_level {
    uint64_t owed;      /* at least so many bytes follow it */
    uint32_t left;      /* elements that were not read, the one that is begun too */
    bool elements;
    uint8_t first, second, least;  /* their types (second: in maps), and the bytes that each takes at least */
    bool value;         /* in maps: the second is next */
};

/* How far a message's fields were followed.  What comes in parts is followed once. */
struct thrift_measure {
    uint32_t serial;    /* for who keeps it: which message it is about */
    uint32_t at;        /* bytes that were read, from the first field on */
    uint64_t missing;   /* at least so many bytes more are needed to go on */
    uint32_t most, depth;  /* levels that there may be, and are beside the outermost struct */
    int32_t id;         /* exceptions: of the latest field */
    bool compact, exception, typed;
    bool broken, ended; /* the fields cannot be followed; they were, to the end */
    struct thrift_level levels[THRIFT_DEPTH_MAX + 1];
};

/* `most`: how deep types may stand in each other, at most THRIFT_DEPTH_MAX. */
void thrift_measure_begin(struct thrift_measure *m, bool compact, bool exception, uint32_t most);
/* Goes on with all the bytes that there are, from the first field on: until it is broken or ended, or some are missing. */
void thrift_measure_go(struct thrift_measure *m, const uint8_t *bytes, uint32_t len);

#endif
