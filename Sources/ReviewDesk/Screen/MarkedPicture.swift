package import Imaging

/// A blind picture with the places of a finding drawn in, for after the answer.
package enum MarkedPicture {
    /// The picture's samples with closed outlines on it.
    ///
    /// - Parameters:
    ///   - samples: the picture's with other things drawn in already; else its own.
    ///   - marks: in pixels of the upright original, as grades have them.
    package static func samples(of picture: BlindPicture, over samples: [UInt8]? = nil, marks: [Mark]) -> [UInt8] {
        var drawn = samples ?? picture.rgb
        guard let frame = picture.frame, frame.width > 0, frame.height > 0, !marks.isEmpty,
            drawn.count == picture.rgb.count
        else { return drawn }
        let (across, down) = (
            Double(picture.width) / Double(frame.width), Double(picture.height) / Double(frame.height)
        )
        // Wide enough to survive the reduction to a terminal's cells.
        let reach = max(1, max(picture.width, picture.height) / 200)
        for mark in marks {
            let corners = mark.outline.map { point in
                ((point.x - Double(frame.x)) * across, (point.y - Double(frame.y)) * down)
            }
            for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
                let steps = Int(max(abs(to.0 - from.0), abs(to.1 - from.1)).rounded(.up)).clamped(to: 1...10_000)
                for step in 0...steps {
                    let share = Double(step) / Double(steps)
                    dot(
                        x: Int(from.0 + (to.0 - from.0) * share),
                        y: Int(from.1 + (to.1 - from.1) * share),
                        reach: reach,
                        width: picture.width,
                        height: picture.height,
                        on: &drawn
                    )
                }
            }
        }
        return drawn
    }

    /// Orange: no ultrasound picture and no Doppler scale has it over a whole line.
    private static let colour: [UInt8] = [255, 150, 0]

    private static func dot(x: Int, y: Int, reach: Int, width: Int, height: Int, on samples: inout [UInt8]) {
        // A place outside the picture gives empty ranges.
        let rows = min(max(0, y - reach), height)..<max(0, min(height, y + reach))
        let columns = min(max(0, x - reach), width)..<max(0, min(width, x + reach))
        for row in rows {
            for column in columns {
                let at = 3 * (row * width + column)
                for channel in 0..<3 { samples[at + channel] = colour[channel] }
            }
        }
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
