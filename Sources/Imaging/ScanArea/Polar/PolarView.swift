/// The scan area with its scan lines straightened: the domain of geometry and depth statistics.
///
/// Shape: `PolarView.depths` rows (depth, row 0 at the transducer) × `PolarView.lines` columns
/// (scan lines, column 0 at the picture's left), row-major. Samples are bilinear from the luma plane.
package struct PolarView: Sendable {
    /// Rows.
    package static let depths = 256
    /// Columns.
    package static let lines = 256

    /// `depths * lines` grey samples, 0–255.
    package let samples: [UInt8]
    /// `depths * lines` flags, 1 where the sample is ultrasound.
    ///
    /// 0 where it is outside the picture or the outline, coloured, text, caliper or another annotation.
    /// Statistics use only the ones.
    package let valid: [UInt8]
    /// Geometry that made this view.
    package let geometry: ScanGeometry

    /// Wraps the grids.
    package init(samples: [UInt8], valid: [UInt8], geometry: ScanGeometry) {
        precondition(samples.count == Self.depths * Self.lines && valid.count == samples.count)
        self.samples = samples
        self.valid = valid
        self.geometry = geometry
    }
}
