internal import CRasterCodecs

/// Memory for one picture after another.
package enum PictureMemory {
    /// Bytes that stay with the program when a picture is done: what pictures of up to about 16 megapixels take.
    private static let kept = 64 << 20

    /// Keeps the memory of a picture for the next one.
    ///
    /// The C library gives memory above 128 kB back to the system as soon as it is free, so that each picture's planes are
    /// zeroed by the system page by page, which costs a twentieth of all grading. What is beyond the pictures kept for is given
    /// back as ever. Call it once, before anything is decoded; elsewhere than under glibc it does nothing.
    package static func keep() {
        _ = sono_keep_memory(kept)
    }
}
