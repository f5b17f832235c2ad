/// Screens of which a part was blacked out later.
extension Foreground {
    /// The grey of a screen of which a part was blacked out later, nil where none was.
    ///
    /// It covers much of the picture without structure, and nothing on the screen is darker than it; only along the
    /// border of the black are there mixtures of both.
    static func screenLevel(_ picture: ReducedPicture, _ counts: [Int], above black: Int) -> Int? {
        func share(_ level: Int) -> Int { counts[level - 1] + counts[level] + counts[level + 1] }
        let darkest = max(1, black + darkestScreen)
        guard darkest < brightestScreen, let level = (darkest..<brightestScreen).max(by: { share($0) < share($1) }),
            share(level) >= 20
        else { return nil }
        let mean = picture.mean.span
        func darker(than grey: Int) -> PackedCells {
            let limit = SIMD16<UInt8>(repeating: UInt8(clamping: grey))
            return PackedCells(width: picture.width, height: picture.height) { (mean.lanes(at: $0) .< limit).bytes }
        }
        var border = darker(than: black)
        border.grow(2)
        let lit = mean.count - border.count
        guard lit * 20 <= mean.count * 19, Double(share(level)) >= screenShare * Double(lit) else { return nil }
        guard isSpread(picture, level: level) else { return nil }
        var rest = darker(than: level - 2)
        rest.subtract(border)
        return Double(rest.count) <= darkerShare * Double(mean.count) ? level : nil
    }

    /// Whether a grey lies on many rows and on many columns, as what is left around the ultrasound does and a bar does not.
    private static func isSpread(_ picture: ReducedPicture, level: Int) -> Bool {
        var columns = [Bool](repeating: false, count: picture.width)
        var rows = 0
        for y in 0..<picture.height {
            var count = 0
            for x in 0..<picture.width where abs(Int(picture.mean[y * picture.width + x]) - level) <= 1 {
                columns[x] = true
                count += 1
            }
            if count >= 2 { rows += 1 }
        }
        let least = Double(columns.count { $0 }) / Double(picture.width)
        return min(least, Double(rows) / Double(picture.height)) >= screenSpread
    }
}
