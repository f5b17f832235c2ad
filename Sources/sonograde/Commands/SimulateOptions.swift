import ArgumentParser
import Imaging

/// What the picture shows and how it is stored.
struct PictureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The section: \(AnatomyPreset.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"
        )
    )
    var anatomy: AnatomyPreset = .liver

    @Option(help: ArgumentHelp("Any whole number; the same gives the same picture.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "A fault KIND=STRENGTH, then @DEPTH or :PLACE where the fault has one; may be repeated. See --list-faults.",
            valueName: "fault"
        )
    )
    var fault: [String] = []

    @Flag(help: "Let left and right change places.")
    var mirrored = false

    @Option(
        help: ArgumentHelp(
            "The transducer instead of the section's usual one: \(ProbeShape.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"
        )
    )
    var probe: ProbeShape?

    @Option(help: ArgumentHelp("Depth in cm instead of the section's usual one, 1 to 40.", valueName: "cm"))
    var depth: Double?

    @Option(help: ArgumentHelp("Columns x rows, 64 to 4096 each.", valueName: "size"))
    var size = "640x480"

    @Option(
        help: ArgumentHelp(
            "The screen around the scan: \(ChromeStyle.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "style"
        )
    )
    var screen: ChromeStyle?

    @Option(help: ArgumentHelp("Looks averaged by compounding, 1 to 9.", valueName: "n"))
    var looks = 1

    @Flag(help: "Draw a caliper pair with its reading.")
    var calipers = false

    @Flag(name: .customLong("body-mark"), help: "Draw a body mark.")
    var bodyMark = false

    @Flag(help: "Show flow in colour.")
    var colour = false

    @Option(help: "png or jpeg; otherwise by the end of the file's name, else png.")
    var format: PhantomRecipe.FileFormat?

    @Option(help: ArgumentHelp("JPEG quality, 1 to 100.", valueName: "q"))
    var quality = 90

    /// The recipe of a single picture.
    func recipe(out: String?) throws -> PhantomRecipe {
        var recipe = PhantomRecipe(anatomy: anatomy)
        recipe.seed = seed
        recipe.chrome.style = screen ?? .classic
        recipe.chrome.colourBox = colour
        let jpegName = out.map { $0.lowercased().hasSuffix(".jpg") || $0.lowercased().hasSuffix(".jpeg") } ?? false
        recipe.format = format ?? (jpegName ? .jpeg : .png)
        return try completed(recipe)
    }

    /// The recipe of one picture of an exam; its seed is `offset` after the exam's own.
    func recipe(section plane: ExamPhantoms.Plane, offset: UInt64) throws -> PhantomRecipe {
        // The machine is the clinic's: one look throughout an exam.
        let styles: [ChromeStyle] = [.classic, .slate, .navy, .handheld]
        var recipe = ExamPhantoms.recipe(
            for: plane,
            seed: seed &* 1_000 &+ offset,
            style: screen ?? styles[Int(seed % UInt64(styles.count))]
        )
        recipe.format = format ?? .jpeg
        return try completed(recipe)
    }

    private func completed(_ started: PhantomRecipe) throws -> PhantomRecipe {
        var recipe = started
        if mirrored { recipe.mirrored = true }
        recipe.probe = probe
        recipe.depth = depth
        recipe.settings.looks = looks
        recipe.chrome.calipers = calipers
        recipe.chrome.bodyMark = bodyMark
        recipe.quality = quality
        let sides = size.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let columns = sides[0], let rows = sides[1] else {
            throw Failure(.usage, "--size is \(size); write columns x rows, such as 640x480")
        }
        (recipe.width, recipe.height) = (columns, rows)
        recipe.faults = try fault.map { try FaultOption.fault(from: $0) }
        try recipe.validate()
        return recipe
    }
}

/// The text form of a fault on the command line.
enum FaultOption {
    /// Reads `kind=strength[@depth][:place]`.
    static func fault(from text: String) throws -> ImageFault {
        var rest = text[...]
        func cut(_ separator: Character) -> Substring? {
            guard let position = rest.lastIndex(of: separator) else { return nil }
            let tail = rest[rest.index(after: position)...]
            rest = rest[..<position]
            return tail
        }
        let place = cut(":")
        let depth = cut("@")
        let parts = rest.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let strength = Double(parts[1]) else {
            throw Failure(
                .usage,
                "--fault is \(text); write KIND=STRENGTH[@DEPTH][:PLACE], such as shadow=0.3@0.2:left"
            )
        }
        guard let kind = ImageFault.Kind(rawValue: String(parts[0])) else {
            let allowed = ImageFault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.usage, "--fault \(parts[0]) is not known; allowed: \(allowed)")
        }
        let spot = try place.map { word in
            guard let place = ImageFault.Place(rawValue: String(word)) else {
                let allowed = ImageFault.Place.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "--fault \(text): the place is \(word); allowed: \(allowed)")
            }
            return place
        }
        let share = try depth.map { word in
            guard let share = Double(word) else {
                throw Failure(.usage, "--fault \(text): the depth is \(word); write 0 to 1")
            }
            return share
        }
        return try ImageFault(kind, strength: strength, place: spot, depth: share)
    }
}

/// The answer of `--list-faults`.
enum FaultTable {
    static func show() {
        let kinds = ImageFault.Kind.allCases
        let width = kinds.map(\.rawValue.count).max() ?? 0
        Terminal.line("Strength 0 changes nothing.\n")
        for kind in kinds {
            let range = "\(number(kind.range.lowerBound)) to \(number(kind.range.upperBound)) \(kind.unit)"
            var extras: [String] = []
            if let depth = kind.usualDepth { extras.append("@depth, else \(number(depth))") }
            if kind.hasPlace {
                extras.append(":place of \(ImageFault.Place.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let name = kind.rawValue + String(repeating: " ", count: width - kind.rawValue.count)
            Terminal.line("\(name)  \(kind.summary)")
            let indent = String(repeating: " ", count: width + 2)
            Terminal.line("\(indent)\(range)\(extras.isEmpty ? "" : "; " + extras.joined(separator: "; "))")
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}

extension AnatomyPreset: ExpressibleByArgument {}
extension ProbeShape: ExpressibleByArgument {}
extension ChromeStyle: ExpressibleByArgument {}
extension PhantomRecipe.FileFormat: ExpressibleByArgument {}
