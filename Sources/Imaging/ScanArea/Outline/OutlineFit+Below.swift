/// What stands on the screen below a picture that fills its width: a line of text, the trace of a heart.
extension OutlineFit {
    /// By how much letters and traces exceed the background, as they must be read.
    private static let written = 24
    /// By how much nothing between them and the picture does.
    private static let empty = 3
    /// Share of a row that letters take at least, and of the columns in which a trace is.
    private static let leastLetters = 0.03
    private static let leastTrace = 0.7

    /// The row down to which depth without echoes may go on: that of what stands below it, or the picture's last one.
    ///
    /// Text lies between rows on which nothing is at all, and is no higher than a line; a trace goes from side to side.
    func floor(of picture: ReducedPicture, background: Int) -> Double {
        let width = picture.width
        let mean = picture.mean.span
        guard let last = (0..<region.height).last(where: { region.ends(row: $0) != nil }) else {
            return height
        }
        func count(_ row: Int, from grey: Int) -> Int {
            var cells = 0
            for x in 0..<width where Int(mean[row &* width &+ x]) >= background &+ grey { cells &+= 1 }
            return cells
        }
        var row = last + 1
        var isParted = false
        while row < picture.height {
            guard count(row, from: Self.empty) > 0 else {
                (row, isParted) = (row + 1, true)
                continue
            }
            let first = row
            while row < picture.height, count(row, from: Self.empty) > 0 { row += 1 }
            guard isParted else { continue }
            let most = (first..<row).map { count($0, from: Self.written) }.max() ?? 0
            if row - first <= Foreground.textRows, Double(most) >= Self.leastLetters * Double(width) {
                return Double(first)
            }
            let columns = (0..<width).count { x in
                (first..<row).contains { Int(mean[$0 &* width &+ x]) >= background &+ Self.written }
            }
            if Double(columns) >= Self.leastTrace * Double(width) { return Double(first) }
        }
        return height
    }
}
