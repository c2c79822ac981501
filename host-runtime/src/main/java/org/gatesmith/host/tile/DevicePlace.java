package org.gatesmith.host.tile;

/** Whose memory the buffers of a device are. */
public enum DevicePlace {
    /** A board's own. */
    BOARD,
    /** The host's: emulators share mapped files with it, whose pages exist once more in the kernel's arrays. */
    HOST
}
