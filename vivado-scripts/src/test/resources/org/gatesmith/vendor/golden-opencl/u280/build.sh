#!/bin/sh
# Builds the OpenCL C kernels of vector_add for the AMD Alveo U280 with Vitis 2023.1: ./build.sh STEP...
#
#   xo        each kernel as kernel object
#   link      placed and routed with the platform; takes hours for hardware
#   package   the device binary, ready to load
#
# A step first makes what it builds on. What is there and newer than its sources is not made again.
#
# Environment: TARGET     one of hw, hw_emu, sw_emu; default hw
#              PLATFORM   another platform, or the path of an .xpfm file
#
# Later releases than 2023.1 are not known to take OpenCL C kernels; for them, build with --emit hls.
set -eu

design=vector_add
suite=Vitis
release=2023.1
tools='v++'
source='vector_add.cl'
kernels='vector_add'
platform='xilinx_u280_gen3x16_xdma_1_202211_1'
targets='hw hw_emu sw_emu'
supported='OpenCL C kernels for the AMD Alveo U280 can be built with Vitis 2023.1, Vitis 2022.2, Vitis 2022.1, Vitis 2021.2, Vitis 2021.1, Vitis 2020.2.'

run_version='v++ --version'
run_compile='v++ -c'
run_link='v++ -l'
run_package='v++ -p'

target=${TARGET:-${targets%% *}}
platform=${PLATFORM:-$platform}

cd "$(dirname "$0")"

case " $targets " in
*" $target "*) ;;
*)
    echo "build.sh: TARGET is $target, but must be one of: $targets" >&2
    exit 2
    ;;
esac

# Exit status 3: something must be installed first.
fail() {
    printf 'build.sh: %s\n' "$1" >&2
    exit 3
}

need_tools() {
    for tool in $tools; do
        command -v "$tool" >/dev/null 2>&1 ||
            fail "$tool is not on the PATH. Install $suite $release and source its settings64.sh."
    done
    found=$($run_version 2>/dev/null | sed -n 's/.*v\(20[0-9][0-9]\.[0-9]\).*/\1/p' | sed -n 1p)
    [ "$found" = "$release" ] ||
        fail "found $suite ${found:-of unknown release}, but these files are for $release. $supported"
}

# Whether the product named first is there and no older than the files named after it.
fresh() {
    product=$1
    shift
    [ -e "$product" ] && [ -z "$(find "$@" -newer "$product")" ]
}

linked=$design.$target.link.xclbin
binary=$design.$target.xclbin
objects=
for kernel in $kernels; do
    objects="$objects $kernel.$target.xo"
done

# One kernel per object: the compiler takes no more.
xo() {
    for kernel in $kernels; do
        object=$kernel.$target.xo
        fresh "$object" "$source" && continue
        rm -f "$object"
        $run_compile -t "$target" --platform "$platform" --hls.clock "300000000:$kernel" -k "$kernel" \
            --temp_dir "compile.$target" -o "$object" "$source"
    done
}

link() {
    xo
    # shellcheck disable=SC2086 # names of objects hold no blanks
    fresh "$linked" $objects link.cfg && return
    rm -f "$linked"
    # shellcheck disable=SC2086
    $run_link -t "$target" --platform "$platform" --config link.cfg --temp_dir "link.$target" -o "$linked" $objects
}

package() {
    link
    fresh "$binary" "$linked" && return
    rm -f "$binary"
    $run_package "$linked" -t "$target" --platform "$platform" --package.out_dir "package.$target" \
        -o "$binary"
}

[ $# -gt 0 ] || set -- help
for step in "$@"; do
    case "$step" in
    xo | link | package) ;;
    *)
        echo "usage: ./build.sh xo | link | package" >&2
        exit 2
        ;;
    esac
    need_tools
    "$step"
done
