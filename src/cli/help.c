/* help.c - what the program says about itself. */
#include "cli.h"

void help_version(FILE *to)
{
    fprintf(to, "Thresher %s.\n\n", thr_version());
    fputs("Licensed under the Apache License, version 2.0.\n", to);
}

void help_usage(FILE *to)
{
    fprintf(to, "Thresher %s\nExplain every packet of a capture.\n\n", thr_version());
    fputs("Usage: thresher FILE                  the packet list, in colour on a terminal\n"
          "       thresher FILE NUMBER           all about one packet\n"
          "       thresher -r FILE [options]     as tshark does it\n\n"
          "Input:\n"
          "  -r, --read-file <file>   the capture: pcap or pcapng, plain or compressed with\n"
          "                           gzip, zstd or lz4; \"-\" is standard input\n"
          "  -c <count>               stop after so many packets\n"
          "  -2                       read the file twice: links to later packets are known\n"
          "  --threads <count>        how many threads work on it (default: with two passes\n"
          "                           one for each processor); what comes out is the same\n"
          "\n"
          "Processing:\n"
          "  -Y <filter>              only packets that pass the display filter; words\n"
          "                           after the options are one too (\"thresher filter\"\n"
          "                           explains it)\n"
          "  -R <filter>              with -2: a filter before all else; packets that\n"
          "                           pass are numbered anew\n"
          "  -n                       resolve no names\n"
          "  -N <letters>             what to resolve to names: m MAC addresses, n network\n"
          "                           addresses, t ports, d with the capture's own DNS\n"
          "  -H <hosts file>          names of addresses, as in /etc/hosts\n"
          "  -d <table>==<key>,<protocol>\n"
          "                           decode as: tcp.port==8888,http\n"
          "  -o <name>:<value>        set a preference\n"
          "  --enable-protocol, --disable-protocol <name>\n"
          "  --enable-heuristic, --disable-heuristic <name>\n"
          "\n"
          "Output:\n"
          "  -T text|tabs|fields|pdml|psml|json|jsonraw|ek\n"
          "                           the form (default: text)\n"
          "  -V                       every field of every packet\n"
          "  -O <protocols>           the fields of these protocols only\n"
          "  -P, --print              the list line too; also while writing with -w\n"
          "  -x                       the bytes, in hexadecimal and as characters\n"
          "  --hexdump all|frames|ascii|noascii|delimit|help\n"
          "  -e <field>               with -T fields, json, ek: this field (repeatable);\n"
          "                           _ws.col.Info and the like for columns\n"
          "  -E <option>=<value>      with -T fields: header, separator, occurrence,\n"
          "                           aggregator, quote, bom\n"
          "  -j <protocols>, -J <protocols>\n"
          "                           with json, pdml, ek: only these; -J with all below\n"
          "  --no-duplicate-keys      with json: repeated keys become arrays\n"
          "  -t a|ad|adoy|d|dd|e|r|u|ud|udoy, -u s|hms\n"
          "                           the Time column\n"
          "  -S <separator>           a line between packets\n"
          "  --color                  list lines in colour\n"
          "  -l                       write after each packet\n"
          "  -q                       print no packets\n"
          "  -w <file>                copy the packets into a file (\"-\": standard output)\n"
          "  -F <type>                the type of that file (default: pcapng)\n"
          "  --compress <type>        gzip, zstd or lz4\n"
          "\n"
          "Statistics:\n"
          "  -z <statistic>           with -q alone (\"-z help\" lists them):\n"
          "                           follow,tcp|udp|http|tls,ascii|hex|raw|ebcdic|yaml,\n"
          "                           <stream>|<address>:<port>,<address>:<port>[,<range>]\n"
          "\n"
          "Reports:\n"
          "  -G [report]              what the program knows: fields, protocols, ...\n"
          "                           (\"-G help\" lists them)\n"
          "  -v, --version            version\n"
          "  -h, --help               this text\n",
          to);
}

void help_formats(FILE *to)
{
    fputs("\t\"text\"    the packet list, or with -V every field (default)\n"
          "\t\"tabs\"    the same with tabs between columns\n"
          "\t\"fields\"  the values of the fields that -e names\n"
          "\t\"pdml\"    every field, as XML\n"
          "\t\"psml\"    the packet list, as XML\n"
          "\t\"json\"    every field, as JSON\n"
          "\t\"jsonraw\" every field's bytes, as JSON\n"
          "\t\"ek\"      every field, as JSON lines for Elasticsearch's bulk interface\n",
          to);
}

void help_times(FILE *to)
{
    fputs("\t\"a\"    for absolute\n"
          "\t\"ad\"   for absolute with YYYY-MM-DD date\n"
          "\t\"adoy\" for absolute with YYYY/DOY date\n"
          "\t\"d\"    for delta\n"
          "\t\"dd\"   for delta displayed\n"
          "\t\"e\"    for epoch\n"
          "\t\"r\"    for relative\n"
          "\t\"u\"    for absolute UTC\n"
          "\t\"ud\"   for absolute UTC with YYYY-MM-DD date\n"
          "\t\"udoy\" for absolute UTC with YYYY/DOY date\n",
          to);
}

void help_field_options(FILE *to)
{
    fputs("The options of -E are:\n"
          "bom=y|n                 begin with a UTF-8 byte order mark (default: n)\n"
          "header=y|n              begin with a line of field names (default: n)\n"
          "separator=/t|/s|<char>  tab, space or a character between fields (default: /t)\n"
          "occurrence=f|l|a        the first, the last or all values of a field (default: a)\n"
          "aggregator=,|/s|<char>  between the values of one field (default: ,)\n"
          "quote=d|s|n             double, single or no quotes around values (default: n)\n",
          to);
}

void help_hexdump(FILE *to)
{
    fputs("Values of --hexdump:\n"
          "  all        all bytes, also reassembled and decoded ones (as -x)\n"
          "  frames     the bytes of the frame only\n"
          "  ascii      with characters beside them (as -x)\n"
          "  delimit    with characters between '|'\n"
          "  noascii    without characters\n"
          "  help       this text\n"
          "It can be repeated: thresher ... --hexdump frames --hexdump delimit\n",
          to);
}

void help_file_types(FILE *to)
{
    const char *name, *description;
    fputs("thresher: The available capture file types for the \"-F\" flag are:\n", to);
    for (unsigned i = 0; (name = thr_writer_type(i, &description)) != NULL; i++)
        fprintf(to, "    %s - %s\n", name, description);
}

void help_reports(FILE *to)
{
    fprintf(to, "Thresher %s\n\nUsage: thresher -G [report]\n\n", thr_version());
    fputs("  -G column-formats        codes of columns\n"
          "  -G currentprefs          preferences and their values\n"
          "  -G decodes               who dissects what: table, key, protocol\n"
          "  -G defaultprefs          preferences and their defaults\n"
          "  -G dissector-tables      the tables that -d takes\n"
          "  -G elastic-mapping       a mapping for Elasticsearch\n"
          "  -G fieldcount            how many fields there are\n"
          "  -G fields                every field: name, type, base, mask\n"
          "  -G folders               where files are looked for\n"
          "  -G ftypes                the types of fields\n"
          "  -G heuristic-decodes     dissectors that look at the bytes\n"
          "  -G plugins               plugins (there are none)\n"
          "  -G protocols             protocols: name, short name, filter name\n"
          "  -G values                names of values\n",
          to);
}
