#!/bin/sh
# Puts Emscripten 3.1.69 into a folder of its own, for Debian and its kin, whose own package may be too old or 1.6 GB large.
#
#     setup-emscripten.sh PREFIX     afterwards PREFIX/emscripten, to be put on PATH, holds emcc, em++ and emcmake
#
# It is Debian 13's package without the variants of the libraries that are not used here. Its compiler is clang 19, which
# must be installed (Debian 12 and 13 have it). Binaryen was built for Debian 13's C++ library, so it brings that library
# and its loader along. No root is needed, and apt's own lists and sources stay as they are.
set -eu

suites=trixie
packages='emscripten binaryen libc6 libstdc++6 libgcc-s1 node-acorn'
# The tests need Catch2 version 2, one header that every compiler takes; Debian 13 itself has the native library that is 3.
if [ ! -e /usr/include/catch2/catch.hpp ]; then
  suites='trixie bookworm'
  packages="$packages catch2/bookworm"
fi
prefix=$(realpath -m "$1")

mkdir -p "$(dirname "$prefix")"
exec 9>"$prefix.lock"
flock 9
if [ -x "$prefix/emscripten/emcc" ]; then exit; fi

part=$prefix.part   # renamed only when complete, so an interrupted run leaves nothing half done behind
rm -rf "$part" "$prefix"
mkdir -p "$part/apt/state/lists/partial" "$part/apt/cache/archives/partial" "$part/apt/none" "$part/debs" "$part/runtime" "$part/binaryen/bin"
cd "$part"

# apt with lists and sources of its own, but the machine's proxies and credentials
private_apt() {
  apt-get -q -o Acquire::Retries=3 -o Acquire::Languages=none -o APT::Sandbox::User=root -o APT::Default-Release= \
    -o Dir::Etc::sourcelist="$part/apt/sources.list" -o Dir::Etc::sourceparts="$part/apt/none" \
    -o Dir::Etc::preferences="$part/apt/none" -o Dir::Etc::preferencesparts="$part/apt/none" \
    -o Dir::State="$part/apt/state" -o Dir::State::status="$part/apt/status" -o Dir::Cache="$part/apt/cache" "$@"
}

# The mirrors that this machine's own sources name for its release; only Debian's have one for its updates, so these come first.
mirrors() {
  . /etc/os-release
  for release in "$VERSION_CODENAME-updates" "$VERSION_CODENAME"; do
    apt-get update --print-uris | sed -n "s#^'\(.*\)/dists/$release/InRelease'.*#\1#p"
  done
}

key=/usr/share/keyrings/debian-archive-keyring.gpg
touch apt/status
for mirror in ${DEBIAN_MIRROR:-$(mirrors)}; do
  for suite in $suites; do echo "deb [signed-by=$key] $mirror $suite main"; done > apt/sources.list
  if private_apt update --error-on=any; then found=$mirror; break; fi
done
if [ -z "${found:-}" ]; then
  echo "setup-emscripten: no mirror with Debian's $suites found: set DEBIAN_MIRROR to one, or install emsdk >= 3.1.69" >&2
  exit 1
fi
(cd debs && private_apt download $packages)

libraries=./usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten
dpkg-deb --fsys-tarfile debs/emscripten_*.deb | tar -x --wildcards \
  --exclude="$libraries/lto*" --exclude="$libraries/pic" --exclude="$libraries/*-mt*" --exclude="$libraries/*-ww*" \
  --exclude="$libraries/*-debug*" --exclude="$libraries/libGL-[efow]*" --exclude='*[atu]san*' ./usr/share/emscripten
mv usr/share/emscripten emscripten
for package in binaryen libc6 libstdc++6 libgcc-s1 node-acorn; do dpkg-deb -x debs/"$package"_*.deb runtime; done
if [ -e debs/catch2_*.deb ]; then dpkg-deb -x debs/catch2_*.deb catch2; fi
mkdir -p emscripten/node_modules
ln -sfn ../../runtime/usr/share/nodejs/acorn emscripten/node_modules/acorn
rm -rf usr apt debs

loader=$(find runtime/usr/lib -name 'ld-linux*.so.*' -type f)
for tool in runtime/usr/bin/wasm*; do
  wrapper=binaryen/bin/$(basename "$tool")
  printf '%s\n' '#!/bin/sh' 'root=${0%/*}/../..' \
    "exec \"\$root/$loader\" --library-path \"\$root/$(dirname "$loader")\" \"\$root/$tool\" \"\$@\"" > "$wrapper"
  chmod +x "$wrapper"
done

cat > emscripten/.emscripten <<'CONFIG'
from tools.utils import path_from_root
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '19'
CLANG_ADD_VERSION = '19'
BINARYEN_ROOT = path_from_root('../binaryen')
NODE_JS = 'node'
FROZEN_CACHE = True
CONFIG
emscripten/emcc --version
mv "$part" "$prefix"
