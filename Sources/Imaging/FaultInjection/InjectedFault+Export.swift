// Faults of export: compression and stretching. They change the whole picture.

extension InjectedFault {
    /// JPEG quality from 100 at strength 0 to 5 at strength 1.
    package static let compression = InjectedFault(
        id: "compression",
        name: "compression",
        rejectStrength: "JPEG quality 5",
        codes: ["JPEG_LOW"],
        shapes: [
            Shape("jpeg") { site, strength, _ throws(ImagingError) in
                try site.image.compressed(quality: quality(strength))
            },
            Shape("as-png") { site, strength, _ throws(ImagingError) in
                let image = try site.image.compressed(quality: quality(strength))
                return UltrasoundImage(
                    luma: image.luma,
                    chroma: image.chroma,
                    facts: ImageFacts(format: .png, width: image.facts.width, height: image.facts.height)
                )
            },
            Shape("twice-other-grid") { site, strength, _ throws(ImagingError) in
                let moved = site.image.moved(right: 3, down: 5)
                let once = try moved.compressed(quality: quality(strength)).moved(right: -3, down: -5)
                return try UltrasoundImage(luma: once.luma, chroma: site.image.chroma, facts: site.image.facts)
                    .compressed(quality: 92)
            },
        ]
    )

    private static func quality(_ strength: Double) -> Int { max(2, Int((100 - 95 * strength).rounded())) }

    /// One way longer than it was.
    package static let stretched = InjectedFault(
        id: "aspect",
        name: "aspect",
        rejectStrength: "12 %",
        codes: ["ASPECT"],
        shapes: [
            Shape("wider") { site, strength, _ in site.image.scaled(x: 1 + 0.12 * strength, y: 1) },
            Shape("higher") { site, strength, _ in site.image.scaled(x: 1, y: 1 + 0.12 * strength) },
            Shape("narrower") { site, strength, _ in site.image.scaled(x: 1 / (1 + 0.12 * strength), y: 1) },
            Shape("lower") { site, strength, _ in site.image.scaled(x: 1, y: 1 / (1 + 0.12 * strength)) },
        ]
    )
}

extension UltrasoundImage {
    /// The picture after one way through a JPEG file of its grey values; colour is kept as it was.
    package func compressed(quality: Int) throws(ImagingError) -> UltrasoundImage {
        let bytes = try JPEGEncoder.encode(luma, quality: quality)
        let decoded = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits())
        return UltrasoundImage(luma: decoded.luma, chroma: chroma, facts: decoded.facts)
    }

    /// The same pixels elsewhere in the frame; what comes in repeats the edge.
    fileprivate func moved(right: Int, down: Int) -> UltrasoundImage {
        var plane = luma
        for y in 0..<luma.height {
            let row = max(0, min(luma.height - 1, y - down)) * luma.width
            for x in 0..<luma.width {
                plane.pixels[y * luma.width + x] = luma.pixels[row + max(0, min(luma.width - 1, x - right))]
            }
        }
        return UltrasoundImage(luma: plane, chroma: chroma, facts: facts)
    }

    fileprivate func scaled(x: Double, y: Double) -> UltrasoundImage {
        resized(
            width: max(1, Int((Double(luma.width) * x).rounded())),
            height: max(1, Int((Double(luma.height) * y).rounded())),
            by: .bilinear
        )
    }
}
