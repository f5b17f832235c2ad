/// One thing that is wrong with a picture, and how much.
///
/// Strength 0 changes nothing.
package struct ImageFault: Sendable, Equatable {
    /// What is wrong; the raw values are the words of recipes and of the command line.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case gain
        case brightness
        case tgcNear = "tgc_near"
        case tgcFar = "tgc_far"
        case tgcBand = "tgc_band"
        case contactLoss = "contact_loss"
        case shadow
        case electronicNoise = "electronic_noise"
        case wastedDepth = "wasted_depth"
        case inAir = "in_air"
        case dynamicRangeLow = "dynamic_range_low"
        case dynamicRangeHigh = "dynamic_range_high"
        case saturation
        case blur
        case noise
        case resampling
        case posterise
        case blank
        case jpeg
        case truncated
        case wrongExtension = "wrong_extension"
        case notAnImage = "not_an_image"
    }

    /// Which scan lines are hit.
    package enum Place: String, Sendable, Codable, CaseIterable {
        case left
        case right
        case middle
        /// Half at either edge.
        case edges
    }

    /// What is wrong.
    package let kind: Kind
    /// How much, in the kind's unit.
    package let strength: Double
    /// Which scan lines; used by `contact_loss` and `shadow`.
    package let place: Place
    /// Depth as a share of the whole, 0 … 1; used by `shadow` (where it starts) and `tgc_band` (its middle).
    package let depth: Double

    /// A fault; refuses a strength outside the kind's range.
    package init(_ kind: Kind, strength: Double, place: Place? = nil, depth: Double? = nil) throws(SimulationError) {
        guard kind.range.contains(strength) else {
            throw SimulationError(
                "fault \(kind.rawValue): strength \(strength) is outside \(Int(kind.range.lowerBound)) … \(kind.range.upperBound) \(kind.unit)"
            )
        }
        if place != nil && !kind.hasPlace {
            throw SimulationError("fault \(kind.rawValue) has no place; leave the key out")
        }
        if let depth {
            guard kind.usualDepth != nil else {
                throw SimulationError("fault \(kind.rawValue) has no depth; leave the key out")
            }
            guard (0...1).contains(depth) else {
                throw SimulationError("fault \(kind.rawValue): depth \(depth) is outside 0 … 1")
            }
        }
        self.kind = kind
        self.strength = strength
        self.place = place ?? (kind == .contactLoss ? .left : .middle)
        self.depth = depth ?? kind.usualDepth ?? 0
    }
}

extension ImageFault.Kind {
    /// Unit of the strength.
    package var unit: String {
        switch self {
        case .gain, .tgcNear, .tgcFar, .tgcBand, .electronicNoise, .dynamicRangeLow, .dynamicRangeHigh: "dB"
        case .brightness, .noise: "grey levels"
        case .contactLoss, .shadow: "share of the scan lines"
        case .wastedDepth: "share of the depth"
        case .saturation: "share of the picture's lit pixels"
        case .blur: "pixels"
        case .resampling: "share of the resolution"
        case .posterise: "bits"
        case .inAir, .blank: "share"
        case .jpeg: "below quality 100"
        case .truncated: "share of the bytes"
        case .wrongExtension, .notAnImage: "(above 0 it happens)"
        }
    }

    /// Allowed strengths.
    package var range: ClosedRange<Double> {
        switch self {
        case .gain, .tgcNear, .tgcFar, .tgcBand: -40...40
        case .brightness: -200...200
        case .electronicNoise, .dynamicRangeHigh: 0...60
        case .dynamicRangeLow: 0...50
        case .noise: 0...80
        case .blur: 0...10
        case .resampling, .wastedDepth: 0...0.9
        case .posterise: 0...7
        case .jpeg: 0...99
        case .contactLoss, .shadow, .saturation, .inAir, .blank, .truncated, .wrongExtension, .notAnImage: 0...1
        }
    }

    /// What happens in the world, in one line.
    package var summary: String {
        switch self {
        case .gain: "overall gain turned up or down, before the dynamic range cuts off"
        case .brightness: "grey levels added to every lit pixel after the scan, like a wrong monitor or capture card"
        case .tgcNear: "depth compensation wrong at the face, right at the far end"
        case .tgcFar: "depth compensation right at the face, wrong at the far end"
        case .tgcBand: "one slider of the depth compensation out of line"
        case .contactLoss: "scan lines without contact: dark from the face on"
        case .shadow: "scan lines shaded from a depth on"
        case .electronicNoise: "more noise of the receiver, seen where echoes are weak"
        case .wastedDepth: "depth set too large: nothing in the lower part"
        case .inAir: "probe in air: bands near the face, nothing below"
        case .dynamicRangeLow: "fewer decibels between black and white: hard contrast"
        case .dynamicRangeHigh: "more decibels between black and white: flat contrast"
        case .saturation: "stretched until this share of the lit pixels is white"
        case .blur: "standard deviation of a Gaussian blur of the exported picture"
        case .noise: "standard deviation of noise in the exported picture"
        case .resampling: "scaled down by this share and up again"
        case .posterise: "bits of grey lost"
        case .blank: "faded to one dark value"
        case .jpeg: "compressed as JPEG on its way; a PNG then wraps the damaged pixels"
        case .truncated: "the end of the file is missing"
        case .wrongExtension: "PNG bytes under a JPEG name or the other way round"
        case .notAnImage: "a web page under the picture's name"
        }
    }

    /// Whether the fault sits on some of the scan lines.
    package var hasPlace: Bool { self == .contactLoss || self == .shadow }

    /// The depth that is taken when none is given; nil for faults without a depth.
    package var usualDepth: Double? {
        switch self {
        case .shadow: 0.25
        case .tgcBand: 0.5
        default: nil
        }
    }
}

extension ImageFault: Codable {
    private static let keys = ["kind", "strength", "place", "depth"]

    /// Reads `{"kind", "strength", "place"?, "depth"?}`; every other key is refused.
    package init(from decoder: any Decoder) throws {
        try RecipeKey.refuseUnknown(in: decoder, allowed: Self.keys)
        let values = try decoder.container(keyedBy: RecipeKey.self)
        let name = try values.decode(String.self, forKey: RecipeKey(stringValue: "kind"))
        let kind = try RecipeKey.word(Kind.self, name, at: decoder.codingPath, key: "kind")
        let strength = try values.decode(Double.self, forKey: RecipeKey(stringValue: "strength"))
        let place = try values.decodeIfPresent(String.self, forKey: RecipeKey(stringValue: "place"))
        let depth = try values.decodeIfPresent(Double.self, forKey: RecipeKey(stringValue: "depth"))
        try self.init(
            kind,
            strength: strength,
            place: place.map { try RecipeKey.word(Place.self, $0, at: decoder.codingPath, key: "place") },
            depth: depth
        )
    }

    /// Writes what `init(from:)` reads.
    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: RecipeKey.self)
        try values.encode(kind.rawValue, forKey: RecipeKey(stringValue: "kind"))
        try values.encode(strength, forKey: RecipeKey(stringValue: "strength"))
        if kind.hasPlace { try values.encode(place.rawValue, forKey: RecipeKey(stringValue: "place")) }
        if kind.usualDepth != nil { try values.encode(depth, forKey: RecipeKey(stringValue: "depth")) }
    }
}
