// Faults of focus and of scaling.

extension InjectedFault {
    /// Detail smeared within the area.
    package static let blur = InjectedFault(
        id: "blur",
        name: "blur",
        rejectStrength: "σ 5 px of the native picture",
        codes: ["BLUR", "UPSCALED"],
        shapes: [
            Shape("gaussian") { site, strength, _ in
                let weights = PlaneFilter.gaussian(deviation: 5 * strength)
                return site.smeared(across: weights, down: weights)
            },
            Shape("box") { site, strength, _ in
                let weights = PlaneFilter.box(deviation: 5 * strength)
                return site.smeared(across: weights, down: weights)
            },
            Shape("motion-across") { site, strength, _ in
                site.smeared(across: PlaneFilter.box(deviation: 5 * strength), down: [1])
            },
            Shape("motion-down") { site, strength, _ in
                site.smeared(across: [1], down: PlaneFilter.box(deviation: 5 * strength))
            },
        ]
    )

    /// The whole picture made smaller and enlarged to its size again.
    package static let upscaledCopy = InjectedFault(
        id: "upscaled",
        name: "upscaled copy",
        rejectStrength: "×0.16 and back",
        codes: ["UPSCALED", "BLUR", "LOWRES"],
        shapes: [
            Shape("bilinear") { site, strength, _ in site.image.copied(strength, by: .bilinear) },
            Shape("bicubic") { site, strength, _ in site.image.copied(strength, by: .bicubic) },
            Shape("nearest") { site, strength, _ in site.image.copied(strength, by: .nearest) },
        ]
    )

    /// The whole picture enlarged, and stored in the larger size.
    package static let enlarged = InjectedFault(
        id: "enlarged",
        name: "enlarged",
        rejectStrength: "×2",
        codes: ["UPSCALED", "BLUR"],
        shapes: [
            Shape("bilinear") { site, strength, _ in site.image.enlarged(strength, by: .bilinear) },
            Shape("bicubic-jpeg-95") { site, strength, _ throws(ImagingError) in
                try site.image.enlarged(strength, by: .bicubic).compressed(quality: 95)
            },
            Shape("lanczos") { site, strength, _ in site.image.enlarged(strength, by: .lanczos) },
            Shape("bilinear-jpeg-80") { site, strength, _ throws(ImagingError) in
                try site.image.enlarged(strength, by: .bilinear).compressed(quality: 80)
            },
        ]
    )
}

extension FaultSite {
    fileprivate func smeared(across: [Float], down: [Float]) -> UltrasoundImage {
        let plane = image.luma
        let values = PlaneFilter.filtered(plane, across: across, down: down)
        return filled(from: PlaneFilter.plane(values, width: plane.width, height: plane.height))
    }
}

extension UltrasoundImage {
    /// 1 + strength times as large, as far as that stays within what files hold that people send.
    fileprivate func enlarged(_ strength: Double, by way: PlaneResizing) -> UltrasoundImage {
        let most = (Self.mostPixels / Double(max(1, luma.width * luma.height))).squareRoot()
        let factor = max(1, min(1 + strength, most))
        return resized(
            width: Int((Double(luma.width) * factor).rounded()),
            height: Int((Double(luma.height) * factor).rounded()),
            by: way
        )
    }

    /// Pixels of the largest enlargement.
    private static var mostPixels: Double { 24_000_000 }

    fileprivate func copied(_ strength: Double, by way: PlaneResizing) -> UltrasoundImage {
        let scale = max(0.05, 1 - 0.84 * strength)
        let small = way.resized(
            luma,
            width: max(1, Int((Double(luma.width) * scale).rounded())),
            height: max(1, Int((Double(luma.height) * scale).rounded()))
        )
        let plane = way.resized(small, width: luma.width, height: luma.height)
        return UltrasoundImage(luma: plane, chroma: chroma, facts: facts)
    }
}
