/// Whether the picture is a photograph of a screen.
package enum ScreenPhoto: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "moire.pairs",
            measures: "Waves over the picture that come from a screen's pixels under a camera's.",
            unit: "count",
            direction: .lowerIsBetter,
            range: 0...1000,
            input: .area,
            formula: "Peaks of the amplitude spectrum of the middle 256 × 256 pixels (128 × 128 in small areas; Hann), "
                + "in the ring 0.15–0.9 of the Nyquist frequency and off the axes, over 8 times the median of the 11 × 11 bins "
                + "around, each counted once with its mirror image. Only where the averaged spectra of 16 rows or "
                + "16 columns have a bin over 3.5 times its neighbours' median, or another sign of a photograph is "
                + "there; elsewhere 0.",
            failure:
                "Absent under 128 pixels a side. Moiré with waves longer than a twentieth of the window is not told "
                + "from anatomy.",
            source: "domain reference §1.16; Kunina 2023"
        ),
        MetricDescription(
            id: "photo.votes",
            measures: "Signs of a photograph of a screen.",
            unit: "count",
            direction: .lowerIsBetter,
            range: 0...9,
            input: .area,
            formula: "One for moire.pairs ≥ 1. One for black around the scan area that is lifted (5th percentile of "
                + "flat 8 × 8 patches ≥ 8 grey) and uneven (95th − 5th ≥ 10), unless half of the patches are one exact grey. One for "
                + "a frame with two sides out of true, two for three or four: from 32 places a side, inwards over an even rim, the "
                + "first step of 8 grey and more; those within 1.5 pixels of one line (at least 40 % of the places, half of the steps "
                + "and of the side), whose slope is under 0.2 and leaves the true by 2.5 pixels and more. One for a colour cast: of bright 8 × 8 cells "
                + "(mean ≥ 110, all ≥ 24 grey) a fifth and more have 4 to 60 of 64 pixels coloured, in three of 36 parts of the "
                + "picture and more. One for coloured black: of dark even cells (16 × 16 pixels, mean < 40, σ ≤ 7 about the middle; 16 and "
                + "more) the median of max(|Cb − 128|, |Cr − 128|) is 5 and more, and less than half have one exact tone; two where four "
                + "fifths of their Cb or Cr span 6 and more. Two where the file's Exif records two of exposure time, f-number, sensitivity, shutter, "
                + "aperture and focal length.",
            failure:
                "The black is not judged where ultrasound reaches all edges, its colour not in daylight, in JPEGs of other colours than "
                + "YCbCr and in interlaced or palette PNGs, the frame where the camera saw nothing but the "
                + "screen or stood square to it, the cast under 32 bright cells and in grey files; an even cast under 30 of "
                + "chroma is not seen. Without a scan area only where the frame is out of true, or black coloured in a picture of which "
                + "three tenths at most have colours 25 and more off neutral. A printed picture that was "
                + "laid askew on a scanner counts as well.",
            source: "domain reference §1.16; Exif 2.32, §4.6.5"
        ),
    ]

    /// Signs from which a picture is a photograph of a screen; one alone is a hint.
    private static let leastVotes = 2.0

    /// Whether what was measured says that the picture is a photograph of a screen.
    static func isSure(_ measurements: Measurements) -> Bool {
        (measurements.values["photo.votes"] ?? 0) >= leastVotes
    }

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let image = evidence.input.image
        var votes = image.facts.isCameraPicture ? 2 : 0
        votes += frameVotes(image.luma)
        votes += toneVotes(image.blackTone)
        if evidence.screen.cast?.isCast == true { votes += 1 }
        if let black = ScreenBlack(luma: image.luma, outline: evidence.screen.outline), black.looksPhotographed {
            votes += 1
        }
        conclude(
            image.luma,
            box: evidence.input.area.box,
            mask: evidence.input.mask,
            votes: votes,
            into: &measurements
        )
    }

    /// The same in a picture without a scan area: nothing, unless its frame or the light in it shows that a screen was photographed.
    static func measure(wholePicture image: UltrasoundImage) -> Measurements {
        var measurements = Measurements()
        var votes = frameVotes(image.luma) + (isOfRoom(image) ? toneVotes(image.blackTone) : 0)
        guard votes > 0 else { return measurements }
        if image.facts.isCameraPicture { votes += 2 }
        if ColourCast(luma: image.luma, chroma: image.chroma)?.isCast == true { votes += 1 }
        if let black = ScreenBlack(luma: image.luma, outline: nil), black.looksPhotographed { votes += 1 }
        let box = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
        conclude(image.luma, box: box, votes: votes, into: &measurements)
        return measurements
    }

    /// Strong colours, as a share of the picture, up to which it may show a room with a screen in it; lamps make a room brown.
    private static let mostStrong = 0.3

    /// Whether a picture that is like no ultrasound shows a dim room, as one with a scanner's screen in it does.
    static func isOfRoom(_ image: UltrasoundImage) -> Bool {
        image.blackTone.map { $0.looksPhotographed && $0.strongShare <= mostStrong } ?? false
    }

    /// One vote for coloured black, two where more than one light colours it.
    private static func toneVotes(_ tone: BlackTone?) -> Int {
        guard let tone, tone.looksPhotographed else { return 0 }
        return tone.hasTwoLights ? 2 : 1
    }

    /// One vote for two tilted sides, two for more.
    private static func frameVotes(_ luma: GreyPlane) -> Int {
        switch ScreenFrame(luma: luma)?.tiltedSides ?? 0 {
        case 0...1: 0
        case 2: 1
        default: 2
        }
    }

    /// Looks for moiré where something else makes it worth the time, and adds all up.
    private static func conclude(
        _ luma: GreyPlane,
        box: PixelBox,
        mask: ScanAreaMask? = nil,
        votes: Int,
        into measurements: inout Measurements
    ) {
        var votes = votes
        if let search = MoireSearch(luma: luma, box: box) {
            let isSuspicious = votes > 0 || search.lineRatio >= MoireSearch.suspicion
            let pairs = isSuspicious ? MoireSearch(luma: luma, box: box, mask: mask)?.pairs() ?? 0 : 0
            measurements.values["moire.pairs"] = Double(min(1000, pairs))
            if pairs > 0 { votes += 1 }
        }
        measurements.values["photo.votes"] = Double(votes)
    }
}
