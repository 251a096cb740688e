/* jfif_rows.h - what the files of JPEG share: jfif.c shows the segments, jfif_exif.c the directories of Exif, jfif_fields.c
   holds the tables.  Nobody else includes it. */
#ifndef PROTOCOLS_APPLICATION_JFIF_ROWS_H
#define PROTOCOLS_APPLICATION_JFIF_ROWS_H

#include "protocols/protocol.h"

enum jfif_row {
    JFIF, JFIF_MARKER, JFIF_SEGMENT, JFIF_LENGTH, JFIF_IDENTIFIER, JFIF_VERSION, JFIF_MAJOR, JFIF_MINOR, JFIF_UNITS,
    JFIF_XDENSITY, JFIF_YDENSITY, JFIF_XTHUMBNAIL, JFIF_YTHUMBNAIL, JFIF_RGB, JFIF_EXTENSION, JFIF_SOF, JFIF_PRECISION,
    JFIF_LINES, JFIF_SAMPLES, JFIF_NF, JFIF_C_I, JFIF_H_I, JFIF_V_I, JFIF_TQ_I, JFIF_SOS, JFIF_NS, JFIF_SELECTOR,
    JFIF_DC, JFIF_AC, JFIF_SS, JFIF_SE, JFIF_AH, JFIF_AL, JFIF_COMMENT_HEADER, JFIF_COMMENT, JFIF_REMAINING,
    JFIF_ENDIANNESS, JFIF_START, JFIF_NEXT, JFIF_FLASHPIX, JFIF_ENTROPY, JFIF_FILL, JFIF_SKIPPED, JFIF_NUM_FIELDS,
    JFIF_TAG, JFIF_TAG_EXIF, JFIF_TAG_GPS, JFIF_TAG_INTEROP, JFIF_TYPE, JFIF_COUNT, JFIF_OFFSET, JFIF_BYTE, JFIF_ASCII,
    JFIF_SHORT, JFIF_LONG, JFIF_RATIONAL, JFIF_NUMERATOR, JFIF_DENOMINATOR, JFIF_UNDEFINED, JFIF_SLONG, JFIF_SRATIONAL,
    JFIF_SNUMERATOR, JFIF_SDENOMINATOR, JFIF_DIRECTORY, JFIF_ROWS
};
enum jfif_note { JFIF_NOTE_NOT_FIRST, JFIF_NOTE_START, JFIF_NOTE_NEXT, JFIF_NOTE_OFFSET, JFIF_NOTES };
extern const struct field jfif_fields[JFIF_ROWS];
extern const struct note_def jfif_notes[JFIF_NOTES];
extern const struct values jfif_markers;

/* Which tags a directory has, and its number among those of its kind. */
enum directory_kind { DIRECTORY_IMAGE, DIRECTORY_EXIF, DIRECTORY_GPS, DIRECTORY_INTEROP };
struct jfif_directory {
    enum directory_kind kind;
    uint32_t number;
};

/* jfif_exif.c: the TIFF header at the cursor and the directories behind it (Exif 2.32, section 4.6). */
void jfif_exif_emit(struct dissect *d, struct cursor c);

#endif
