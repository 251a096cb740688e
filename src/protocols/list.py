#!/usr/bin/env python3
"""Write registry_list.c: every protocol that a source file defines, and the dispatch tables.

    list.py OUT.c SOURCE.c...
"""
import re
import sys

names = []
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as f:
        names += re.findall(r"^PROTOCOL\((\w+),", f.read(), re.M)
twice = sorted({n for n in names if names.count(n) > 1})
if twice:
    sys.exit("list.py: defined twice: " + ", ".join(twice))
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write('/* Made by list.py. */\n#include "base/base.h"\n#include "dissect/registry.h"\n#include "protocols/tables.h"\n')
    for i, n in enumerate(names):
        out.write(f"extern const struct protocol proto_{n};\n")
        out.write(f"extern const uint16_t protocol_number_{n};\nconst uint16_t protocol_number_{n} = {i};\n")
    out.write("const struct protocol *const registry_protocols[] = {\n")
    for n in names:
        out.write(f"    &proto_{n},\n")
    out.write("};\nconst uint32_t registry_count = ARRAY_LEN(registry_protocols);\n")
    out.write("#define ROW(id, name, label, type, base) { name, label, type, base },\n")
    out.write("const struct dispatch_table registry_tables[] = { DISPATCH_TABLES(ROW) };\n")
    out.write("const uint32_t registry_n_tables = ARRAY_LEN(registry_tables);\n")
