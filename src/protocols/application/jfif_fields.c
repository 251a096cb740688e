/* jfif_fields.c - JPEG: fields, findings and names. */
#include "protocols/application/jfif_rows.h"

SHARED_VALUES(jfif_markers,
       { 0xff01, "Reserved - For temporary private use in arithmetic coding" },
       { 0xffc0, "Start of Frame (non-differential, Huffman coding) - Baseline DCT" },
       { 0xffc1, "Start of Frame (non-differential, Huffman coding) - Extended sequential DCT" },
       { 0xffc2, "Start of Frame (non-differential, Huffman coding) - Progressive DCT" },
       { 0xffc3, "Start of Frame (non-differential, Huffman coding) - Lossless (sequential)" },
       { 0xffc4, "Define Huffman table(s)" },
       { 0xffc5, "Start of Frame (differential, Huffman coding) - Differential sequential DCT" },
       { 0xffc6, "Start of Frame (differential, Huffman coding) - Differential progressive DCT" },
       { 0xffc7, "Start of Frame (differential, Huffman coding) - Differential lossless (sequential)" },
       { 0xffc8, "Start of Frame (non-differential, arithmetic coding) - Reserved for JPEG extensions" },
       { 0xffc9, "Start of Frame (non-differential, arithmetic coding) - Extended sequential DCT" },
       { 0xffca, "Start of Frame (non-differential, arithmetic coding) - Progressive DCT" },
       { 0xffcb, "Start of Frame (non-differential, arithmetic coding) - Lossless (sequential)" },
       { 0xffcc, "Define arithmetic coding conditioning(s)" },
       { 0xffcd, "Start of Frame (differential, arithmetic coding) - Differential sequential DCT" },
       { 0xffce, "Start of Frame (differential, arithmetic coding) - Differential progressive DCT" },
       { 0xffcf, "Start of Frame (differential, arithmetic coding) - Differential lossless (sequential)" },
       { 0xffd0, "Restart interval termination - Restart with modulo 8 count 0" },
       { 0xffd1, "Restart interval termination - Restart with modulo 8 count 1" },
       { 0xffd2, "Restart interval termination - Restart with modulo 8 count 2" },
       { 0xffd3, "Restart interval termination - Restart with modulo 8 count 3" },
       { 0xffd4, "Restart interval termination - Restart with modulo 8 count 4" },
       { 0xffd5, "Restart interval termination - Restart with modulo 8 count 5" },
       { 0xffd6, "Restart interval termination - Restart with modulo 8 count 6" },
       { 0xffd7, "Restart interval termination - Restart with modulo 8 count 7" }, { 0xffd8, "Start of Image" },
       { 0xffd9, "End of Image" }, { 0xffda, "Start of Scan" }, { 0xffdb, "Define quantization table(s)" },
       { 0xffdc, "Define number of lines" }, { 0xffdd, "Define restart interval" },
       { 0xffde, "Define hierarchical progression" }, { 0xffdf, "Expand reference component(s)" },
       { 0xffe0, "Reserved for application segments - 0" }, { 0xffe1, "Reserved for application segments - 1" },
       { 0xffe2, "Reserved for application segments - 2" }, { 0xffe3, "Reserved for application segments - 3" },
       { 0xffe4, "Reserved for application segments - 4" }, { 0xffe5, "Reserved for application segments - 5" },
       { 0xffe6, "Reserved for application segments - 6" }, { 0xffe7, "Reserved for application segments - 7" },
       { 0xffe8, "Reserved for application segments - 8" }, { 0xffe9, "Reserved for application segments - 9" },
       { 0xffea, "Reserved for application segments - 10" },
       { 0xffeb, "Reserved for application segments - 11" },
       { 0xffec, "Reserved for application segments - 12" },
       { 0xffed, "Reserved for application segments - 13" },
       { 0xffee, "Reserved for application segments - 14" },
       { 0xffef, "Reserved for application segments - 15" }, { 0xfff0, "Reserved for JPEG extensions - 0" },
       { 0xfff1, "Reserved for JPEG extensions - 1" }, { 0xfff2, "Reserved for JPEG extensions - 2" },
       { 0xfff3, "Reserved for JPEG extensions - 3" }, { 0xfff4, "Reserved for JPEG extensions - 4" },
       { 0xfff5, "Reserved for JPEG extensions - 5" }, { 0xfff6, "Reserved for JPEG extensions - 6" },
       { 0xfff7, "Reserved for JPEG extensions - 7" }, { 0xfff8, "Reserved for JPEG extensions - 8" },
       { 0xfff9, "Reserved for JPEG extensions - 9" }, { 0xfffa, "Reserved for JPEG extensions - 10" },
       { 0xfffb, "Reserved for JPEG extensions - 11" }, { 0xfffc, "Reserved for JPEG extensions - 12" },
       { 0xfffd, "Reserved for JPEG extensions - 13" }, { 0xfffe, "Comment" });

VALUES(image_tags,
       { 256, "ImageWidth" }, { 257, "ImageLength" }, { 258, "BitsPerSample" }, { 259, "Compression" },
       { 262, "PhotometricInterpretation" }, { 270, "ImageDescription" }, { 271, "Make" }, { 272, "Model" },
       { 273, "StripOffsets" }, { 274, "Orientation" }, { 277, "SamplesPerPixel" }, { 278, "RowsPerStrip" },
       { 279, "StripByteCounts" }, { 282, "XResolution" }, { 283, "YResolution" },
       { 284, "PlanarConfiguration" }, { 296, "ResolutionUnit" }, { 301, "TransferFunction" },
       { 305, "Software" }, { 306, "DateTime" }, { 315, "Artist" }, { 318, "WhitePoint" },
       { 319, "PrimaryChromaticities" }, { 513, "JPEGInterchangeFormat" },
       { 514, "JPEGInterchangeFormatLength" }, { 529, "YCbCrCoefficients" }, { 530, "YCbCrSubSampling" },
       { 531, "YCbCrPositioning" }, { 532, "ReferenceBlackWhite" }, { 33432, "Copyright" },
       { 34665, "Exif IFD Pointer" }, { 34853, "GPS IFD Pointer" }, { 40965, "Interoperability IFD Pointer" });

VALUES(exif_tags,
       { 33434, "ExposureTime" }, { 33437, "FNumber" }, { 34850, "ExposureProgram" },
       { 34852, "SpectralSensitivity" }, { 34855, "PhotographicSensitivity" }, { 34856, "OECF" },
       { 34864, "SensitivityType" }, { 34865, "StandardOutputSensitivity" },
       { 34866, "RecommendedExposureIndex" }, { 34867, "ISOSpeed" }, { 34868, "ISOSpeedLatitudeyyy" },
       { 34869, "ISOSpeedLatitudezzz" }, { 36864, "ExifVersion" }, { 36867, "DateTimeOriginal" },
       { 36868, "DateTimeDigitized" }, { 36880, "OffsetTime" }, { 36881, "OffsetTimeOriginal" },
       { 36882, "OffsetTimeDigitized" }, { 37121, "ComponentsConfiguration" },
       { 37122, "CompressedBitsPerPixel" }, { 37377, "ShutterSpeedValue" }, { 37378, "ApertureValue" },
       { 37379, "BrightnessValue" }, { 37380, "ExposureBiasValue" }, { 37381, "MaxApertureValue" },
       { 37382, "SubjectDistance" }, { 37383, "MeteringMode" }, { 37384, "LightSource" }, { 37385, "Flash" },
       { 37386, "FocalLength" }, { 37396, "SubjectArea" }, { 37500, "MakerNote" }, { 37510, "UserComment" },
       { 37520, "SubSecTime" }, { 37521, "SubSecTimeOriginal" }, { 37522, "SubSecTimeDigitized" },
       { 37888, "Temperature" }, { 37889, "Humidity" }, { 37890, "Pressure" }, { 37891, "WaterDepth" },
       { 37892, "Acceleration" }, { 37893, "CameraElevationAngle" }, { 40960, "FlashpixVersion" },
       { 40961, "ColorSpace" }, { 40962, "PixelXDimension" }, { 40963, "PixelYDimension" },
       { 40964, "RelatedSoundFile" }, { 41483, "FlashEnergy" }, { 41484, "SpatialFrequencyResponse" },
       { 41486, "FocalPlaneXResolution" }, { 41487, "FocalPlaneYResolution" },
       { 41488, "FocalPlaneResolutionUnit" }, { 41492, "SubjectLocation" }, { 41493, "ExposureIndex" },
       { 41495, "SensingMethod" }, { 41728, "FileSource" }, { 41729, "SceneType" }, { 41730, "CFAPattern" },
       { 41985, "CustomRendered" }, { 41986, "ExposureMode" }, { 41987, "WhiteBalance" },
       { 41988, "DigitalZoomRatio" }, { 41989, "FocalLengthIn35mmFilm" }, { 41990, "SceneCaptureType" },
       { 41991, "GainControl" }, { 41992, "Contrast" }, { 41993, "Saturation" }, { 41994, "Sharpness" },
       { 41995, "DeviceSettingDescription" }, { 41996, "SubjectDistanceRange" }, { 42016, "ImageUniqueID" },
       { 42032, "CameraOwnerName" }, { 42033, "BodySerialNumber" }, { 42034, "LensSpecification" },
       { 42035, "LensMake" }, { 42036, "LensModel" }, { 42037, "LensSerialNumber" }, { 42080, "CompositeImage" },
       { 42081, "SourceImageNumberOfCompositeImage" }, { 42082, "SourceExposureTimesOfCompositeImage" },
       { 42240, "Gamma" });

VALUES(gps_tags,
       { 0, "GPSVersionID" }, { 1, "GPSLatitudeRef" }, { 2, "GPSLatitude" }, { 3, "GPSLongitudeRef" },
       { 4, "GPSLongitude" }, { 5, "GPSAltitudeRef" }, { 6, "GPSAltitude" }, { 7, "GPSTimeStamp" },
       { 8, "GPSSatellites" }, { 9, "GPSStatus" }, { 10, "GPSMeasureMode" }, { 11, "GPSDOP" },
       { 12, "GPSSpeedRef" }, { 13, "GPSSpeed" }, { 14, "GPSTrackRef" }, { 15, "GPSTrack" },
       { 16, "GPSImgDirectionRef" }, { 17, "GPSImgDirection" }, { 18, "GPSMapDatum" },
       { 19, "GPSDestLatitudeRef" }, { 20, "GPSDestLatitude" }, { 21, "GPSDestLongitudeRef" },
       { 22, "GPSDestLongitude" }, { 23, "GPSDestBearingRef" }, { 24, "GPSDestBearing" },
       { 25, "GPSDestDistanceRef" }, { 26, "GPSDestDistance" }, { 27, "GPSProcessingMethod" },
       { 28, "GPSAreaInformation" }, { 29, "GPSDateStamp" }, { 30, "GPSDifferential" },
       { 31, "GPSHPositioningError" });

VALUES(interop_tags,
       { 1, "InteroperabilityIndex" });

VALUES(tag_types,
       { 1, "BYTE" }, { 2, "ASCII" }, { 3, "SHORT" }, { 4, "LONG" }, { 5, "RATIONAL" }, { 7, "UNDEFINED" },
       { 9, "SLONG" }, { 10, "SRATIONAL" });

VALUES(density_units, { 0, "No units; Xdensity and Ydensity specify the pixel aspect ratio" }, { 1, "Dots per inch" },
       { 2, "Dots per centimeter" });
VALUES(thumbnails, { 0x10, "Thumbnail encoded using JPEG" }, { 0x11, "Thumbnail encoded using 1 byte (8 bits) per pixel" },
       { 0x13, "Thumbnail encoded using 3 bytes (24 bits) per pixel" });

static void segment(struct strbuf *sb, const struct dissect *d, const struct node *n, const char *what)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    uint32_t marker = p != NULL ? be16(p) : 0;
    sb_printf(sb, "%s: %s (0x%02X%02X)", what, values_or(&jfif_markers, marker, "Unknown"), marker >> 8, marker & 0xff);
}

static void segment_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    segment(sb, d, n, "Marker segment");
}

static void sof_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    segment(sb, d, n, "Start of Frame header");
}

static void sos_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    segment(sb, d, n, "Start of Segment header");
}

static void comment_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    segment(sb, d, n, "Comment header");
}

static void version_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    if (p != NULL)
        sb_printf(sb, "Version: %u.%u", p[0], p[1]);
}

static void identifier_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const char *unknown = annotation(d, n);
    if (unknown != NULL)
        sb_str(sb, unknown);
}

static void remaining_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Remaining segment data: %u bytes", n->len);
}

static void endianness_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    unsigned v = (unsigned)n->v.u;
    sb_str(sb, "Endianness: ");
    if (v == 0x4d4d || v == 0x4949)
        sb_str(sb, v == 0x4d4d ? "big endian" : "little endian");
    else
        sb_printf(sb, "Incorrect encoding 0x%04x- skipping the remainder of this application marker", v);
}

static void directory_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    static const char *const names[] = { "Image File Directory", "Exif IFD", "GPS IFD", "Interoperability IFD" };
    const struct jfif_directory *k = n->v.arg;
    sb_printf(sb, "%s #%u", names[k->kind], k->number);
}

static void rational_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *v = n->v.arg;
    sb_printf(sb, "Value: %u/%u", v[0], v[1]);
}

static void srational_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *v = n->v.arg;
    sb_printf(sb, "Value: %d/%d", (int32_t)v[0], (int32_t)v[1]);
}

static void least_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *least = n->v.arg;
    sb_printf(sb, " (bogus, should be >= %u)", least != NULL ? *least : 0);
}

static void most_text(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *most = n->v.arg;
    sb_printf(sb, "bogus, should be < %u", most != NULL ? *most : 0);
}

const struct field jfif_fields[JFIF_ROWS] = {
    [JFIF] = { "image-jfif", "JPEG File Interchange Format", FT_PROTOCOL },
    [JFIF_MARKER] = { "image-jfif.marker", "Marker", FT_UINT16, BASE_HEX, .values = &jfif_markers },
    [JFIF_SEGMENT] = { "image-jfif.marker_segment", "Marker segment", FT_NONE, .label_fn = segment_label },
    [JFIF_LENGTH] = { "image-jfif.length", "Length", FT_UINT16, BASE_DEC },
    [JFIF_IDENTIFIER] = { "image-jfif.identifier", "Identifier", FT_STRINGZ, .suffix = identifier_suffix },
    [JFIF_VERSION] = { "image-jfif.version", "Version", FT_NONE, .label_fn = version_label },
    [JFIF_MAJOR] = { "image-jfif.version.major", "Major Version", FT_UINT8, BASE_DEC },
    [JFIF_MINOR] = { "image-jfif.version.minor", "Minor Version", FT_UINT8, BASE_DEC },
    [JFIF_UNITS] = { "image-jfif.units", "Units", FT_UINT8, BASE_DEC, .values = &density_units },
    [JFIF_XDENSITY] = { "image-jfif.Xdensity", "Xdensity", FT_UINT16, BASE_DEC },
    [JFIF_YDENSITY] = { "image-jfif.Ydensity", "Ydensity", FT_UINT16, BASE_DEC },
    [JFIF_XTHUMBNAIL] = { "image-jfif.Xthumbnail", "Xthumbnail", FT_UINT16, BASE_DEC },
    [JFIF_YTHUMBNAIL] = { "image-jfif.Ythumbnail", "Ythumbnail", FT_UINT16, BASE_DEC },
    [JFIF_RGB] = { "image-jfif.RGB", "RGB values of thumbnail pixels", FT_BYTES },
    [JFIF_EXTENSION] = { "image-jfif.extension.code", "Extension code", FT_UINT8, BASE_HEX, .values = &thumbnails },
    [JFIF_SOF] = { "image-jfif.sof", "Start of Frame header", FT_NONE, .label_fn = sof_label },
    [JFIF_PRECISION] = { "image-jfif.sof.precision", "Sample Precision (bits)", FT_UINT8, BASE_DEC },
    [JFIF_LINES] = { "image-jfif.sof.lines", "Lines", FT_UINT16, BASE_DEC },
    [JFIF_SAMPLES] = { "image-jfif.sof.samples_per_line", "Samples per line", FT_UINT16, BASE_DEC },
    [JFIF_NF] = { "image-jfif.sof.nf", "Number of image components in frame", FT_UINT8, BASE_DEC },
    [JFIF_C_I] = { "image-jfif.sof.c_i", "Component identifier", FT_UINT8, BASE_DEC },
    [JFIF_H_I] = { "image-jfif.sof.h_i", "Horizontal sampling factor", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [JFIF_V_I] = { "image-jfif.sof.v_i", "Vertical sampling factor", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [JFIF_TQ_I] = { "image-jfif.sof.tq_i", "Quantization table destination selector", FT_UINT8, BASE_DEC },
    [JFIF_SOS] = { "image-jfif.header.sos", "Start of Segment header", FT_NONE, .label_fn = sos_label },
    [JFIF_NS] = { "image-jfif.sos.ns", "Number of image components in scan", FT_UINT8, BASE_DEC },
    [JFIF_SELECTOR] = { "image-jfif.sos.component_selector", "Scan component selector", FT_UINT8, BASE_DEC },
    [JFIF_DC] = { "image-jfif.sos.dc_entropy_selector", "DC entropy coding table destination selector", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [JFIF_AC] = { "image-jfif.sos.ac_entropy_selector", "AC entropy coding table destination selector", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [JFIF_SS] = { "image-jfif.sos.ss", "Start of spectral or predictor selection", FT_UINT8, BASE_DEC },
    [JFIF_SE] = { "image-jfif.sos.se", "End of spectral selection", FT_UINT8, BASE_DEC },
    [JFIF_AH] = { "image-jfif.sos.ah", "Successive approximation bit position high", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [JFIF_AL] = { "image-jfif.sos.al", "Successive approximation bit position low or point transform", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [JFIF_COMMENT_HEADER] = { "image-jfif.header.comment", "Comment header", FT_NONE, .label_fn = comment_label },
    [JFIF_COMMENT] = { "image-jfif.comment", "Comment", FT_STRING },
    [JFIF_REMAINING] = { "image-jfif.remain_seg_data", "Remaining segment data", FT_BYTES, .label_fn = remaining_label },
    [JFIF_ENDIANNESS] = { "image-jfif.endianness", "Endianness", FT_UINT16, BASE_HEX, .label_fn = endianness_label },
    [JFIF_START] = { "image-jfif.start_ifd_offset", "Start offset of IFD starting from the TIFF header start", FT_UINT32, BASE_DEC, .unit = &unit_bytes },
    [JFIF_NEXT] = { "image-jfif.next_ifd_offset", "Offset to next IFD from start of TIFF header", FT_UINT32, BASE_DEC, .unit = &unit_bytes },
    [JFIF_FLASHPIX] = { "image-jfif.exif_flashpix_marker", "Exif FlashPix APP2 application marker", FT_NONE },
    [JFIF_ENTROPY] = { "image-jfif.entropy_coded_segment", "Entropy-coded segment (dissection is not yet implemented)", FT_BYTES },
    [JFIF_FILL] = { "image-jfif.fill_bytes", "Fill bytes", FT_BYTES },
    [JFIF_SKIPPED] = { "image-jfif.skipped_tiff_data", "Skipped data between end of TIFF header and start of IFD", FT_BYTES },
    [JFIF_NUM_FIELDS] = { "image-jfif.ifd.num_fields", "Number of fields in this IFD", FT_UINT16, BASE_DEC },
    [JFIF_TAG] = { "image-jfif.ifd.tag", "Tag", FT_UINT16, BASE_DEC, .values = &image_tags },
    [JFIF_TAG_EXIF] = { "image-jfif.ifd.tag_exif", "Tag", FT_UINT16, BASE_DEC, .values = &exif_tags },
    [JFIF_TAG_GPS] = { "image-jfif.ifd.tag_gps", "Tag", FT_UINT16, BASE_DEC, .values = &gps_tags },
    [JFIF_TAG_INTEROP] = { "image-jfif.ifd.tag_interop", "Tag", FT_UINT16, BASE_DEC, .values = &interop_tags },
    [JFIF_TYPE] = { "image-jfif.ifd.type", "Type", FT_UINT16, BASE_DEC, .values = &tag_types },
    [JFIF_COUNT] = { "image-jfif.ifd.count", "Count", FT_UINT32, BASE_DEC },
    [JFIF_OFFSET] = { "image-jfif.ifd.offset", "Value offset from start of TIFF header", FT_UINT32, BASE_DEC },
    [JFIF_BYTE] = { "image-jfif.ifd.value_byte", "Value", FT_UINT8, BASE_DEC },
    [JFIF_ASCII] = { "image-jfif.ifd.value_ascii", "Value", FT_STRING },
    [JFIF_SHORT] = { "image-jfif.ifd.value_short", "Value", FT_UINT16, BASE_DEC },
    [JFIF_LONG] = { "image-jfif.ifd.value_long", "Value", FT_UINT32, BASE_DEC },
    [JFIF_RATIONAL] = { "image-jfif.ifd.value_rational", "Value", FT_NONE, .label_fn = rational_label },
    [JFIF_NUMERATOR] = { "image-jfif.ifd.value_rational.numerator", "Numerator", FT_UINT32, BASE_DEC },
    [JFIF_DENOMINATOR] = { "image-jfif.ifd.value_rational.denominator", "Denominator", FT_UINT32, BASE_DEC },
    [JFIF_UNDEFINED] = { "image-jfif.ifd.value_undefined", "Value (raw)", FT_BYTES },
    [JFIF_SLONG] = { "image-jfif.ifd.value_slong", "Value", FT_INT32, BASE_DEC },
    [JFIF_SRATIONAL] = { "image-jfif.ifd.value_srational", "Value", FT_NONE, .label_fn = srational_label },
    [JFIF_SNUMERATOR] = { "image-jfif.ifd.value_srational.numerator", "Numerator", FT_INT32, BASE_DEC },
    [JFIF_SDENOMINATOR] = { "image-jfif.ifd.value_srational.denominator", "Denominator", FT_INT32, BASE_DEC },
    [JFIF_DIRECTORY] = { "", "Image File Directory", FT_NONE, .label_fn = directory_label },
};
const struct note_def jfif_notes[JFIF_NOTES] = {
    [JFIF_NOTE_NOT_FIRST] = { "image-jfif.app0-identifier-not-jfif", "Initial App0 segment with \"JFIF\" Identifier not found",
                              SEV_WARN, GROUP_PROTOCOL },
    [JFIF_NOTE_START] = { "image-jfif.start_ifd_offset.invalid", "Invalid value", SEV_WARN, GROUP_PROTOCOL, least_text },
    [JFIF_NOTE_NEXT] = { "image-jfif.next_ifd_offset.invalid", "Invalid value", SEV_WARN, GROUP_PROTOCOL, least_text },
    [JFIF_NOTE_OFFSET] = { "image-jfif.ifd_value_offset.invalid", "Invalid value", SEV_WARN, GROUP_PROTOCOL, most_text },
};
