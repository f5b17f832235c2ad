/// Everything that a made picture is made from; the same recipe gives the same pixels on every machine.
///
/// JSON with the schema `sonograde.phantom/1`. Every key but `anatomy` may be left out; a key that is not known is refused.
package struct PhantomRecipe: Sendable, Equatable {
    /// The schema of recipes.
    package static let schemaID = "sonograde.phantom/1"

    /// The kind of file that a recipe gives.
    package enum FileFormat: String, Sendable, CaseIterable {
        case png
        case jpeg

        /// The usual end of the file's name.
        package var fileExtension: String { self == .png ? "png" : "jpg" }
    }

    /// What stands around the scan.
    package struct Chrome: Sendable, Equatable {
        /// The vendor-like look.
        package var style: ChromeStyle = .classic
        /// Made-up institution in the header; capitals, digits and signs of the bitmap font.
        package var hospital = "QINGHE TOWN HOSPITAL"
        /// Made-up exam line in the header.
        package var exam = "ID P-0001"
        /// Caliper pair with its dotted line and reading, where the section is measured.
        package var calipers = false
        /// Outline of a body with the probe's place.
        package var bodyMark = false
        /// Colour Doppler over the vessels.
        package var colourBox = false

        /// The looks of the default machine.
        package init() {}
    }

    /// The section that is drawn.
    package var anatomy: AnatomyPreset
    /// Seed of everything random.
    package var seed: UInt64 = 1
    /// Whether left and right change places, for the other one of a pair.
    package var mirrored = false
    /// The transducer; the section's usual one when nil.
    package var probe: ProbeShape?
    /// Depth in cm that the section needs, before `wasted_depth`; the section's usual one when nil.
    package var depth: Double?
    /// Columns of the picture, 64 … 4096.
    package var width = 640
    /// Rows of the picture, 64 … 4096.
    package var height = 480
    /// The machine's settings.
    package var settings = SpecklePhantom.Settings()
    /// What stands around the scan.
    package var chrome = Chrome()
    /// What is wrong with the picture.
    package var faults: [ImageFault] = []
    /// The kind of file, before `wrong_extension`.
    package var format = FileFormat.png
    /// JPEG quality, 1 … 100.
    package var quality = 90

    /// A recipe of a section with a machine's usual settings.
    package init(anatomy: AnatomyPreset) {
        self.anatomy = anatomy
    }

    /// Allowed columns and rows.
    package static let sizes = 64...4096

    /// Checks the numbers; throws the first mistake.
    package func validate() throws(SimulationError) {
        func check<Value: Comparable>(_ name: String, _ value: Value, _ range: ClosedRange<Value>)
            throws(SimulationError)
        {
            guard range.contains(value) else {
                throw SimulationError("\(name): \(value) is outside \(range.lowerBound) … \(range.upperBound)")
            }
        }
        try check("width", width, Self.sizes)
        try check("height", height, Self.sizes)
        try check("depth_cm", depth ?? anatomy.usualDepth, 1...40)
        try check("settings.dynamic_range_db", settings.dynamicRange, 20...120)
        try check("settings.looks", settings.looks, 1...9)
        try check("settings.focus", settings.focus, 0...1)
        try check("file.quality", quality, 1...100)
    }
}

extension PhantomRecipe: Codable {
    /// Reads a recipe; unknown keys and values outside their range throw a `SimulationError`.
    package init(from decoder: any Decoder) throws {
        let allowed = [
            "schema", "anatomy", "seed", "mirrored", "probe", "depth_cm", "width", "height", "settings", "chrome",
            "faults", "file",
        ]
        try RecipeKey.refuseUnknown(in: decoder, allowed: allowed)
        let values = try decoder.container(keyedBy: RecipeKey.self)
        if let schema: String = try values.optional("schema"), schema != Self.schemaID {
            throw SimulationError("schema: \(schema) is not known; this program reads \(Self.schemaID)")
        }
        self.init(anatomy: try values.word(AnatomyPreset.self, "anatomy"))
        seed = try values.optional("seed") ?? seed
        mirrored = try values.optional("mirrored") ?? mirrored
        probe = try values.optionalWord(ProbeShape.self, "probe")
        depth = try values.optional("depth_cm")
        width = try values.optional("width") ?? width
        height = try values.optional("height") ?? height
        faults = try values.optional("faults") ?? []
        if values.contains(RecipeKey(stringValue: "settings")) {
            try readSettings(values.superDecoder(forKey: RecipeKey(stringValue: "settings")))
        }
        if values.contains(RecipeKey(stringValue: "chrome")) {
            try readChrome(values.superDecoder(forKey: RecipeKey(stringValue: "chrome")))
        }
        if values.contains(RecipeKey(stringValue: "file")) {
            try readFile(values.superDecoder(forKey: RecipeKey(stringValue: "file")))
        }
        try validate()
    }

    private mutating func readSettings(_ decoder: any Decoder) throws {
        try RecipeKey.refuseUnknown(in: decoder, allowed: ["dynamic_range_db", "looks", "focus"])
        let values = try decoder.container(keyedBy: RecipeKey.self)
        settings.dynamicRange = try values.optional("dynamic_range_db") ?? settings.dynamicRange
        settings.looks = try values.optional("looks") ?? settings.looks
        settings.focus = try values.optional("focus") ?? settings.focus
    }

    private mutating func readChrome(_ decoder: any Decoder) throws {
        try RecipeKey.refuseUnknown(
            in: decoder,
            allowed: ["style", "hospital", "exam", "calipers", "body_mark", "colour_box"]
        )
        let values = try decoder.container(keyedBy: RecipeKey.self)
        chrome.style = try values.optionalWord(ChromeStyle.self, "style") ?? chrome.style
        chrome.hospital = try values.optional("hospital") ?? chrome.hospital
        chrome.exam = try values.optional("exam") ?? chrome.exam
        chrome.calipers = try values.optional("calipers") ?? chrome.calipers
        chrome.bodyMark = try values.optional("body_mark") ?? chrome.bodyMark
        chrome.colourBox = try values.optional("colour_box") ?? chrome.colourBox
    }

    private mutating func readFile(_ decoder: any Decoder) throws {
        try RecipeKey.refuseUnknown(in: decoder, allowed: ["format", "quality"])
        let values = try decoder.container(keyedBy: RecipeKey.self)
        format = try values.optionalWord(FileFormat.self, "format") ?? format
        quality = try values.optional("quality") ?? quality
    }

    /// Writes every key, so that a recipe stays true when defaults change.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: RecipeKey.self)
        try values.put(Self.schemaID, "schema")
        try values.put(anatomy.rawValue, "anatomy")
        try values.put(seed, "seed")
        try values.put(mirrored, "mirrored")
        try values.put((probe ?? anatomy.usualProbe).rawValue, "probe")
        try values.put(depth ?? anatomy.usualDepth, "depth_cm")
        try values.put(width, "width")
        try values.put(height, "height")
        try values.put(faults, "faults")
        var part = values.nestedContainer(keyedBy: RecipeKey.self, forKey: RecipeKey(stringValue: "settings"))
        try part.put(settings.dynamicRange, "dynamic_range_db")
        try part.put(settings.looks, "looks")
        try part.put(settings.focus, "focus")
        part = values.nestedContainer(keyedBy: RecipeKey.self, forKey: RecipeKey(stringValue: "chrome"))
        try part.put(chrome.style.rawValue, "style")
        try part.put(chrome.hospital, "hospital")
        try part.put(chrome.exam, "exam")
        try part.put(chrome.calipers, "calipers")
        try part.put(chrome.bodyMark, "body_mark")
        try part.put(chrome.colourBox, "colour_box")
        part = values.nestedContainer(keyedBy: RecipeKey.self, forKey: RecipeKey(stringValue: "file"))
        try part.put(format.rawValue, "format")
        try part.put(quality, "quality")
    }
}

extension KeyedDecodingContainer<RecipeKey> {
    fileprivate func optional<Value: Decodable>(_ key: String) throws -> Value? {
        try decodeIfPresent(Value.self, forKey: RecipeKey(stringValue: key))
    }

    fileprivate func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, _ key: String) throws -> Word
    where Word.RawValue == String {
        let text = try decode(String.self, forKey: RecipeKey(stringValue: key))
        return try RecipeKey.word(type, text, at: codingPath, key: key)
    }

    fileprivate func optionalWord<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, _ key: String) throws
        -> Word?
    where Word.RawValue == String {
        contains(RecipeKey(stringValue: key)) ? try word(type, key) : nil
    }
}

extension KeyedEncodingContainer<RecipeKey> {
    fileprivate mutating func put<Value: Encodable>(_ value: Value, _ key: String) throws {
        try encode(value, forKey: RecipeKey(stringValue: key))
    }
}
