/// The pictures of a made exam: which schematic anatomy stands for which standard section.
///
/// Ids are those of the catalogue of exam types and sections; only sections that have an anatomy are here.
package enum ExamPhantoms {
    /// One section of an exam.
    package struct Plane: Sendable, Equatable {
        /// Section id.
        package let section: String
        /// What is drawn for it.
        package let anatomy: AnatomyPreset
        /// Whether it is a colour Doppler picture.
        package let colour: Bool

        init(_ section: String, _ anatomy: AnatomyPreset, colour: Bool = false) {
            self.section = section
            self.anatomy = anatomy
            self.colour = colour
        }
    }

    /// Exam types that can be made, in the order of the catalogue.
    package static let examTypes = ["abdomen", "obstetrics-level1", "thyroid", "breast", "carotid", "echo", "lung"]

    /// The sections of an exam type in the order of an examination; nil for a type that cannot be made.
    package static func planes(of examType: String) -> [Plane]? {
        switch examType {
        case "abdomen":
            [
                Plane("abd.liver.porta1", .liverPorta), Plane("abd.liver.pv", .liver),
                Plane("abd.liver.porta2", .hepaticVeins),
                Plane("abd.liver.left.sag", .leftLiver), Plane("abd.gb.long", .gallbladder),
                Plane("abd.panc.long", .pancreas),
                Plane("abd.spleen.long", .spleen), Plane("abd.kidney.long.r", .kidney),
                Plane("abd.kidney.long.l", .kidney),
                Plane("abd.bladder.tr", .bladder),
            ]
        case "obstetrics-level1":
            [
                Plane("ob.head.hc", .fetalHead), Plane("ob.abd.ac", .fetalAbdomen), Plane("ob.femur.fl", .femur),
                Plane("ob.placenta", .placenta), Plane("ob.af", .placenta),
            ]
        case "thyroid":
            [
                Plane("thy.r.tr.mid", .thyroidTransverse), Plane("thy.l.tr.mid", .thyroidTransverse),
                Plane("thy.r.long", .thyroidLong), Plane("thy.l.long", .thyroidLong),
                Plane("thy.isthmus.tr", .thyroidTransverse), Plane("thy.r.cfm", .thyroidLong, colour: true),
                Plane("thy.l.cfm", .thyroidLong, colour: true),
            ]
        case "breast":
            ["r", "l"].flatMap { side in
                ["uo", "ui", "lo", "li", "areola", "axilla"].map { Plane("breast.\(side).\($0)", .breast) }
            }
        case "carotid":
            ["r", "l"].flatMap { side in
                [
                    Plane("car.\(side).cca.long", .carotidLong), Plane("car.\(side).cca.tr", .carotidTransverse),
                    Plane("car.\(side).bulb.long", .carotidLong),
                    Plane("car.\(side).ica.long", .carotidLong, colour: true),
                    Plane("car.\(side).va.long", .carotidLong, colour: true),
                ]
            }
        case "echo": [Plane("echo.plax", .parasternalLong), Plane("echo.a4c", .fourChamber)]
        case "lung":
            ["r", "l"].flatMap { side in ["upper", "lower", "plaps"].map { Plane("lung.\(side).\($0)", .lung) } }
        default: nil
        }
    }

    /// A picture of an exam.
    ///
    /// - Parameters:
    ///   - plane: the section.
    ///   - seed: seed of the picture.
    ///   - style: the machine's look, the same throughout an exam.
    package static func recipe(for plane: Plane, seed: UInt64, style: ChromeStyle) -> PhantomRecipe {
        var recipe = PhantomRecipe(anatomy: plane.anatomy)
        recipe.seed = seed
        recipe.mirrored = plane.section.split(separator: ".").contains("l")
        recipe.chrome.style = style
        recipe.chrome.colourBox = plane.colour
        return recipe
    }

    /// One fault of the kinds that happen in a clinic, at a strength that shows; drawn by the seed.
    package static func commonFault(seed: UInt64) throws(SimulationError) -> ImageFault {
        var generator = SplitMix64(seed: seed, stream: 0x4641_554C)
        let choices: [(ImageFault.Kind, ClosedRange<Double>)] = [
            (.gain, 12...22), (.gain, -24 ... -14), (.tgcFar, -30 ... -16), (.tgcFar, 14...24), (.tgcBand, 9...16),
            (.contactLoss, 0.15...0.4), (.shadow, 0.3...0.6), (.wastedDepth, 0.35...0.6), (.dynamicRangeLow, 22...34),
            (.blur, 1.5...3), (.resampling, 0.5...0.75), (.jpeg, 55...85), (.noise, 10...25), (.inAir, 1...1),
        ]
        let (kind, range) = choices[Int(generator.next() % UInt64(choices.count))]
        let strength = range.lowerBound + Double(generator.unit()) * (range.upperBound - range.lowerBound)
        // Two decimals are enough, and read better in a recipe.
        return try ImageFault(kind, strength: (strength * 100).rounded() / 100)
    }
}
