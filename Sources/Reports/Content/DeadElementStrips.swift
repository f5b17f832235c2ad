package import Grading
package import Imaging

/// A transducer's dead elements as they lie on one picture.
package struct DeadElementStrips: Sendable, Equatable {
    /// Corners of each run of dark scan lines, in pixels of the original.
    package var strips: [[PixelPoint]]
    /// Which lines, by how many pictures, and whose matter it is.
    package var words: LocalizedText

    /// What was found on a device, on a picture of it; nil where no line of it lies on the picture.
    package init?(_ found: DeviceDropout, on geometry: ScanGeometry) {
        strips = DeadLineMarks(geometry: geometry, runs: found.runs, unit: 1, ink: FindingScene.deadInk).strips
        words = found.words
        if strips.isEmpty { return nil }
    }
}

extension DeviceDropout {
    /// Its runs of scan lines of 256.
    var runs: [ClosedRange<Int>] { lines.compactMap { $0.last >= $0.first ? $0.first...$0.last : nil } }

    /// Which lines, by which stack of pictures, and whose matter it is.
    var words: LocalizedText {
        let rest = Word.deviceLines.filled([
            "lines": linesText, "depth": Numbers.percent(lines.map(\.depth).max() ?? 0), "n": String(images),
        ])
        let what = Word.deadElementsShown.text
        let whose = device.isEmpty ? "" : " \(name)"
        return LocalizedText(zh: "\(what.zh)\(whose)：\(rest.zh)", en: "\(what.en)\(whose): \(rest.en)")
    }
}
