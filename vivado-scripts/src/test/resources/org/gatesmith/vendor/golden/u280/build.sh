#!/bin/sh
# Builds vector_add for the AMD Alveo U280 with Vitis 2023.2: ./build.sh STEP...
#
#   csim      C simulation with the vendor's headers
#   hls       C++ to RTL, with reports of latency and area
#   cosim     simulation of the RTL with the C++ test bench
#   xo        the RTL as kernel object vector_add.xo
#   link      placed and routed with the platform; takes hours for hardware
#   package   the device binary, ready to load
#
# A step first makes what it builds on. What is there and newer than its sources is not made again;
# csim and cosim always run.
#
# Environment: TARGET     one of hw, hw_emu, sw_emu; default hw
#              PLATFORM   another platform, or the path of an .xpfm file
set -eu

kernel=vector_add
suite=Vitis
release=2023.2
tools='v++ vitis-run'
sources='vector_add.cpp vector_add.h hls_config.cfg'
platform='xilinx_u280_gen3x16_xdma_1_202211_1'
targets='hw hw_emu sw_emu'

# Why a step cannot be done with this release; empty if it can.
no_hls=''
no_platform=''
supported='The AMD Alveo U280 is supported by 2019.2 to 2023.2.'

run_version='v++ --version'
run_csim='vitis-run --mode hls --csim --config hls_config.cfg --work_dir hls'
run_csynth='v++ -c --mode hls --config hls_config.cfg --work_dir hls'
run_cosim='vitis-run --mode hls --cosim --config hls_config.cfg --work_dir hls'
run_export='vitis-run --mode hls --package --config hls_config.cfg --work_dir hls'
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

linked=$kernel.$target.link.xclbin
binary=$kernel.$target.xclbin

need_platform() {
    [ -z "$no_platform" ] || fail "$no_platform"
}

csim() {
    $run_csim
}

hls() {
    # shellcheck disable=SC2086 # names of sources hold no blanks
    fresh hls.done $sources && return
    rm -f hls.done
    $run_csynth
    : >hls.done
}

cosim() {
    hls
    $run_cosim
}

# Releases differ in whether the object is written here or into the work folder.
xo() {
    hls
    fresh "$kernel.xo" hls.done && return
    rm -f "$kernel.xo" "hls/$kernel.xo"
    $run_export
    [ ! -f "hls/$kernel.xo" ] || mv "hls/$kernel.xo" "$kernel.xo"
    [ -f "$kernel.xo" ] || {
        echo "build.sh: packaging has left no $kernel.xo" >&2
        exit 1
    }
}

link() {
    xo
    fresh "$linked" "$kernel.xo" link.cfg && return
    rm -f "$linked"
    $run_link -t "$target" --platform "$platform" --config link.cfg --temp_dir "link.$target" \
        -o "$linked" "$kernel.xo"
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
    csim | hls | cosim | xo) ;;
    link | package) need_platform ;;
    *)
        echo "usage: ./build.sh csim | hls | cosim | xo | link | package" >&2
        exit 2
        ;;
    esac
    [ -z "$no_hls" ] || fail "$no_hls"
    need_tools
    "$step"
done
