import Grading
import Imaging
import Testing

@Suite("Exercises on stored pictures with a fault put in")
struct AlteredExerciseTests {
    private static func reading(
        _ level: Level,
        impression: Level? = nil,
        _ findings: [(String, Severity, ExpertGrade.Verdict)] = []
    ) -> ExpertGrade {
        var answers = ReviewAnswers()
        answers.impression = impression
        return ExpertGrade(
            score: 90,
            level: level,
            items: [],
            findings: findings.map { code, severity, verdict in
                ExpertGrade.JudgedFinding(finding: Finding(code: code, severity: severity), verdict: verdict)
            },
            answers: answers,
            rubric: RubricReference(id: "general", version: "1", sha256: "")
        )
    }

    private static func exercise(_ number: UInt64, section: String? = "abd.gb.long") -> AlteredExercise {
        AlteredExercise(image: 17, section: section, level: .a, number: number)
    }

    /// A faultless picture of a liver and its scan area laid out.
    private static let site: FaultSite? = {
        var recipe = PhantomRecipe(anatomy: .liver)
        (recipe.width, recipe.height) = (480, 360)
        return site(recipe) { $0 }
    }()

    private static func site(_ recipe: PhantomRecipe, _ change: (UltrasoundImage) -> UltrasoundImage) -> FaultSite? {
        guard let bytes = try? recipe.fileBytes(),
            let image = try? ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()),
            let area = ImagePipeline.scanArea(of: image).scanArea
        else { return nil }
        return FaultSite(image: change(image), area: area)
    }

    @Test("Only a picture graded A or B on which no fault of technique stands is good enough")
    func faultless() {
        #expect(AlteredExercise.level(ofFaultless: Self.reading(.a)) == .a)
        #expect(AlteredExercise.level(ofFaultless: Self.reading(.b, impression: .a)) == .b)
        #expect(AlteredExercise.level(ofFaultless: Self.reading(.c)) == nil)
        #expect(AlteredExercise.level(ofFaultless: Self.reading(.a, impression: .c)) == nil)
        let rejected = Self.reading(.a, [("NOISE", .minor, .rejected), ("NO_MARK", .minor, .confirmed)])
        #expect(AlteredExercise.level(ofFaultless: rejected) == .a)
        for verdict in [ExpertGrade.Verdict.confirmed, .added, .unjudged] {
            #expect(AlteredExercise.level(ofFaultless: Self.reading(.a, [("NOISE", .minor, verdict)])) == nil)
            #expect(AlteredExercise.level(ofFaultless: Self.reading(.a, [("SCREEN_PHOTO", .major, verdict)])) == nil)
        }
        #expect(AlteredExercise.level(ofFaultless: Self.reading(.a, [("NOISE", .info, .unjudged)])) == .a)
    }

    @Test("Image and number decide the fault; the id does not tell it, the card and the explanation do")
    func deterministic() throws {
        var codes: Set<String> = []
        for number in 0..<400 as Range<UInt64> {
            let one = Self.exercise(number)
            #expect(one == Self.exercise(number))
            #expect(one.exercise.prompt.exercise == "altered/17/\(number)")
            #expect(one.exercise.prompt.kind == .altered)
            #expect(!one.exercise.prompt.asksLevel)
            let code = try #require(one.exercise.key.expected.first)
            codes.insert(code)
            #expect(one.exercise.key.card == "altered/abd.gb.long/\(code)")
            let offered = one.exercise.prompt.options.map(\.id)
            #expect(offered.contains(code) && offered.last == "none" && Set(offered).count == offered.count)
            #expect(one.exercise.key.explanation?.zh.contains("专家评为 A 级的图像") == true)
        }
        let all: Set<String> = [
            "GAIN_HIGH", "GAIN_LOW", "CONTRAST_LOW", "SAT_HIGH", "TGC_UNEVEN", "TGC_BAND", "CONTACT_LOSS", "SHADOW",
            "BLUR", "UPSCALED", "JPEG_LOW", "NOISE", "none",
        ]
        #expect(codes == all)
        let cards = AlteredExercise.cards(sections: ["abd.gb.long"], ofTopics: [])
        #expect(Set(cards) == Set(all.map { "altered/abd.gb.long/\($0)" }) && cards.count == all.count)
        let ofTopic = AlteredExercise.cards(sections: ["abd.gb.long"], ofTopics: ["T02"])
        #expect(ofTopic == ["TGC_UNEVEN", "TGC_BAND", "none"].map { "altered/abd.gb.long/\($0)" })
    }

    @Test("Where a shadow is no fault, or nothing is known of the section, none is asked for or offered")
    func shadows() {
        for section in ["breast.r.uo", nil, "院内自定义切面"] {
            for number in 0..<150 as Range<UInt64> {
                let exercise = Self.exercise(number, section: section).exercise
                #expect(!exercise.prompt.options.contains { $0.id == "SHADOW" })
            }
        }
        #expect(Self.exercise(1, section: "院内/标签").exercise.key.card.split(separator: "/")[1] == "any")
    }

    @Test("A card is found again under other numbers, in their order")
    func numbers() {
        let found = AlteredExercise.numbers(image: 17, section: "abd.gb.long", level: .a, after: 5, atMost: 3) {
            card,
            _ in card == "altered/abd.gb.long/BLUR"
        }
        #expect(found.count == 3 && found == found.sorted() && found.allSatisfy { $0 > 5 })
        #expect(found.allSatisfy { Self.exercise($0).exercise.key.expected == ["BLUR"] })
        let none = AlteredExercise.numbers(image: 17, section: nil, level: .a, after: 5, atMost: 3) { card, _ in
            card.hasSuffix("/SHADOW")
        }
        #expect(none.isEmpty)
    }

    @Test("Every fault is put into a picture in which it can be seen, always the same; without one nothing is changed")
    func putIn() throws {
        let site = try #require(Self.site)
        var seen: Set<String> = []
        for number in 0..<120 as Range<UInt64> {
            let altered = Self.exercise(number)
            let code = try #require(altered.exercise.key.expected.first)
            guard seen.insert(code).inserted else { continue }
            let picture = try #require(try altered.picture(at: site), "\(code) cannot be seen")
            let again = try altered.picture(at: site)
            #expect(again?.luma == picture.luma)
            #expect((picture.luma == site.image.luma) == (code == "none"), "\(code)")
            guard code != "none", code != "JPEG_LOW", code != "UPSCALED" else { continue }
            // Within the scan area only.
            let inside = Set(site.pixels)
            let changed = picture.luma.pixels.indices.filter { picture.luma.pixels[$0] != site.image.luma.pixels[$0] }
            #expect(changed.allSatisfy(inside.contains), "\(code)")
        }
        #expect(seen.count == 13)
    }

    @Test("A fault that comes to nothing is told: a black far field cannot be darkened, a white picture not brightened")
    func invisible() throws {
        var recipe = PhantomRecipe(anatomy: .liver)
        (recipe.width, recipe.height) = (480, 360)
        let black = try #require(
            Self.site(recipe) { image in
                let plane = GreyPlane(width: image.luma.width, height: image.luma.height, filledWith: 6)
                return UltrasoundImage(luma: plane, chroma: nil, facts: image.facts)
            }
        )
        for number in 0..<200 as Range<UInt64> {
            let altered = Self.exercise(number)
            guard ["GAIN_LOW", "SHADOW", "BLUR"].contains(altered.exercise.key.expected[0]) else { continue }
            let picture = try altered.picture(at: black)
            #expect(picture?.luma == nil, "\(altered.exercise.key.expected)")
        }
    }
}
