/// The transducers that are simulated, each with the scan outline it gives.
package enum ProbeShape: String, Sendable, Codable, CaseIterable {
    /// Phased array: a fan that starts nearly in a point.
    case sector
    /// Curved array for the abdomen, radius 5 cm.
    case convex
    /// Tightly curved array, radius 1.2 cm, wide opening.
    case microConvex = "micro_convex"
    /// Straight array: a rectangle.
    case linear
    /// Straight array with widening sides (virtual convex).
    case trapezoid

    /// The outline's kind in the contract's words.
    package var outline: ScanArea.Shape {
        switch self {
        case .sector: .sector
        case .convex, .microConvex: .convex
        case .linear: .linear
        case .trapezoid: .trapezoid
        }
    }

    /// Radius of the transducer face in cm; 0 for straight arrays.
    var faceRadius: Double {
        switch self {
        case .sector: 0.15
        case .convex: 5
        case .microConvex: 1.2
        case .linear, .trapezoid: 0
        }
    }

    /// Half the opening angle of a fan, or how far the sides of a straight array lean outwards; radians.
    var halfOpening: Double {
        let degrees: Double =
            switch self {
            case .sector: 41
            case .convex: 33
            case .microConvex: 65
            case .linear: 0
            case .trapezoid: 14
            }
        return degrees * PortableMath.pi / 180
    }

    /// Width of a straight array in cm; 0 for fans.
    var apertureWidth: Double {
        switch self {
        case .sector, .convex, .microConvex: 0
        case .linear, .trapezoid: 3.8
        }
    }

    /// Scan lines of one picture.
    package var lines: Int {
        switch self {
        case .sector: 160
        case .convex: 192
        case .microConvex: 224
        case .linear, .trapezoid: 256
        }
    }
}
