/// What stands out from the background: where there may be ultrasound.
struct Foreground {
    /// Grey by which content must exceed the background at least and at most; between them it is the background's noise.
    static let steps = 3...6
    /// Range of a 3 × 3 neighbourhood up to which it counts as flat: background, panels, saturated patches.
    static let flatRange: UInt8 = 2

    /// Share of what is not black that the flat grey of a screen covers at least.
    static let screenShare = 0.015
    /// By how much it exceeds black at least, as the dark inside of a scan area may too, and the grey below which it is.
    static let darkestScreen = 12
    static let brightestScreen = 96
    /// Share of the rows and of the columns on which it lies at least.
    static let screenSpread = 0.3
    /// Share of the picture that may be darker than the screen, away from what was blacked out.
    static let darkerShare = 0.003

    /// Share of the picture that must be fainter than what clearly exceeds the background, for it to be looked at.
    private static let leastFaint = 0.005

    /// Cells above the background that are no flat panel.
    private(set) var map: CellMap
    /// Flat cells.
    let flat: CellMap
    /// The grey level of the background; 0 where none was seen.
    let background: Int
    /// Whether the background is lighter than the dark of the ultrasound, so that darker cells are content too.
    let isGrey: Bool
    /// The grey of ultrasound without echoes.
    let echoFree: Int
    /// By how much the background's own noise exceeds it.
    private(set) var noise: Int
    /// Grey from which a cell is content.
    private(set) var threshold: UInt8

    /// Whether the grey of what is flat has steps, as that of a strongly compressed picture has.
    let hasSteps: Bool

    /// Separates content from background.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - hasPanels: Whether what is flat may be a panel: not where tissue may be as flat.
    ///   - darkestGrey: The grey from which an even surrounding is lighter than black.
    init(_ picture: ReducedPicture, hasPanels: Bool = true, darkestGrey: Int = Self.darkestGrey) {
        let flat = Self.flatCells(picture)
        let mean = picture.mean.span
        let counts = Self.counts(mean, where: flat.cells.span)
        // The darkest level that covers at least 1 % of the picture without any structure.
        let least = max(4, mean.count / 100)
        let background =
            (0..<96).first { level in
                counts[max(0, level - 1)...min(255, level + 1)].reduce(0, +) >= least && counts[level] > 0
            } ?? -Self.steps.lowerBound
        let ladder = Self.ladder(counts, of: mean.count)
        // With few levels flat tissue has one grey as a screen has, and then only black is no tissue.
        let isCoarse = background > Self.darkestScreen / 2 && ladder == nil && picture.hasFewLevels()
        // The found level may be the lower shoulder of the background's peak.
        let darkest: Int
        if isCoarse {
            darkest = 0
        } else if let ladder {
            darkest = ladder.black
        } else {
            darkest =
                background < 0
                ? background : (background...min(255, background + 3)).max { counts[$0] < counts[$1] } ?? background
        }
        let level = Self.screenLevel(picture, counts, above: darkest + Self.steps.lowerBound)
        let isTissue = isCoarse || ladder != nil || level != nil && picture.hasFewLevels()
        let blackedOut = isTissue ? nil : level
        // Where tissue may be flat its rows may be of one grey as well.
        let crossing =
            isTissue || !hasPanels
            ? CrossingBars.none : CrossingBars(picture, above: darkest + Self.steps.upperBound)
        // Around what was blacked out later the rest of a screen is too ragged to be told by where it lies.
        let screen =
            blackedOut == nil && !isTissue
            ? Self.greyScreen(picture, flat: flat, from: darkestGrey, without: crossing) : nil
        let noisy = background < 0 && screen == nil && blackedOut == nil ? Self.noisyScreen(picture) : nil
        let peak = screen?.level ?? blackedOut ?? noisy?.level ?? darkest
        let noise = Self.noise(picture, flat: flat, background: peak)
        // Two grey above what 95 % of the picture's frame shows.
        let threshold = peak + (noisy?.step ?? min(Self.steps.upperBound, max(Self.steps.lowerBound, noise + 2)))
        let bars = ladder == nil && hasPanels ? Self.bars(picture, above: threshold) : nil
        let framed = isTissue || !hasPanels ? nil : Self.frameLevels(picture, flat: flat)
        var cells = Self.content(picture, from: threshold, screen: screen?.cells)
        if let bars { Self.clear(&cells) { bars.span.lanes(at: $0) } }
        crossing.clear(&cells, width: picture.width)
        if let framed {
            Self.clearPanels(&cells, mean, flat: flat.cells.span) {
                framed[Int($0)] && (screen == nil || Int($0) >= threshold)
            }
        }
        map = CellMap(width: picture.width, height: picture.height, cells: cells)
        self.flat = flat
        hasSteps = ladder != nil
        self.background = max(0, peak)
        isGrey = screen != nil
        echoFree = noisy != nil ? 0 : screen == nil ? max(0, peak) : max(0, min(darkest, peak - Self.darkestGrey))
        self.noise = noisy.map { $0.step - 2 } ?? noise
        self.threshold = UInt8(clamping: threshold)
    }

    /// How often each grey is among the cells that are flagged.
    private static func counts(_ mean: Span<UInt8>, where flags: Span<UInt8>) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        var target = counts.mutableSpan
        var index = 0
        while index < mean.count {
            let end = min(mean.count, index &+ 8)
            if end &- index == 8 {
                let set = flags.eight(at: index)
                let first = mean[index]
                // Most of a screen is of one grey.
                if set == 0
                    || set == 0x0101_0101_0101_0101 && mean.eight(at: index) == 0x0101_0101_0101_0101 &* UInt64(first)
                {
                    if set != 0 { target[Int(first)] &+= 8 }
                    index = end
                    continue
                }
            }
            while index < end {
                target[Int(mean[index])] &+= Int(flags[index])
                index &+= 1
            }
        }
        return counts
    }

    /// What is lighter than the background, or on a grey screen what is no part of it: 1 a cell.
    private static func content(_ picture: ReducedPicture, from threshold: Int, screen: CellMap?) -> [UInt8] {
        if let screen { return screen.cells.map { $0 == 0 ? 1 : 0 } }
        var cells = [UInt8](repeating: 0, count: picture.mean.count)
        guard threshold <= 255 else { return cells }
        let mean = picture.mean.span
        let least = SIMD16<UInt8>(repeating: UInt8(clamping: threshold))
        change(&cells) { index, _ in (mean.lanes(at: index) .>= least).bytes & SIMD16<UInt8>(repeating: 1) }
        return cells
    }

    /// Clears the cells that are 1 in another map.
    private static func clear(_ cells: inout [UInt8], _ others: (Int) -> SIMD16<UInt8>) {
        change(&cells) { index, own in own & (SIMD16<UInt8>(repeating: 1) &- others(index)) }
    }

    /// Sets sixteen cells at a time to what becomes of them.
    @inline(__always)
    private static func change(_ cells: inout [UInt8], _ become: (Int, SIMD16<UInt8>) -> SIMD16<UInt8>) {
        var target = cells.mutableSpan
        let count = target.count
        var index = 0
        while index &+ 16 <= count {
            let own = target.span.lanes(at: index)
            var bytes = target.mutableBytes
            bytes.storeBytes(of: become(index, own), toByteOffset: index, as: SIMD16<UInt8>.self)
            index &+= 16
        }
        guard index < count else { return }
        let last = become(index, target.span.lanes(at: index))
        for lane in 0..<count &- index { target[index &+ lane] = last[lane] }
    }

    /// The same with all that differs from the background, however little; nil where that is next to nothing more, and
    /// where the background is no black screen.
    func faint(_ picture: ReducedPicture) -> Foreground? {
        guard !isGrey, echoFree == background else { return nil }
        // The mean of a grey screen's cells is rounded either way; that of black ones is black.
        let least = UInt8(clamping: background + (background > 0 ? 2 : 1))
        guard least < threshold else { return nil }
        var result = self
        let mean = picture.mean.span
        let one = SIMD16<UInt8>(repeating: 1)
        let (low, high) = (SIMD16<UInt8>(repeating: least), SIMD16<UInt8>(repeating: threshold))
        let faint = PackedCells(width: picture.width, height: picture.height) { index in
            let grey = mean.lanes(at: index)
            return (grey .>= low).bytes & (grey .< high).bytes
        }
        guard Double(faint.count) >= Self.leastFaint * Double(mean.count) else { return nil }
        Self.change(&result.map.cells) { index, own in
            let grey = mean.lanes(at: index)
            return own | (grey .>= low).bytes & (grey .< high).bytes & one
        }
        result.threshold = least
        result.noise = 0
        return result
    }

    /// The same with what exceeds the background by some grey alone; nil where that is no black screen.
    func exceeding(_ step: Int, of picture: ReducedPicture) -> Foreground? {
        guard !isGrey else { return nil }
        var result = self
        let mean = picture.mean.span
        let least = SIMD16<UInt8>(repeating: UInt8(clamping: background + step))
        Self.change(&result.map.cells) { index, own in own & (mean.lanes(at: index) .>= least).bytes }
        return result
    }

    /// Without anything from a column on: the right one of two touching pictures.
    func cut(from column: Int) -> Foreground {
        var result = self
        for y in 0..<map.height {
            for x in max(0, column)..<max(0, column, map.width) { result.map.cells[y * map.width + x] = 0 }
        }
        return result
    }

    /// How far 95 % of the picture's frame keeps to the background.
    private static func noise(_ picture: ReducedPicture, flat: CellMap, background: Int) -> Int {
        var counts = [Int](repeating: 0, count: 11)
        for y in 0..<picture.height {
            let edge = y < 4 || y >= picture.height - 4
            var x = 0
            while x < picture.width {
                let index = y * picture.width + x
                let above = Int(picture.mean[index]) - background
                if flat.cells[index] != 0, above <= 10 { counts[max(0, above)] += 1 }
                x += edge || x < 3 || x >= picture.width - 4 ? 1 : picture.width - 7
            }
        }
        var rest = counts.reduce(0, +) * 95 / 100
        return counts.firstIndex { count in
            rest -= count
            return rest < 0
        } ?? 0
    }

    private static func flatCells(_ picture: ReducedPicture) -> CellMap {
        let width = picture.width
        let height = picture.height
        var flags = [UInt8](repeating: 0, count: width * height)
        guard width >= 3, height >= 3 else { return CellMap(width: width, height: height, cells: flags) }
        let mean = picture.mean.span
        var target = flags.mutableSpan
        for y in 0..<height {
            let (above, row, below) = (max(0, y &- 1) &* width, y &* width, min(height &- 1, y &+ 1) &* width)
            // Sixteen cells at a time, the last ones once more with those before them; cells at the sides have no neighbour there.
            var x = 1
            while width >= 18, x < width &- 1 {
                let first = min(x, width &- 17)
                var bytes = target.mutableBytes
                let flat = flatSixteen(mean.bytes, above &+ first, row &+ first, below &+ first)
                bytes.storeBytes(of: flat, toByteOffset: row &+ first, as: SIMD16<UInt8>.self)
                x &+= 16
            }
            func isFlat(_ columns: ClosedRange<Int>) -> UInt8 {
                var (lowest, highest) = (UInt8.max, UInt8.min)
                for x in columns {
                    let (upper, own, lower) = (mean[above &+ x], mean[row &+ x], mean[below &+ x])
                    lowest = min(lowest, min(upper, min(own, lower)))
                    highest = max(highest, max(upper, max(own, lower)))
                }
                return highest &- lowest <= flatRange ? 1 : 0
            }
            target[row] = isFlat(0...0)
            target[row &+ width &- 1] = isFlat(width &- 1...width &- 1)
            if width < 18 {
                for x in 1..<width &- 1 { target[row &+ x] = isFlat(x &- 1...x &+ 1) }
            }
        }
        return CellMap(width: width, height: height, cells: flags)
    }

    /// 1 where the 3 × 3 cells around one of sixteen differ by so little that it is flat; the places are those of the first one
    /// in its row and in the rows above and below, not at a side.
    @inline(__always)
    private static func flatSixteen(_ mean: RawSpan, _ above: Int, _ row: Int, _ below: Int) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        precondition(above >= 1 && below &+ 17 <= mean.byteCount && row >= 1 && row &+ 17 <= mean.byteCount)
        @inline(__always)
        func load(_ place: Int) -> Bytes { mean.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: Bytes.self) }
        var (lowest, highest) = (load(row), load(row))
        @inline(__always)
        func take(_ place: Int) {
            let cells = load(place)
            (lowest, highest) = (Bytes.lower(lowest, cells), Bytes.higher(highest, cells))
        }
        take(above &- 1)
        take(above)
        take(above &+ 1)
        take(row &- 1)
        take(row &+ 1)
        take(below &- 1)
        take(below)
        take(below &+ 1)
        return ((highest &- lowest) .<= Bytes(repeating: flatRange)).bytes & Bytes(repeating: 1)
    }
}
