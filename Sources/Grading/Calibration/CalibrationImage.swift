/// One image of a store, as calibration sees it: what the first pass said, and what the experts said if one looked.
package struct CalibrationImage: Sendable, Equatable {
    /// The first pass's score, 0–100; nil where the picture was not graded and goes to an expert whatever the rubric says.
    package var score: Double?
    /// Whether the rubric's own rules sent it to an expert, the draw apart.
    package var isFlagged: Bool
    /// Whether the random draw chose it.
    package var isDrawn: Bool
    /// Probability of the draw, 0–1; nil where it is not known.
    package var drawProbability: Double?
    /// What the experts' last reading says: whether the picture needs correction; nil where no expert judged it.
    package var needsCorrection: Bool?
    /// The exam it belongs to: images of one exam are not independent.
    package var exam: Int64

    /// Joins the parts.
    package init(
        score: Double?,
        isFlagged: Bool,
        isDrawn: Bool,
        drawProbability: Double?,
        needsCorrection: Bool?,
        exam: Int64
    ) {
        self.score = score
        self.isFlagged = isFlagged
        self.isDrawn = isDrawn
        self.drawProbability = drawProbability
        self.needsCorrection = needsCorrection
        self.exam = exam
    }
}

/// One graded image that an expert judged, with the number of images that it stands for.
package struct CalibrationCase: Sendable, Equatable {
    /// 0–100.
    package var score: Double
    package var needsCorrection: Bool
    /// Above 0.
    package var weight: Double
    package var exam: Int64

    /// A judged image.
    package init(score: Double, needsCorrection: Bool, weight: Double, exam: Int64) {
        self.score = score
        self.needsCorrection = needsCorrection
        self.weight = weight
        self.exam = exam
    }
}
