/// The sixteen pixels of one cell of a `ScanAreaMask` as one vector, row by row, and those at a distance from each.
///
/// A search for strokes or crosses asks the same few questions of every bright pixel; asked of sixteen at once, they cost
/// a tenth, and nearly all cells end there.
enum CellPixels {
    /// Whether a cell with all pixels up to `reach` pixels around it lies in the picture.
    @inline(__always)
    static func isInside(_ plane: GreyPlane, row: Int, column: Int, reach: Int) -> Bool {
        let size = ScanAreaMask.cellSize
        let (left, top) = (column &* size, row &* size)
        return left >= reach && top >= reach && left &+ size &+ reach <= plane.width
            && top &+ size &+ reach <= plane.height
    }

    /// The pixels whose first one is at an index, `stride` bytes from row to row.
    @inline(__always)
    static func sixteen(_ pixels: RawSpan, at start: Int, stride: Int) -> SIMD16<UInt8> {
        precondition(start >= 0 && start &+ 3 &* stride &+ 4 <= pixels.byteCount, "a cell within the picture")
        @inline(__always)
        func four(_ row: Int) -> UInt32 {
            pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ row &* stride, as: UInt32.self)
        }
        return unsafeBitCast(SIMD4<UInt32>(four(0), four(1), four(2), four(3)), to: SIMD16<UInt8>.self)
    }
}
