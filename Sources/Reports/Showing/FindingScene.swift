package import Grading
package import Imaging

/// A picture's findings as something to look at: shapes over the picture, and a legend that explains their numbers.
///
/// Drawn are the scan area, how its scan lines run, what was left out, and each finding where it is, in a colour of its
/// own. A finding without a place, such as the gain's, has a number in the legend only.
package struct FindingScene: Sendable {
    /// One line of the legend.
    package struct Entry: Sendable {
        /// From 1; the same on the picture.
        package let number: Int
        package let finding: Finding
        /// What the code is called.
        package let title: LocalizedText
        /// What to do about it; nil where nothing helps.
        package let advice: LocalizedText?
        package let ink: Ink
        /// Whether it is drawn somewhere; else it is about the picture as a whole.
        package let hasPlace: Bool
    }

    /// What only the picture itself shows, found again in it.
    package struct Anatomy: Sendable {
        /// How the scan lines run.
        package let geometry: ScanGeometry
        /// What was left out, exactly.
        package let excluded: [ExcludedParts.Part]
        /// Scan lines that stay dark on all pictures of the device; nil where nothing is known of a device.
        package let deadElements: DeviceDropout?

        /// Joins the parts.
        package init(
            geometry: ScanGeometry,
            excluded: [ExcludedParts.Part],
            deadElements: DeviceDropout? = nil
        ) {
            self.geometry = geometry
            self.excluded = excluded
            self.deadElements = deadElements
        }

        /// What a picture shows that was looked at anew; nil where the outline that is found now is not the grade's own.
        package init?(_ inspection: PictureInspection, of grade: GradedImage, deadElements: DeviceDropout? = nil) {
            guard inspection.fits(grade.outline), let area = inspection.scanArea, let mask = inspection.mask else {
                return nil
            }
            self.init(
                geometry: area.geometry,
                excluded: ExcludedParts.boxes(of: mask),
                deadElements: deadElements
            )
        }
    }

    /// Columns and rows of the upright original.
    package let size: (width: Double, height: Double)
    /// Gravest first.
    package let entries: [Entry]
    /// In the order of drawing.
    package let shapes: [DrawnShape]
    /// The kinds of parts that are hatched.
    package let excluded: [Exclusion]
    /// Whether an outline is drawn.
    package let hasOutline: Bool
    /// Whether quarters of the depth are marked.
    package let hasDepthMarks: Bool
    /// What the legend says of the device's dead elements; nil where none are drawn.
    package let deadElements: LocalizedText?

    /// The colours of findings, told apart by every common kind of colour vision and bright on black (Okabe & Ito 2008,
    /// without its blue, which is too dark): numbers beyond them begin anew.
    package static let inks = [
        Ink(230, 159, 0), Ink(86, 180, 233), Ink(240, 228, 66), Ink(204, 121, 167), Ink(0, 178, 132), Ink(240, 96, 32),
    ]
    /// The colour of a finding's number, from 1.
    package static func ink(ofNumber number: Int) -> Ink { inks[max(0, number - 1) % inks.count] }
    /// Of the scan area and its depth marks: a pale cyan, dashed.
    package static let areaInk = Ink(79, 227, 227)
    /// Of a device's dead elements: a pale pink, hatched along the scan line.
    package static let deadInk = Ink(255, 182, 219)
    /// The legend's sign of dead elements.
    static let deadHatch = Hatch(.rising, ink: deadInk)

    /// Puts a grade's findings on its picture.
    ///
    /// - Parameters:
    ///   - texts: titles and general advice.
    ///   - advice: advice with this picture's numbers, by code.
    ///   - anatomy: nil where only what is kept with the grade can be drawn.
    package init(
        _ grade: GradedImage,
        texts: FindingTexts,
        advice: [String: LocalizedText] = [:],
        anatomy: Anatomy? = nil
    ) {
        let size = (width: Double(grade.image?.width ?? 1), height: Double(grade.image?.height ?? 1))
        let unit = max(size.width, size.height) / 640
        var labels = LabelPlaces(size: size)
        let outline = grade.outline.flatMap { MarkShapes.isDrawable($0) ? $0 : nil }
        let depthMarks =
            outline == nil
            ? [] : anatomy.map { DepthMarks(geometry: $0.geometry, size: size, unit: unit).shapes } ?? []
        for case .label(_, let place, _, _) in depthMarks { labels.reserve(place) }
        var entries: [Entry] = []
        var marks: [[DrawnShape]] = []
        var badges: [DrawnShape] = []
        var drawn: Set<String> = []
        for (index, finding) in grade.findings.enumerated() {
            let ink = Self.ink(ofNumber: index + 1)
            let own = finding.metric.map { MarkShapes.largest(of: grade.marks ?? [], metric: $0) } ?? []
            // Two findings of one metric share its places.
            if let main = own.first, drawn.insert(finding.metric ?? "").inserted {
                marks.append(
                    own.map { .tint($0.outline, ink: ink, opacity: 0.1) }
                        + own.map { .line($0.outline, isClosed: true, ink: ink, width: 2 * unit, dash: 0) }
                )
                for mark in [main] + MarkShapes.others(of: own, besides: main) {
                    let place = labels.place(near: MarkShapes.outermost(of: mark.outline, in: size))
                    badges.append(.badge(index + 1, at: place, radius: labels.radius, ink: ink))
                }
            }
            entries.append(
                Entry(
                    number: index + 1,
                    finding: finding,
                    title: texts.title(of: finding.code),
                    advice: advice[finding.code] ?? texts.advice(for: finding),
                    ink: ink,
                    hasPlace: !own.isEmpty
                )
            )
        }
        let hatched = Self.hatched(grade, anatomy)
        var shapes: [DrawnShape] = Exclusion.allCases.compactMap { kind in
            hatched[kind].map { .hatch($0, pattern: kind.hatch, spacing: 9 * unit) }
        }
        if let outline {
            shapes.append(
                .line(outline, isClosed: true, ink: Self.areaInk, width: 1.5 * unit, dash: 6 * unit)
            )
        }
        shapes += depthMarks
        let deadLines = outline == nil ? [] : anatomy.map { Self.deadLines($0, unit: unit) } ?? []
        shapes += deadLines
        // The gravest are drawn last, on top.
        shapes += marks.reversed().flatMap(\.self) + badges
        self.size = size
        self.entries = entries
        self.shapes = shapes
        excluded = Exclusion.allCases.filter { hatched[$0] != nil }
        hasOutline = outline != nil
        hasDepthMarks = !depthMarks.isEmpty
        deadElements = deadLines.isEmpty ? nil : anatomy?.deadElements?.words
    }

    /// The strips of scan lines that stay dark.
    private static func deadLines(_ anatomy: Anatomy, unit: Double) -> [DrawnShape] {
        guard let found = anatomy.deadElements else { return [] }
        return DeadLineMarks(geometry: anatomy.geometry, runs: found.runs, unit: unit, ink: deadInk).shapes
    }

    /// The boxes to hatch, by kind: the exact ones, else those that are kept with the grade.
    private static func hatched(_ grade: GradedImage, _ anatomy: Anatomy?) -> [Exclusion: [PixelBox]] {
        if let anatomy { return Dictionary(grouping: anatomy.excluded, by: \.kind).mapValues { $0.map(\.box) } }
        var boxes: [Exclusion: [PixelBox]] = [:]
        for kind in Exclusion.allCases {
            let own = (grade.marks ?? []).filter { $0.metric == kind.markID && MarkShapes.isDrawable($0.outline) }
                .compactMap { PixelBox(around: $0.outline) }
            if !own.isEmpty { boxes[kind] = own }
        }
        return boxes
    }
}

extension PixelBox {
    /// The box whose corners are these; nil for a place that is no picture's.
    fileprivate init?(around corners: [PixelPoint]) {
        guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
            let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max(),
            [left, right, top, bottom].allSatisfy({ abs($0) < 1e6 })
        else { return nil }
        let (x, y) = (Int((left + 0.5).rounded()), Int((top + 0.5).rounded()))
        self.init(x: x, y: y, width: Int((right + 0.5).rounded()) - x, height: Int((bottom + 0.5).rounded()) - y)
    }
}
