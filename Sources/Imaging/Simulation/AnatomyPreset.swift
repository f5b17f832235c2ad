/// The schematic anatomies, by the section that they stand for.
package enum AnatomyPreset: String, Sendable, Codable, CaseIterable {
    /// Uniform tissue with cysts and targets, like a quality-assurance phantom.
    case qualityPhantom = "quality_phantom"
    case liver
    case liverPorta = "liver_porta"
    case hepaticVeins = "hepatic_veins"
    case leftLiver = "left_liver"
    case gallbladder
    /// Gallbladder with a stone and its shadow.
    case gallstone
    case pancreas
    case spleen
    case kidney
    case bladder
    case fetalHead = "fetal_head"
    case fetalAbdomen = "fetal_abdomen"
    case femur
    case placenta
    case thyroidTransverse = "thyroid_transverse"
    case thyroidLong = "thyroid_long"
    case breast
    case breastLesion = "breast_lesion"
    case carotidLong = "carotid_long"
    case carotidTransverse = "carotid_transverse"
    case fourChamber = "four_chamber"
    case parasternalLong = "parasternal_long"
    /// Pleural line between two ribs, with A-lines.
    case lung

    /// The transducer that this section is usually scanned with.
    package var usualProbe: ProbeShape {
        switch self {
        case .thyroidTransverse, .thyroidLong, .breast, .breastLesion, .carotidLong, .carotidTransverse: .linear
        case .fourChamber, .parasternalLong: .sector
        case .qualityPhantom, .liver, .liverPorta, .hepaticVeins, .leftLiver, .gallbladder, .gallstone, .pancreas,
            .spleen,
            .kidney, .bladder, .fetalHead, .fetalAbdomen, .femur, .placenta, .lung:
            .convex
        }
    }

    /// The depth in cm that suits this section.
    package var usualDepth: Double {
        switch self {
        case .thyroidTransverse, .carotidLong, .carotidTransverse: 4
        case .thyroidLong, .breast, .breastLesion: 4.4
        case .pancreas, .leftLiver, .gallbladder, .gallstone, .spleen, .kidney, .bladder, .femur: 12
        case .lung: 10
        case .liver, .liverPorta, .hepaticVeins, .fetalHead, .fetalAbdomen, .placenta, .qualityPhantom: 15
        case .fourChamber, .parasternalLong: 16
        }
    }

    /// Regions of the section.
    var anatomy: Anatomy {
        switch self {
        case .qualityPhantom: .qualityPhantom
        case .liver: .liver
        case .liverPorta: .liverPorta
        case .hepaticVeins: .hepaticVeins
        case .leftLiver: .leftLiver
        case .gallbladder: .gallbladder(stone: nil)
        case .gallstone: .gallbladder(stone: (x: -0.4, z: 6.7))
        case .pancreas: .pancreas
        case .spleen: .spleen
        case .kidney: .kidney
        case .bladder: .bladder
        case .fetalHead: .fetalHead
        case .fetalAbdomen: .fetalAbdomen
        case .femur: .femur
        case .placenta: .placenta
        case .thyroidTransverse: .thyroidTransverse
        case .thyroidLong: .thyroidLong
        case .breast: .breast(lesion: nil)
        case .breastLesion: .breast(lesion: (x: 0.2, z: 1.6))
        case .carotidLong: .carotidLong
        case .carotidTransverse: .carotidTransverse
        case .fourChamber: .fourChamber
        case .parasternalLong: .parasternalLong
        case .lung: .lung
        }
    }
}
