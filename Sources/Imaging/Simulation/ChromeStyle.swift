/// The looks of the screens around a scan; none copies a maker's.
package enum ChromeStyle: String, Sendable, Codable, CaseIterable {
    /// Nothing but the scan on black.
    case none
    /// Nothing but the inside of the scan: it reaches all four edges.
    case cropped
    /// Black, white text, ruler right, grey bar left.
    case classic
    /// Dark grey, light band on top, ruler left, grey bar right.
    case slate
    /// Dark blue band, cyan column, yellow ruler and focus mark.
    case navy
    /// A telephone's screen: small text in the corners, dots for a ruler.
    case handheld

    /// Colour behind everything.
    var background: Ink { self == .slate ? Ink(grey: 24) : Ink(grey: 0) }

    /// Shares of the picture that stay free of the scan: left, top, right, bottom.
    var margins: (left: Double, top: Double, right: Double, bottom: Double) {
        switch self {
        case .none: (0.02, 0.02, 0.02, 0.02)
        case .cropped: (0, 0, 0, 0)
        case .classic: (0.07, 0.12, 0.17, 0.05)
        case .slate: (0.10, 0.11, 0.15, 0.07)
        case .navy: (0.08, 0.11, 0.19, 0.06)
        case .handheld: (0.10, 0.07, 0.12, 0.03)
        }
    }
}
