/// Ways to look at a picture once more, where its quality is so bad that one look is not enough.
///
/// What they have in common is that none of them moves the ultrasound: an outline that is the ultrasound's own is found again
/// whatever the grey, one that low gain, rounding or smear have made is another one each time.
enum OtherLook: CaseIterable {
    /// Brighter, so that faint echoes stand out.
    case brighter
    /// As bright as can be.
    case glaring
    /// Brighter, with nothing taken for a panel: smooth tissue may be as flat as one.
    case brighterWithoutPanels
    /// With smeared edges drawn together, as it is and brighter.
    case sharpened
    case brighterAndSharpened
    /// With content that exceeds the background by more: what leaks into the screen from an edge does not.
    case clear
    case clearest

    /// By how much grey is multiplied.
    private static let gains = (bright: 4, glaring: 8)
    /// By how much content exceeds the background.
    private static let steps = (clear: 8, clearest: 16)

    /// The picture as it is looked at, and what stands out from its background; nil where that is not told by brightness.
    func taken(of image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground) -> (
        picture: ReducedPicture, foreground: Foreground
    )? {
        switch self {
        case .brighter: return Self.brighter(picture, of: image, foreground: foreground, gain: Self.gains.bright)
        case .glaring: return Self.brighter(picture, of: image, foreground: foreground, gain: Self.gains.glaring)
        case .brighterWithoutPanels:
            guard !foreground.hasSteps else { return nil }
            let brighter = ReducedPicture(picture, of: image, gain: Self.gains.bright)
            return (brighter, Foreground(brighter, hasPanels: false))
        case .sharpened:
            let sharper = picture.sharpened()
            return (sharper, Foreground(sharper, hasPanels: false))
        case .brighterAndSharpened:
            let sharper = Self.brighter(picture, of: image, foreground: foreground, gain: Self.gains.bright)
                .picture.sharpened()
            return (sharper, Foreground(sharper, hasPanels: false))
        case .clear: return foreground.exceeding(Self.steps.clear, of: picture).map { (picture, $0) }
        case .clearest: return foreground.exceeding(Self.steps.clearest, of: picture).map { (picture, $0) }
        }
    }

    /// A brighter picture; where grey has steps, black stays black, and nothing is a panel when most steps have become white.
    private static func brighter(
        _ picture: ReducedPicture,
        of image: UltrasoundImage,
        foreground: Foreground,
        gain: Int
    ) -> (picture: ReducedPicture, foreground: Foreground) {
        var brighter = ReducedPicture(picture, of: image, gain: gain)
        guard foreground.hasSteps else { return (brighter, Foreground(brighter)) }
        let black = UInt8(clamping: foreground.background * gain)
        brighter.mean = brighter.mean.map { $0 - min($0, black) }
        return (brighter, Foreground(brighter, hasPanels: false))
    }
}
