/// A measure of technical quality, or a family so tight that its members share their work.
///
/// A newcomer writes one file with one conformer, one test file, and adds the type to `MetricCatalog.metrics`;
/// docs/metrics.md follows from `descriptions`. A metric reads evidence that was gathered once for all of them and
/// never walks over the whole picture itself. What cannot be measured is left out, never reported as 0.
package protocol Metric: SendableMetatype {
    /// One entry for each id that `measure` may set.
    static var descriptions: [MetricDescription] { get }

    /// Adds this metric's values, and marks where a value has a place in the picture.
    static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements)
}

/// What all metrics share, gathered once for each picture.
package struct MetricEvidence: Sendable {
    /// The picture, its scan area and its polar view.
    package let input: MetricInput
    /// Rows of the luma plane: grey levels and neighbour differences.
    package let rows: NativeRows
    /// Grey of black and of white on this device's screen.
    package let levels: ScreenLevels
    /// Histogram, depth bands and blocks of the polar view.
    package let polar: PolarStatistics
    /// Which blocks of the polar view hold tissue.
    package let tissue: TissueBlocks
    /// Scan lines one by one.
    package let lines: ScanLineProfile
    /// The blocks by depth; nil where too few are valid.
    package let parts: DepthParts?
    /// Steps along scan lines; nil where too few lines are valid.
    package let edges: LineEdges?
    /// Columns of lines that are darker than what lies on both of their sides; nil where the picture is too dark.
    let shaded: ShadedColumns?
    /// The band that sticks out most; nil where too few blocks are valid.
    package let band: HorizontalBand?
    /// Which blocks are black, in part or all over.
    let blackened: BlackenedBlocks
    /// Texture by columns of blocks; nil where too few are valid.
    package let texture: ColumnTexture?
    /// Native-resolution windows with their spectra.
    package let windows: NativeWindows
    /// Speckle of homogeneous tissue; nil where too few windows hold any.
    package let speckle: SpeckleSpectrum?
    /// Tiles at native resolution: single pixels, repeated rows and columns.
    package let tiles: PixelTiles
    /// What stands on the screen around the ultrasound.
    package let screen: ScreenEvidence

    /// Gathers the evidence: one pass over the polar view, one over rows, one over windows.
    package init(_ input: MetricInput) {
        self.input = input
        rows = NativeRows(image: input.image, box: input.area.box, mask: input.mask)
        levels = ScreenLevels(rows: rows)
        polar = PolarStatistics(view: input.polar)
        tissue = TissueBlocks(polar: polar, levels: levels)
        lines = ScanLineProfile(polar: polar, levels: levels)
        blackened = BlackenedBlocks(view: input.polar, polar: polar, levels: levels)
        parts = DepthParts(polar: polar, tissue: tissue, levels: levels)
        edges = LineEdges(polar: polar, levels: levels)
        shaded = ShadedColumns(polar: polar, levels: levels)
        band = HorizontalBand.find(
            polar: polar,
            levels: levels,
            geometry: input.polar.geometry,
            box: input.area.box
        )
        texture = ColumnTexture(view: input.polar, polar: polar)
        tiles = PixelTiles(luma: input.image.luma, box: input.area.box, mask: input.mask, levels: levels)
        windows = NativeWindows(luma: input.image.luma, at: tiles.origins, levels: levels)
        speckle = SpeckleSpectrum(windows: windows, levels: levels)
        screen = ScreenEvidence(input, levels: levels)
    }
}
