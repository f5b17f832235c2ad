/// What the agreement is worth.
extension OutlineAgreement {
    /// What a doubt leaves of the confidence: less than `ScanArea.surety`.
    static let doubt = 0.6

    /// Shares of the border that content must end at for no confidence but the least, and for full confidence.
    private static let leastReach = 0.15
    private static let fullReach = 0.52
    /// Shares of a side that are enough where one side mirrors the other, and where none does.
    private static let mirroredSide = 0.35
    private static let eachSide = 0.6
    /// Share of the border that content may cross.
    private static let mostCrossed = 0.045
    /// Share of the broad content that a screen's own pictures and panels may make up, beside a rectangle and a fan: a
    /// fan leaves room in its corners for small ones only.
    private static let mostLeftOut = 0.3
    private static let mostLeftOutOfFan = 0.2
    /// Difference of the sides' leans in radians up to which they count as mirrored.
    private static let alike = 4 * Double.pi / 180
    /// Share of a face in the picture at which content begins at least; below it the axis is another one.
    static let leastFace = 0.36
    /// Share of a far end in the picture at which content ends at least, and what makes up for it.
    ///
    /// The far end and the face are nearly half of a border: where two thirds of both sides alone are seen, that is a
    /// share of 0.4; a share of 0.55 is more than the sides.
    private static let leastEnd = 0.2
    private static let sidesAlone = 0.4
    private static let clearBorder = 0.55
    /// Shares of a face and of a far arc that bear a fan's axis out.
    private static let clearFace = 0.65
    private static let clearEnd = 0.4
    /// Share of a side that counts as seen where an arc is in the picture, and where none is.
    private static let seenSide = 0.3
    private static let onlySides = 0.45
    /// Distance of the axis from the picture's middle, against its width, up to which a picture was cropped about it.
    private static let middlePlay = 0.04

    /// 0–1; below `ScanArea.surety` with any doubt.
    ///
    /// A fan's two sides mirror each other, so one good side is enough when their leans agree; leans that
    /// differ need both.
    var confidence: Double {
        if isBorneOutOtherwise {
            let result = (1 - 3 * outside) * (1 - 2 * crossed)
            return max(0, leftOut > Self.mostLeftOutOfFan ? result * Self.doubt : result)
        }
        let reach = min(1, max(0, (supported - Self.leastReach) / (Self.fullReach - Self.leastReach)))
        let sides =
            asymmetry <= Self.alike
            ? min(1, max(leftSide, rightSide) / Self.mirroredSide) : min(1, min(leftSide, rightSide) / Self.eachSide)
        var result = (1 - 3 * outside) * (1 - 2 * crossed) * (0.4 + 0.6 * reach) * (0.4 + 0.6 * sides)
        let doubts = [
            faceFades, crossed > Self.mostCrossed, leftOut > (isFan ? Self.mostLeftOutOfFan : Self.mostLeftOut),
            isFan && !isAxisBorneOut, !isEndBorneOut, !isFan && !areSidesBorneOut,
        ]
        for isDoubtful in doubts where isDoubtful { result *= Self.doubt }
        return max(0, min(1, result))
    }

    /// Whether content ends where the outline does, and does not fade: what fades may go on.
    ///
    /// Where it fades both sides must be seen, or nearly all of the border that is left.
    private var isEndBorneOut: Bool {
        guard let end, end < Self.leastEnd else { return true }
        if supported < Self.sidesAlone, !endsInNoise { return false }
        return min(leftSide, rightSide) >= Self.seenSide || supported >= Self.clearBorder || endsInNoise
    }

    /// Whether the sides of an outline that is no fan are: one that was not seen needs the other all the more.
    private var areSidesBorneOut: Bool {
        min(leftSide, rightSide) >= Self.seenSide || max(leftSide, rightSide) >= Self.eachSide
    }

    /// Whether a fan's axis is borne out by more than one side: lost lines leave an edge as straight as a side, and
    /// its mirror image is none.
    private var isAxisBorneOut: Bool {
        if let face, face < Self.leastFace { return false }
        let least = min(leftSide, rightSide)
        if least >= (face == nil && end == nil ? Self.onlySides : Self.seenSide) { return true }
        return (face ?? 0) >= Self.clearFace || (end ?? 0) >= Self.clearEnd || abs(axisOffset) <= Self.middlePlay
    }
}
