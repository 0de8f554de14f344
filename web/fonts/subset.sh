#!/bin/sh
# Makes maths.woff2: of STIX Two Math (SIL Open Font License 1.1) what the formulas of the page are written with. Needs npm
# and Debian's fonttools and python3-brotli; the result is kept beside it, so that nobody else needs them.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

latin='U+20-7E'                                  # and its italics:
italic='U+210E,U+1D434-1D467'
greek='U+391-3A9,U+3B1-3C9,U+3D5,U+3F5,U+1D6E4,U+1D6FC-1D71B'
signs='U+B2,U+B3,U+B7,U+BD,U+D7,U+F7,U+302,U+2026,U+2032,U+2033,U+2044,U+2060-2062,U+2070-2079,U+2080-2089'
operators='U+2202,U+2206,U+2211,U+2212,U+221A,U+2264,U+2265'

(cd "$folder" && npm pack --silent @fontsource/stix-two-math@5.3.0 | xargs tar xzf)
pyftsubset "$folder/package/files/stix-two-math-latin-400-normal.woff2" \
  --unicodes="$latin,$italic,$greek,$signs,$operators" --layout-features=ssty,kern,mark,dtls \
  --flavor=woff2 --no-hinting --desubroutinize --output-file=maths.woff2
