/// Which grey means black and which means white on the screen that the picture was taken from.
///
/// Some machines draw their background at 8–20, and some video paths end at 235–245 (domain reference §1.1, §1.2).
package struct ScreenLevels: Sendable, Equatable {
    /// Grey of the screen's background, 0–40.
    package let black: Int
    /// Grey at which the display clips, 200–255.
    package let white: Int

    /// Wraps known levels.
    package init(black: Int, white: Int) {
        self.black = black
        self.white = white
    }

    /// Share of the scan area that may be darker than black by noise and by what compression smears.
    private static let darkerShare = 0.01
    /// By how much that share may be darker, in grey.
    private static let darkerBy = 4

    /// Takes black from the most frequent grey around the scan area, and white from the spike that clipping piles up at the top of the histogram.
    package init(rows: NativeRows) {
        let around = rows.outside
        let mode = around.counts.indices.max { around.counts[$0] < around.counts[$1] } ?? 0
        // A frame of screen around the scan area is thousands of pixels; less is annotation and says nothing.
        let screen = around.total >= 2000 && mode <= 40 && around.counts[mode] * 4 >= around.total ? mode : 0
        // No echo is drawn darker than none: where the ultrasound goes below the screen around it, the screen is a grey
        // panel, or the ground of a viewer, and says nothing of the ultrasound's black.
        let darkest = rows.inside.percentile(Self.darkerShare) ?? screen
        black = darkest < screen - Self.darkerBy ? darkest : screen
        white = Self.clippingLevel(of: rows.inside) ?? 255
    }

    /// The highest occupied grey level (200–254) if at least 0.2 % of the pixels lie on it and it holds 4 times what the 8 levels below hold on average.
    private static func clippingLevel(of histogram: GreyHistogram) -> Int? {
        let noise = max(1, histogram.total / 50_000)
        guard let top = (200...255).last(where: { histogram.counts[$0] > noise }), top < 255 else { return nil }
        let below = histogram.counts[(top - 8)..<top].reduce(0, +) / 8
        let count = histogram.counts[top]
        return count * 500 >= histogram.total && count > 4 * below ? top : nil
    }
}
