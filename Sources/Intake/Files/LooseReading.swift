package import Grading
package import Imaging

/// Writes the pictures of a blind reading, file by file: each is decoded once, and none is kept.
package struct LooseReading: Sendable {
    /// One picture of the reading, and the number under which readers see it.
    package struct Entry: Sendable {
        /// From 1.
        package let number: Int
        /// The file's place among the files.
        package let file: Int
        package let stimulus: BlindReading.Stimulus
    }

    private let plan: BlindReading
    private let examiner: FileExaminer

    /// Reading by a plan.
    package init(_ plan: BlindReading, limits: DecodingLimits, budget: DecodingBudget) {
        self.plan = plan
        examiner = FileExaminer(limits: limits, budget: budget)
    }

    /// The entries of so many files, in an order that tells nothing of file, fault or strength; the plan's seed decides it.
    package func entries(files: Int) -> [Entry] {
        var generator = SplitMix64(seed: plan.seed)
        let all = (0..<max(0, files)).flatMap { file in plan.stimuli(of: file).map { (file, $0) } }
        return all.shuffled(using: &generator).enumerated().map { place, item in
            Entry(number: place + 1, file: item.0, stimulus: item.1)
        }
    }

    /// The pictures of one file's entries, as PNG; throws when no scan area is found in it, or where a codec does.
    ///
    /// - Parameters:
    ///   - entries: All of the same file.
    ///   - receive: Is handed each entry with its file's bytes.
    package func pictures(
        of file: NamedFiles.File,
        entries: [Entry],
        receive: (Entry, [UInt8]) -> Void
    ) -> Result<Void, ImagingError> {
        examiner.examine(file.path, links: file.isNamed ? .follow : .refuse) { image throws(ImagingError) in
            guard image.luma.pixels.count <= TrialPlan.mostPixels else {
                throw ImagingError(
                    code: .tooLarge,
                    message: "more than \(TrialPlan.mostPixels) pixels: no fault is put into it"
                )
            }
            guard let area = ImagePipeline.examine(image).scanArea, let site = FaultSite(image: image, area: area)
            else {
                throw ImagingError(code: .decoderFailed, message: "no scan area was found in it")
            }
            for entry in entries {
                let picture = try plan.picture(entry.stimulus, of: site, number: entry.file)
                receive(entry, try PNGEncoder.encode(picture.luma))
            }
        }
        .result
    }
}
