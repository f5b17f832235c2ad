/// What a screen, a viewer or a page has around the picture.
extension HarmlessChange {
    /// In the order of the tables.
    static let screens = [
        HarmlessChange("black_border", "a black border around it") { image in bordered(image, by: 0) },
        HarmlessChange("grey_ground", "on the grey ground (40) of a viewer") { image in bordered(image, by: 40) },
        HarmlessChange("page", "on a white page (235)") { image in bordered(image, by: 235) },
        HarmlessChange("page_line", "within a black line of 5 pixels on a white page") { image in
            bordered(image, by: 235, line: 5)
        },
        HarmlessChange("title_bar", "under a grey bar with a title", titled),
        HarmlessChange("footer", "above two lines of text on black", footed),
        HarmlessChange("side_panel", "beside a grey panel of thumbnails", withThumbnails),
        HarmlessChange("viewer", "in a viewer's window with icons and a status line", inViewer),
        HarmlessChange("ecg", "above a grey trace of an ECG") { image in traced(image, isColoured: false) },
        HarmlessChange("ecg_colour", "above a coloured trace of an ECG") { image in traced(image, isColoured: true) },
        HarmlessChange("frame", "within a thin grey frame", framed),
    ]

    /// Border on either side, and above and below, as shares of the width.
    private static let sideBorder = 0.12
    private static let levelBorder = 0.06
    /// Height of a title bar, of the black below it and of a strip for a trace, as shares of the picture's height.
    private static let barHeight = 0.07
    private static let barGap = 0.025
    private static let traceHeight = 0.14
    /// Width of a panel beside the picture as a share of the picture's width.
    private static let panelWidth = 0.16
    /// Heartbeats across the picture.
    private static let beats = 5
    /// A heartbeat: where it turns, as shares of its length, and by how much it rises there, as shares of the strip's height.
    private static let beat: [(place: Double, rise: Double)] = [
        (0, 0), (0.16, 0), (0.22, 0.12), (0.28, 0), (0.36, 0), (0.39, -0.1), (0.43, 0.75), (0.47, -0.18), (0.5, 0),
        (0.62, 0),
        (0.72, 0.22), (0.82, 0), (1, 0),
    ]

    /// In the middle of a larger picture of one grey, within a black line of some pixels.
    private static func bordered(_ image: UltrasoundImage, by grey: UInt8, line: Int = 0) -> ChangedPicture {
        let side = Int((sideBorder * Double(image.luma.width)).rounded(.up)) + line
        let level = Int((levelBorder * Double(image.luma.width)).rounded(.up)) + line
        let (width, height) = (image.luma.width + 2 * side, image.luma.height + 2 * level)
        var canvas = PictureCanvas(image, width: width, height: height, ground: grey, x: side, y: level)
        for inset in 1..<line + 1 {
            canvas.frame(from: (side - inset, level - inset), grey: 0)
        }
        return canvas.changed
    }

    /// Below a bar with words on it.
    private static func titled(_ image: UltrasoundImage) -> ChangedPicture {
        let bar = max(14, Int((barHeight * Double(image.luma.height)).rounded()))
        let top = bar + max(4, Int((barGap * Double(image.luma.height)).rounded()))
        var canvas = PictureCanvas(image, height: image.luma.height + top, y: top)
        canvas.fill(0..<canvas.width, 0..<bar, grey: 74)
        let block = max(1, bar / 14)
        canvas.write(min(40, canvas.width / (6 * block) - 2), x: 6 * block, y: bar / 4, block: block, grey: 230)
        return canvas.changed
    }

    /// Above two lines of text, as scanners write the depth, the gain and the frequency there.
    private static func footed(_ image: UltrasoundImage) -> ChangedPicture {
        let line = max(12, Int((0.5 * barHeight * Double(image.luma.height)).rounded()))
        var canvas = PictureCanvas(image, height: image.luma.height + 3 * line)
        let block = max(1, line / 12)
        for (number, share) in [0.6, 0.4].enumerated() {
            canvas.write(
                PictureCanvas.letters(in: Int(share * Double(canvas.width)), block: block),
                x: 2 * block,
                y: image.luma.height + line / 2 + number * line,
                block: block,
                grey: 190,
                stream: 0x464F_4F54 + UInt64(number)
            )
        }
        return canvas.changed
    }

    /// To the right of a panel with small copies of itself.
    private static func withThumbnails(_ image: UltrasoundImage) -> ChangedPicture {
        let luma = image.luma
        let panel = max(12, Int((panelWidth * Double(luma.width)).rounded()))
        let gap = max(4, panel / 10)
        var canvas = PictureCanvas(image, width: luma.width + panel + gap, x: panel + gap)
        canvas.fill(0..<panel, 0..<canvas.height, grey: 54)
        let step = Double(luma.width) / Double(max(1, panel - 3 * gap))
        let rows = max(1, Int(Double(luma.height) / step))
        for top in stride(from: gap, through: canvas.height - rows - gap, by: rows + 2 * gap) {
            for y in 0..<rows {
                for x in 0..<max(0, panel - 3 * gap) {
                    let from = min(luma.height - 1, Int(Double(y) * step)) * luma.width
                    let source = from + min(luma.width - 1, Int(Double(x) * step))
                    canvas.fill(gap + x..<gap + x + 1, top + y..<top + y + 1, grey: luma.pixels[source])
                }
            }
        }
        return canvas.changed
    }

    /// On the dark ground of a window: a bar with the window's title, one with icons, and a line of status at its foot.
    private static func inViewer(_ image: UltrasoundImage) -> ChangedPicture {
        let bar = max(12, Int((0.5 * barHeight * Double(image.luma.height)).rounded()))
        let (side, level) = (max(4, image.luma.width / 16), max(4, image.luma.height / 40))
        let top = 3 * bar + level
        var canvas = PictureCanvas(
            image,
            width: image.luma.width + 2 * side,
            height: image.luma.height + top + level + bar,
            ground: 32,
            x: side,
            y: top
        )
        let (all, block) = (0..<canvas.width, max(1, bar / 12))
        canvas.fill(all, 0..<bar, grey: 48)
        canvas.write(
            PictureCanvas.letters(in: canvas.width / 3, block: block),
            x: 2 * block,
            y: bar / 4,
            block: block,
            grey: 220
        )
        canvas.fill(all, bar..<3 * bar, grey: 62)
        for left in stride(from: bar / 2, to: min(canvas.width - 2 * bar, 24 * bar), by: 2 * bar) {
            // An icon: a box with a sign in it.
            canvas.fill(left..<left + 3 * bar / 2, bar + bar / 4..<bar + 7 * bar / 4, grey: 84)
            canvas.write(
                1,
                x: left + bar / 4,
                y: bar + bar / 2,
                block: max(1, bar / 6),
                grey: 205,
                stream: 0x4943_4F4E + UInt64(left)
            )
        }
        let foot = canvas.height - bar
        canvas.fill(all, foot..<canvas.height, grey: 48)
        canvas.write(
            PictureCanvas.letters(in: canvas.width / 2, block: block),
            x: 2 * block,
            y: foot + bar / 4,
            block: block,
            grey: 180,
            stream: 0x5354_4154
        )
        return canvas.changed
    }

    /// Above a strip of black with heartbeats.
    private static func traced(_ image: UltrasoundImage, isColoured: Bool) -> ChangedPicture {
        let strip = max(16, Int((traceHeight * Double(image.luma.height)).rounded()))
        var canvas = PictureCanvas(image, height: image.luma.height + strip)
        let base = Double(canvas.height) - 0.2 * Double(strip)
        let length = max(8, Double(canvas.width) / Double(beats))
        let stroke = max(1, canvas.height / 400)
        var last = Int(base)
        for x in 0..<canvas.width {
            let place = Double(x) / length
            let rise = Self.rise(place - place.rounded(.down))
            let y = Int((base - rise * Double(strip)).rounded())
            let rows = min(last, y)..<max(last, y) + stroke
            canvas.fill(x..<x + 1, rows, grey: isColoured ? 150 : 190, isColoured: isColoured)
            last = y
        }
        return canvas.changed
    }

    /// How high a heartbeat is at a share of its length, 0 to 1.
    private static func rise(_ place: Double) -> Double {
        let next = beat.firstIndex { $0.place > place } ?? beat.count - 1
        let (one, two) = (beat[max(0, next - 1)], beat[next])
        return one.rise + (two.rise - one.rise) * (place - one.place) / max(1e-9, two.place - one.place)
    }

    /// Within a line of one pixel, next to the edge and a little way from the picture.
    private static func framed(_ image: UltrasoundImage) -> ChangedPicture {
        let space = max(4, image.luma.width / 50)
        let (width, height) = (image.luma.width + 2 * space, image.luma.height + 2 * space)
        var canvas = PictureCanvas(image, width: width, height: height, x: space, y: space)
        canvas.frame(from: (1, 1), grey: 120)
        return canvas.changed
    }
}

extension PictureCanvas {
    /// A line of one pixel, as far from the right and the lower edge as from the left and the upper one.
    fileprivate mutating func frame(from corner: (x: Int, y: Int), grey: UInt8) {
        let (columns, rows) = (corner.x..<max(corner.x, width - corner.x), corner.y..<max(corner.y, height - corner.y))
        guard !columns.isEmpty, !rows.isEmpty else { return }
        for row in [rows.lowerBound, rows.upperBound - 1] { fill(columns, row..<row + 1, grey: grey) }
        for column in [columns.lowerBound, columns.upperBound - 1] { fill(column..<column + 1, rows, grey: grey) }
    }
}
