/// What somebody has drawn over the picture afterwards, mostly beside the ultrasound.
extension HarmlessChange {
    /// In the order of the tables.
    static let marks = [
        HarmlessChange("watermark", "a translucent watermark in two corners", watermarked),
        HarmlessChange("black_boxes", "names under black boxes in the upper corners") { image in boxed(image, by: 0) },
        HarmlessChange("white_boxes", "names under white boxes in the upper corners") { image in boxed(image, by: 255)
        },
    ]

    /// Width of a watermark and height of its letters, as shares of the picture's width, and how much it hides.
    private static let markWidth = 0.24
    private static let markHeight = 0.03
    private static let markOpacity: Float = 0.35
    /// Widths of the boxes over a name and over a date, and their height, as shares of the picture's.
    private static let boxWidths = (name: 0.25, date: 0.18)
    private static let boxHeight = 0.05

    /// With a word at the left of the upper edge and at the right of the lower one, slightly over a fan's side and far end.
    private static func watermarked(_ image: UltrasoundImage) -> ChangedPicture {
        var canvas = PictureCanvas(image)
        let block = max(1, Int((markHeight * Double(canvas.width) / 7).rounded()))
        let (width, inset) = (Int(markWidth * Double(canvas.width)), 3 * block)
        let count = PictureCanvas.letters(in: width, block: block)
        for (x, y) in [(inset, inset), (canvas.width - inset - width, canvas.height - inset - 7 * block)] {
            canvas.write(count, x: x, y: y, block: block, grey: 255, opacity: markOpacity, stream: 0x4D41_524B)
        }
        return canvas.changed
    }

    /// With a box over what stands at the left and at the right of the upper edge.
    private static func boxed(_ image: UltrasoundImage, by grey: UInt8) -> ChangedPicture {
        var canvas = PictureCanvas(image)
        let rows = 0..<Int((boxHeight * Double(canvas.height)).rounded())
        let (name, date) = (boxWidths.name * Double(canvas.width), boxWidths.date * Double(canvas.width))
        canvas.fill(0..<Int(name), rows, grey: grey)
        canvas.fill(canvas.width - Int(date)..<canvas.width, rows, grey: grey)
        return canvas.changed
    }
}
