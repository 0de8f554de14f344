#!/bin/sh
# Makes maths.woff2: of STIX Two Math (SIL Open Font License 1.1) what the formulas of the page are written with. Needs npm
# and Debian's fonttools and python3-brotli; the result is kept beside it, so that nobody else needs them.
set -eu
cd "$(dirname "$0")"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

# All that a formula is set in: tests/web/maths-font.test.mjs names what is missing.
upright='0123456789.,+=()/|{<>·…′−∞–√∂BILWaeghilmnstxΔβ₁₂'
italic='𝐴𝐵𝐶𝑃𝑊𝑌𝑍𝑎𝑒𝑓𝑔𝑚𝑠𝑡𝑣𝑦𝑧𝛷𝛿𝜀𝜂𝜆𝜇𝜌𝜎𝜑'
space='U+20'

(cd "$folder" && npm pack --silent @fontsource/stix-two-math@5.3.0 | xargs tar xzf)
pyftsubset "$folder/package/files/stix-two-math-latin-400-normal.woff2" \
  --text="$upright$italic" --unicodes="$space" --layout-features=kern \
  --flavor=woff2 --no-hinting --desubroutinize --output-file=maths.woff2
