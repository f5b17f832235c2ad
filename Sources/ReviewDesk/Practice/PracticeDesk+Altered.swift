internal import Glibc
internal import Grading
internal import Imaging
internal import Intake
internal import Store

/// A stored picture that an expert found faultless, decoded and laid out to put a fault in.
private struct AlterablePicture {
    /// Most pixels: laying one out takes 24 bytes a pixel.
    static let mostPixels = 8 << 20
    /// Most of the scan area that may carry colour: faults are put into grey values, and colour would give them away.
    static let mostColour = 0.005

    let image: Int64
    let section: String?
    let level: Level
    let outline: [PixelPoint]
    let shape: ScanArea.Shape
    let site: FaultSite

    func exercise(_ number: UInt64) -> AlteredExercise {
        AlteredExercise(image: image, section: section, level: level, number: number)
    }

    /// Whether what the number puts in can be seen.
    func shows(_ number: UInt64) -> Bool { ((try? exercise(number).picture(at: site)) ?? nil) != nil }
}

extension PracticeDesk {
    /// Of so many pictures of a section one is looked for on which a fault can be seen.
    private static let mostTried = 6

    /// Cards of the sections of which there are good pictures.
    func alteredCards(of pool: [PracticePicture], topics: Set<String>) -> [String] {
        let good = pool.filter { $0.level >= AlteredExercise.leastLevel }
        return AlteredExercise.cards(
            sections: Set(good.map { AlteredExercise.cardSection($0.section) }),
            ofTopics: topics
        )
    }

    /// Throws `denied` where the picture is none of those, or the fault cannot be seen in it.
    func alteredExercise(_ image: Int64, _ id: ExerciseID) throws -> Exercise {
        guard let picture = try alterable(image, id), picture.shows(id.number) else { throw noExercise(id) }
        return picture.exercise(id.number).exercise
    }

    /// The same fault on another picture of the section, as long as there is another one.
    func alteredExercise(
        ofCard card: String,
        after last: ExerciseID,
        among pool: [PracticePicture]
    ) -> ExerciseID? {
        let parts = card.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return nil }
        let good = pool.filter {
            $0.level >= AlteredExercise.leastLevel && AlteredExercise.cardSection($0.section) == parts[1]
        }
        var random = PracticeRandom(seed: last.number, purpose: "pictures of \(card)")
        let shuffled = random.shuffled(good)
        let others = shuffled.filter { String($0.image) != last.name }
        for candidate in (others + shuffled.filter { String($0.image) == last.name }).prefix(Self.mostTried) {
            let numbers = AlteredExercise.numbers(
                image: candidate.image,
                section: candidate.section,
                level: candidate.level,
                after: last.number,
                atMost: 3
            ) { found, _ in found == card }
            if let id = seen(candidate.image, numbers) { return id }
        }
        return nil
    }

    /// An exercise for a paper: on one of some topics, or on any where none is named; nil where nothing can be seen.
    ///
    /// One in six has nothing wrong with it.
    func alteredExercise(forPaper picture: ExerciseID, topics: Set<String>, of pool: [PracticePicture]) -> ExerciseID? {
        guard let candidate = pool.first(where: { String($0.image) == picture.name }) else { return nil }
        var random = PracticeRandom(seed: picture.number, purpose: "topic of \(picture.name)")
        let wantsFault = random.below(6) > 0
        let numbers = AlteredExercise.numbers(
            image: candidate.image,
            section: candidate.section,
            level: candidate.level,
            after: picture.number,
            atMost: 6
        ) { _, topic in topic.map { wantsFault && (topics.isEmpty || topics.contains($0)) } ?? !wantsFault }
        return seen(candidate.image, numbers)
    }

    /// The first of some numbers whose fault can be seen in a picture.
    private func seen(_ image: Int64, _ numbers: [UInt64]) -> ExerciseID? {
        let id = ExerciseID(kind: .altered, name: String(image), number: numbers.first ?? 0)
        guard !numbers.isEmpty, let picture = (try? alterable(image, id)) ?? nil else { return nil }
        return numbers.first(where: picture.shows).map { ExerciseID(kind: .altered, name: id.name, number: $0) }
    }

    // MARK: Pictures

    /// The view of an altered picture; withheld where it is none.
    func alteredPicture(
        of subject: ReviewSubject,
        _ id: ExerciseID,
        untouched: Bool,
        maxWidth: Int,
        maxHeight: Int
    ) throws -> BlindPicture? {
        guard let reading = subject.reviews.last, let picture = try laidOut(subject, reading) else {
            throw noExercise(id)
        }
        let image = untouched ? picture.site.image : try picture.exercise(id.number).picture(at: picture.site)
        guard let image else { throw noExercise(id) }
        return BlindView.picture(
            of: image.luma,
            outline: picture.outline,
            shape: picture.shape,
            maxWidth: maxWidth,
            maxHeight: maxHeight
        )
    }

    /// nil where the picture is not a good, grey one whose scan area is found again.
    private func alterable(_ image: Int64, _ id: ExerciseID) throws -> AlterablePicture? {
        let (subject, reading) = try subject(of: id, image: image)
        guard AlteredExercise.level(ofFaultless: reading.grade) != nil else { return nil }
        return try laidOut(subject, reading)
    }

    private func laidOut(_ subject: ReviewSubject, _ reading: ReviewRecord) throws -> AlterablePicture? {
        let grade = subject.image.grade
        guard let level = reading.grade.level, let outline = grade.outline, let shape = grade.scanArea?.shape else {
            return nil
        }
        let image = try Pictures(room: room).decoded(subject.image)
        guard image.luma.pixels.count <= AlterablePicture.mostPixels,
            let area = ImagePipeline.scanArea(of: image).scanArea, area.confidence >= ScanArea.surety,
            let site = FaultSite(image: image, area: area), site.colourShare <= AlterablePicture.mostColour
        else { return nil }
        return AlterablePicture(
            image: subject.image.id,
            section: grade.section,
            level: level,
            outline: outline,
            shape: shape,
            site: site
        )
    }
}
