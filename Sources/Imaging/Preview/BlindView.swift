/// The scan area and its depth scale, everything else black: what an expert sees before the answer.
///
/// 1. The original is decoded in full size, as it was graded.
/// 2. Only the pixels inside the outline are copied, onto black, before anything is averaged: not one pixel of text can
///    bleed into a smaller picture.
///    Where the scan area reaches all edges, marks on the black corners are left out too (`StrayMarks`).
/// 3. The ruler is not copied but drawn anew: a filled box for every tick that was found (`DepthRuler`). No pixel from
///    outside the outline reaches the result, so no letter can.
/// 4. The black margins are cut off, so that a terminal's few cells go to the ultrasound.
package enum BlindView {
    /// The blind picture, at most `maxWidth` × `maxHeight`, never enlarged.
    ///
    /// - Parameters:
    ///   - source: The original.
    ///   - outline: The scan area's outline from the grade, in pixels of the upright original.
    ///   - shape: The outline's kind from the grade. Of a dual layout the outline is the left part's, and only that is
    ///     shown: it is what was graded, the other part has no outline to mask it by, and nothing in the pixels can say
    ///     that both parts show the same patient at the same time.
    ///   - isSure: Whether grading could rely on the outline. If not, the result is withheld.
    ///   - maxWidth: Most columns of the result.
    ///   - maxHeight: Most rows of the result.
    ///   - limits: As for grading.
    ///
    /// Throws as `ImageDecoder.decode` does; a withheld picture is not read at all.
    package static func picture(
        of source: ImageSource,
        outline: [PixelPoint]?,
        shape: ScanArea.Shape?,
        isSure: Bool,
        maxWidth: Int,
        maxHeight: Int,
        limits: DecodingLimits
    ) throws(ImagingError) -> BlindPicture {
        guard isSure, let outline, let shape, shape != .unknown else { return .withheld }
        let original = try CodedImage(source, limits: limits).decodeUprightColour()
        return picture(of: original, outline: outline, shape: shape, maxWidth: maxWidth, maxHeight: maxHeight)
    }

    /// The blind picture of a decoded one, in grey; the outline is a sure one.
    package static func picture(
        of plane: GreyPlane,
        outline: [PixelPoint],
        shape: ScanArea.Shape,
        maxWidth: Int,
        maxHeight: Int
    ) -> BlindPicture {
        var samples: [UInt8] = []
        samples.reserveCapacity(3 * plane.pixels.count)
        for grey in plane.pixels { for _ in 0..<3 { samples.append(grey) } }
        let original = ColourPicture(width: plane.width, height: plane.height, samples: samples)
        return picture(of: original, outline: outline, shape: shape, maxWidth: maxWidth, maxHeight: maxHeight)
    }

    private static func picture(
        of original: ColourPicture,
        outline: [PixelPoint],
        shape: ScanArea.Shape,
        maxWidth: Int,
        maxHeight: Int
    ) -> BlindPicture {
        guard let area = OutlineRows(outline, width: original.width, height: original.height) else {
            return .withheld
        }
        let brightness = original.brightness
        var stray: StrayMarks?
        // The outline may run a little inside the last echoes; what touches it is not chrome.
        var ultrasound = area.flags(grownBy: max(2, area.width / 300))
        if shape == .fullFrame {
            let marks = StrayMarks(brightness: brightness, width: area.width, height: area.height)
            for index in ultrasound.indices where marks.flags[index] != 0 { ultrasound[index] = 0 }
            stray = marks
        }
        let ruler = DepthRuler(original, brightness: brightness, ultrasound: ultrasound, area: area.box)
        let ticks = ruler.ticks(closeTo: area.box)
        let frame = frame(around: area, ticks: ticks)
        let masked = original.copied(area, without: stray, frame: frame)
        let size = masked.sizeFitting(maxWidth: maxWidth, maxHeight: maxHeight)
        var small = masked.reduced(width: size.width, height: size.height)
        small.draw(ticks, of: frame)
        return BlindPicture(
            rgb: small.samples,
            width: size.width,
            height: size.height,
            frame: frame,
            showsRuler: !ticks.isEmpty
        )
    }

    /// The box around scan area and ticks, with a little black around it where the picture goes on.
    private static func frame(around area: OutlineRows, ticks: [RulerTick]) -> PixelBox {
        let boxes = [area.box] + ticks.map(\.box)
        let margin = max(2, max(area.box.width, area.box.height) / 100)
        let left = max(0, (boxes.map(\.x).min() ?? 0) - margin)
        let top = max(0, (boxes.map(\.y).min() ?? 0) - margin)
        let right = min(area.width, (boxes.map { $0.x + $0.width }.max() ?? 0) + margin)
        let bottom = min(area.height, (boxes.map { $0.y + $0.height }.max() ?? 0) + margin)
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}

extension ColourPicture {
    /// The pixels of an area on black, cut to a frame.
    fileprivate func copied(_ area: OutlineRows, without stray: StrayMarks?, frame: PixelBox) -> ColourPicture {
        var masked = [UInt8](repeating: 0, count: frame.width * frame.height * 3)
        for row in frame.y..<(frame.y + frame.height) {
            for run in area.runs[row] {
                let from = 3 * (row * width + run.lowerBound)
                let to = 3 * ((row - frame.y) * frame.width + run.lowerBound - frame.x)
                masked.replaceSubrange(to..<(to + 3 * run.count), with: samples[from..<(from + 3 * run.count)])
                guard let stray else { continue }
                for x in run where stray.flags[row * width + x] != 0 {
                    let at = to + 3 * (x - run.lowerBound)
                    (masked[at], masked[at + 1], masked[at + 2]) = (0, 0, 0)
                }
            }
        }
        return ColourPicture(width: frame.width, height: frame.height, samples: masked)
    }

    /// Draws ticks in full strength, each at least two pixels a side in a reduced picture: a terminal reduces it once more.
    fileprivate mutating func draw(_ ticks: [RulerTick], of frame: PixelBox) {
        guard !ticks.isEmpty else { return }
        var drawn = samples
        let least = width < frame.width ? 2 : 1
        for tick in ticks {
            let columns = Self.scaled(tick.box.x - frame.x, tick.box.width, from: frame.width, to: width, least: least)
            let rows = Self.scaled(tick.box.y - frame.y, tick.box.height, from: frame.height, to: height, least: least)
            for y in rows {
                for x in columns {
                    let at = 3 * (y * width + x)
                    (drawn[at], drawn[at + 1], drawn[at + 2]) = (tick.red, tick.green, tick.blue)
                }
            }
        }
        self = ColourPicture(width: width, height: height, samples: drawn)
    }

    /// A stretch of pixels at another scale, rounded down in length, but not below a least length.
    private static func scaled(_ start: Int, _ count: Int, from old: Int, to new: Int, least: Int) -> Range<Int> {
        let first = min(new - 1, max(0, start * new / old))
        return first..<min(new, first + max(least, count * new / old))
    }
}
