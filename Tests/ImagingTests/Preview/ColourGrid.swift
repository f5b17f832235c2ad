import Imaging

/// A small colour picture given by a rule.
struct ColourGrid {
    let width: Int
    let height: Int
    var rgb: [UInt8] = []

    init(width: Int, height: Int, _ rule: (Int, Int) -> (UInt8, UInt8, UInt8)) {
        self.width = width
        self.height = height
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue) = rule(x, y)
                rgb += [red, green, blue]
            }
        }
    }

    func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(rgb[3 * (y * width + x)..<3 * (y * width + x) + 3]) }

    func png() throws -> [UInt8] { try PNGEncoder.encode(rgb: rgb, width: width, height: height) }
}

extension BlindPicture {
    /// The pixel of an unreduced picture that shows (x, y) of the original; black beyond the frame.
    func pixel(x: Int, y: Int) -> [UInt8] {
        guard let frame else { return [] }
        let (column, row) = (x - frame.x, y - frame.y)
        guard (0..<width).contains(column), (0..<height).contains(row) else { return [0, 0, 0] }
        let at = 3 * (row * width + column)
        return Array(rgb[at..<at + 3])
    }
}
