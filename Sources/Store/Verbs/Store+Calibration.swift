import GRDB
package import Grading

/// What a store knows of one rubric's images.
package struct CalibrationReading: Sendable {
    /// Current readable images that this version of the rubric graded.
    package let images: [CalibrationImage]
    /// Images with an expert's reading that another version of the rubric graded; regrading brings them in.
    package let otherVersions: Int
}

extension Store {
    /// The images that a rubric graded since a moment, with what experts said of them, in one snapshot.
    ///
    /// An image needs correction when its last reading leaves a major or critical finding standing, gives level C or D,
    /// or gives no score but found something grave. The probability of the draw is read where an expert judged, and taken
    /// as the mean of those for the rest.
    package func calibrationImages(of rubric: RubricReference, since: Timestamp) throws(StoreError)
        -> CalibrationReading
    {
        try read { database in
            var images: [CalibrationImage] = []
            try database.forEachRow(CalibrationSQL.images, rubric.id, rubric.sha256, since.text) { row in
                images.append(try CalibrationImage(row))
            }
            let known = images.compactMap { $0.isDrawn && !$0.isFlagged ? $0.drawProbability : nil }
            let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
            for index in images.indices where images[index].drawProbability == nil {
                images[index].drawProbability = mean
            }
            let others = try database.oneRow(
                CalibrationSQL.otherVersions,
                rubric.id,
                rubric.sha256,
                since.text
            ).count("images")
            return CalibrationReading(images: images, otherVersions: others)
        }
    }
}

extension CalibrationImage {
    fileprivate init(_ row: Row) throws {
        let isDrawn = try row.integer("sampled") == 1
        let drawnOnly = QueuePriority.sampled.rawValue
        // The queue, or the first reading, remembers whether more than the draw brought it; what passed was not flagged.
        let stratum = try row.optionalInteger("stratum") ?? row.optionalInteger("priority")
        let isFlagged = try row.choice("route", Triage.Route.self) == .review && stratum != drawnOnly
        let level: Level? = try row.optionalChoice("expert_level")
        let nonconforming = try row.optionalInteger("nonconforming").map { $0 == 1 }
        self.init(
            score: try row.optionalInteger("score_tenths").map { Double($0) / 10 },
            isFlagged: isFlagged,
            isDrawn: isDrawn,
            drawProbability: try row.optionalText("document").flatMap { text in
                // A flagged image would have come anyway: its probability says nothing of the draw.
                isFlagged ? nil : try GradeDocument.read(text).triage.inclusionProbability
            },
            needsCorrection: nonconforming.map { $0 || level.map { $0 <= .c } ?? false },
            exam: try row.integer("exam_id")
        )
    }
}
