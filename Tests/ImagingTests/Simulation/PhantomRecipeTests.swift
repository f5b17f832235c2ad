import Foundation
import Imaging
import Testing

@Suite("Phantom recipes")
struct PhantomRecipeTests {
    private func read(_ text: String) throws -> PhantomRecipe {
        try JSONDecoder().decode(PhantomRecipe.self, from: Data(text.utf8))
    }

    private func complaint(about text: String) -> String {
        do {
            _ = try read(text)
            return "nothing"
        } catch let error as SimulationError {
            return error.message
        } catch let error as DecodingError {
            return SimulationError(error).message
        } catch {
            return "\(error)"
        }
    }

    @Test("a written recipe reads back to the same recipe")
    func roundTrip() throws {
        var recipe = PhantomRecipe(anatomy: .gallstone)
        recipe.seed = .max
        recipe.mirrored = true
        recipe.probe = .microConvex
        recipe.depth = 9.5
        (recipe.width, recipe.height) = (720, 576)
        recipe.settings.looks = 4
        recipe.settings.focus = 0.3
        recipe.settings.dynamicRange = 70
        recipe.chrome.style = .navy
        recipe.chrome.calipers = true
        recipe.faults = [
            try ImageFault(.shadow, strength: 0.3, place: .edges, depth: 0.1), try ImageFault(.gain, strength: -3.5),
        ]
        recipe.format = .jpeg
        recipe.quality = 71
        let copy = try JSONDecoder().decode(PhantomRecipe.self, from: JSONEncoder().encode(recipe))
        #expect(copy == recipe)
    }

    @Test("a recipe that names only the anatomy takes every default, and written out gives the same picture")
    func defaults() throws {
        let short = try read(#"{"anatomy": "kidney"}"#)
        #expect(short == PhantomRecipe(anatomy: .kidney))
        let long = try JSONDecoder().decode(PhantomRecipe.self, from: JSONEncoder().encode(short))
        #expect(try long.render().grey == short.render().grey)
    }

    @Test(
        "mistakes are named with their place and what is allowed",
        arguments: [
            (#"{"anatomy": "liver", "sead": 3}"#, "unknown key \"sead\"; allowed: schema, anatomy, seed"),
            (#"{"anatomy": "lever"}"#, "anatomy: \"lever\" is not known; allowed: quality_phantom, liver"),
            (#"{"seed": 3}"#, "the key \"anatomy\" is missing"),
            (#"{"anatomy": "liver", "width": 9}"#, "width: 9 is outside 64 … 4096"),
            (#"{"anatomy": "liver", "depth_cm": 900}"#, "depth_cm: 900.0 is outside 1.0 … 40.0"),
            (
                #"{"anatomy": "liver", "file": {"format": "bmp"}}"#,
                "file.format: \"bmp\" is not known; allowed: png, jpeg"
            ),
            (#"{"anatomy": "liver", "file": {"quality": 0}}"#, "file.quality: 0 is outside 1 … 100"),
            (
                #"{"anatomy": "liver", "chrome": {"stile": "navy"}}"#,
                "chrome: unknown key \"stile\"; allowed: style, hospital"
            ),
            (#"{"anatomy": "liver", "settings": {"looks": 12}}"#, "settings.looks: 12 is outside 1 … 9"),
            (
                #"{"anatomy": "liver", "faults": [{"kind": "blurr", "strength": 1}]}"#,
                "kind: \"blurr\" is not known; allowed: gain"
            ),
            (#"{"anatomy": "liver", "faults": [{"kind": "blur"}]}"#, "the key \"strength\" is missing"),
            (
                #"{"anatomy": "liver", "faults": [{"kind": "blur", "strength": 1, "depht": 1}]}"#,
                "unknown key \"depht\""
            ),
            (
                #"{"anatomy": "liver", "faults": [{"kind": "gain", "strength": 400}]}"#,
                "strength 400.0 is outside -40 … 40.0 dB"
            ),
            (#"{"anatomy": "liver", "schema": "sonograde.phantom/9"}"#, "this program reads sonograde.phantom/1"),
            (#"{"anatomy": "liver", "seed": "three"}"#, "seed: "),
            (#"["anatomy"]"#, "Expected to decode"),
        ]
    )
    func mistakes(text: String, expected: String) {
        let message = complaint(about: text)
        #expect(message.contains(expected), "said: \(message)")
        #expect(!message.contains("\n"))
    }

    @Test("every section renders on every screen, at the smallest and an odd size")
    func everySection() throws {
        for (index, anatomy) in AnatomyPreset.allCases.enumerated() {
            var recipe = PhantomRecipe(anatomy: anatomy)
            recipe.chrome.style = ChromeStyle.allCases[index % ChromeStyle.allCases.count]
            recipe.chrome.calipers = true
            recipe.chrome.bodyMark = true
            recipe.chrome.colourBox = true
            (recipe.width, recipe.height) = index.isMultiple(of: 2) ? (64, 64) : (211, 163)
            let picture = try recipe.render()
            #expect(picture.grey.pixels.count == recipe.width * recipe.height)
            #expect(picture.grey.pixels.contains { $0 > 60 })
        }
    }

    @Test("colour Doppler puts colour over the vessel, and only inside its box")
    func colour() throws {
        var recipe = PhantomRecipe(anatomy: .carotidLong)
        recipe.chrome.colourBox = true
        let rgb = try #require(try recipe.render().rgb)
        var chromatic = 0
        for pixel in 0..<(rgb.count / 3) {
            let channels = rgb[(pixel * 3)..<(pixel * 3 + 3)]
            if Int(channels.max() ?? 0) - Int(channels.min() ?? 0) > 30 { chromatic += 1 }
        }
        #expect(chromatic > 3_000)
        recipe.chrome.colourBox = false
        #expect(try recipe.render().rgb == nil)
    }

    @Test("the ruler's ticks stand a centimetre apart")
    func ruler() throws {
        let recipe = PhantomRecipe(anatomy: .liver)
        let picture = try recipe.render()
        let x = Int(Double(recipe.width) * 0.845)
        let ticks = (0..<recipe.height).filter { picture.grey.pixels[$0 * recipe.width + x + 1] == 220 }
        #expect(ticks.count == 16)
        for (tick, number) in zip(ticks, 0...) {
            #expect(abs(Double(tick) - picture.layout.pixel(x: 0, z: Double(number)).y) <= 0.5)
        }
    }

    @Test("every drawn glyph has seven rows of five blocks, and no two are alike")
    func font() {
        var seen: [[UInt8]: Character] = [:]
        for character in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.,:-+/%=()#*_" {
            let rows = BlockFont.rows(of: character)
            #expect(rows.count == BlockFont.glyphHeight && rows.allSatisfy { $0 < 32 } && rows.contains { $0 != 0 })
            #expect(seen[rows] == nil, "\(character) looks like \(seen[rows].map(String.init) ?? "")")
            seen[rows] = character
        }
        #expect(BlockFont.rows(of: "a") == BlockFont.rows(of: "A"))
    }

    @Test("own logarithm, exponential and angles agree with the C library")
    func portableMath() {
        for step in 1...4_000 {
            let value = Float(step) * 0.37e-3 * Float(step)
            #expect(abs(Double(PortableMath.log2(value)) - log2(Double(value))) < 2e-6)
            let exponent = Float(step) * 0.05 - 100
            #expect(abs(Double(PortableMath.exp2(exponent)) / pow(2, Double(exponent)) - 1) < 1e-6)
            let angle = Double(step) * 0.003 - 6
            #expect(abs(PortableMath.sin(angle) - sin(angle)) < 1e-12)
            #expect(abs(PortableMath.cos(angle) - cos(angle)) < 1e-12)
            let (x, y) = (Float(cos(angle)) * value, Float(sin(angle)) * value)
            #expect(abs(Double(PortableMath.atan2(y: y, x: x)) - atan2(Double(y), Double(x))) < 1e-5)
        }
    }

    @Test(
        "exams: every type has sections, each renders, and the left side is the right one's mirror",
        arguments: ExamPhantoms.examTypes
    )
    func exams(type: String) throws {
        let planes = try #require(ExamPhantoms.planes(of: type))
        #expect(Set(planes.map(\.section)).count == planes.count)
        for plane in planes {
            let recipe = ExamPhantoms.recipe(for: plane, seed: 3, style: .slate)
            #expect(recipe.mirrored == plane.section.split(separator: ".").contains("l"))
            try recipe.validate()
        }
        #expect(ExamPhantoms.planes(of: "nothing") == nil)
    }

    @Test("common faults stay in their ranges and differ")
    func commonFaults() throws {
        let kinds = try Set((0..<200).map { try ExamPhantoms.commonFault(seed: UInt64($0)).kind })
        #expect(kinds.count >= 10)
    }
}
