/// Bars that cross the whole picture: titles, headers, lines of status.
///
/// `bars` tells panels by runs without any step, which letters, logos and noise break; what frames the picture tells those
/// at its edge. A bar from one edge of the picture to the other is told by its ends, however much is written on it: no
/// tissue has one grey at both edges and nearly all the way between.
extension Foreground {
    /// By how much cells of a bar may differ, and the share of a row that has its grey at least: the rest is letters.
    private static let evenness = 1
    private static let leastEven = 0.5
    /// Rows of cells that a bar takes at least: thinner ones are edges.
    private static let leastRows = 2
    /// Grey from which even tissue may be white all the way.
    private static let white = 240
    /// Share of the picture's height in which bars lie, from its upper and from its lower edge.
    private static let reach = 0.3

    /// The rows that are bars from edge to edge, text between them and all.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - threshold: Grey from which a cell counts as content.
    static func headers(_ picture: ReducedPicture, above threshold: Int) -> [Range<Int>] {
        let (width, height) = (picture.width, picture.height)
        guard width >= 16, height >= 16, threshold < white else { return [] }
        let depth = Int((reach * Double(height)).rounded(.up))
        let mean = picture.mean.span
        var found: [Range<Int>] = []
        for rows in [0..<depth, height - depth..<height] {
            var first: Int?
            var last = 0
            for y in rows where isBar(mean, row: y &* width, width: width, threshold: threshold) {
                if first == nil || y - last > textRows {
                    if let first, last - first + 1 >= leastRows { found.append(first..<last + 1) }
                    first = y
                }
                last = y
            }
            if let first, last - first + 1 >= leastRows { found.append(first..<last + 1) }
        }
        return found
    }

    /// Whether a row has one grey at both of its ends and over most of it.
    private static func isBar(_ mean: Span<UInt8>, row: Int, width: Int, threshold: Int) -> Bool {
        let grey = Int(mean[row])
        guard grey >= threshold, grey < white, abs(Int(mean[row &+ width &- 1]) &- grey) <= evenness else {
            return false
        }
        var even = 0
        for x in 0..<width where abs(Int(mean[row &+ x]) &- grey) <= evenness { even &+= 1 }
        return Double(even) >= leastEven * Double(width)
    }
}
