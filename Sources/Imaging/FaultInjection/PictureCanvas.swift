/// A picture laid on a larger ground, to be drawn on.
///
/// Nothing drawn depends on more than the picture's size, and what does not fit is left out, so that pictures of any size
/// can be laid out, those of one pixel as well.
struct PictureCanvas {
    /// Grey of the whole.
    private(set) var plane: GreyPlane
    /// Which pixels carry colour, and which of these a warm one; empty where the picture knows of no colour and none was drawn.
    private var colour: [Bool]
    private var warm: [Bool]
    private var facts: ImageFacts
    private var place: PictureMapping

    /// Rows and columns of a letter's blocks.
    private static let letter = (width: 5, height: 7)

    /// Columns and rows.
    var width: Int { plane.width }
    var height: Int { plane.height }

    /// Lays a picture on a ground.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - width: Columns of the ground; as many as the picture has if not given.
    ///   - height: Rows of the ground, likewise.
    ///   - ground: Its grey.
    ///   - x: The column of the picture's first pixel; what lies outside of the ground is cut off.
    ///   - y: The row of it.
    ///   - isMirrored: Whether left and right change sides.
    init(
        _ image: UltrasoundImage,
        width: Int? = nil,
        height: Int? = nil,
        ground: UInt8 = 0,
        x left: Int = 0,
        y top: Int = 0,
        isMirrored: Bool = false
    ) {
        let (width, height) = (width ?? image.luma.width, height ?? image.luma.height)
        plane = GreyPlane(width: width, height: height, pixels: [UInt8](repeating: ground, count: width * height))
        colour = image.chroma == nil ? [] : [Bool](repeating: false, count: width * height)
        warm = colour
        facts = image.facts
        (facts.width, facts.height) = (width, height)
        let last = image.luma.width - 1
        place = PictureMapping(
            left: Double(isMirrored ? left + last : left),
            top: Double(top),
            across: isMirrored ? -1 : 1
        )
        for y in max(0, -top)..<max(0, -top, min(image.luma.height, height - top)) {
            for x in 0...last {
                let column = left + (isMirrored ? last - x : x)
                guard column >= 0, column < width else { continue }
                let index = (y + top) * width + column
                plane.pixels[index] = image.luma.pixels[y * image.luma.width + x]
                guard let chroma = image.chroma, chroma.contains(x: x, y: y) else { continue }
                colour[index] = true
                warm[index] = chroma.isWarm(x: x, y: y)
            }
        }
    }

    /// The picture as it is drawn on.
    var changed: ChangedPicture {
        guard !colour.isEmpty else {
            return ChangedPicture(UltrasoundImage(luma: plane, chroma: nil, facts: facts), place: place)
        }
        let (colour, warm) = (Self.packed(colour), Self.packed(warm))
        let chroma = ChromaMask(
            width: width,
            height: height,
            bits: colour,
            warm: warm,
            count: colour.reduce(0) { $0 + $1.nonzeroBitCount }
        )
        return ChangedPicture(UltrasoundImage(luma: plane, chroma: chroma, facts: facts), place: place)
    }

    private static func packed(_ flags: [Bool]) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (flags.count + 7) / 8)
        for (index, flag) in flags.enumerated() where flag { bytes[index >> 3] |= 1 << UInt8(index & 7) }
        return bytes
    }

    /// Draws a rectangle, as far as it lies on the canvas.
    ///
    /// - Parameters:
    ///   - columns: Its columns.
    ///   - rows: Its rows.
    ///   - grey: Its grey.
    ///   - opacity: What it leaves of what is below: nothing with 1.
    ///   - isColoured: Whether it carries a cold colour; what is drawn over colour hides it otherwise.
    mutating func fill(
        _ columns: Range<Int>,
        _ rows: Range<Int>,
        grey: UInt8,
        opacity: Float = 1,
        isColoured: Bool = false
    ) {
        if isColoured, colour.isEmpty {
            colour = [Bool](repeating: false, count: width * height)
            warm = colour
        }
        for y in rows.clamped(to: 0..<height) {
            for x in columns.clamped(to: 0..<width) {
                let index = y * width + x
                let mixed = Float(plane.pixels[index]) * (1 - opacity) + Float(grey) * opacity
                plane.pixels[index] = UInt8(max(0, min(255, mixed.rounded())))
                if !colour.isEmpty, opacity == 1 { (colour[index], warm[index]) = (isColoured, false) }
            }
        }
    }

    /// Writes letters of five by seven blocks, of which about half are set, with a space after every eighth.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - x: The column of the first one.
    ///   - y: The row of their upper edge.
    ///   - block: Pixels of a block's side.
    ///   - grey: Their grey.
    ///   - opacity: What they leave of what is below: nothing with 1.
    ///   - stream: Tells one text from another.
    mutating func write(
        _ count: Int,
        x: Int,
        y: Int,
        block: Int,
        grey: UInt8,
        opacity: Float = 1,
        stream: UInt64 = 0x5445_5854
    ) {
        var source = SplitMix64(seed: 1, stream: stream)
        for letter in 0..<max(0, count) where letter % 9 != 8 {
            for cell in 0..<Self.letter.width * Self.letter.height where source.unit() < 0.5 {
                let left = x + (letter * (Self.letter.width + 1) + cell % Self.letter.width) * block
                let row = y + cell / Self.letter.width * block
                fill(left..<left + block, row..<row + block, grey: grey, opacity: opacity)
            }
        }
    }

    /// How many letters fit beside each other.
    static func letters(in width: Int, block: Int) -> Int { max(0, width / ((letter.width + 1) * max(1, block))) }
}
