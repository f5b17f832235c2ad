internal import CRasterCodecs

extension CodedImage {
    /// Decodes to colour, as stored, reduced but no smaller than `scale` times the original.
    func decodeColour(atLeast scale: Double) throws(ImagingError) -> ColourPicture {
        var outcome = CodecOutcome(format: header.facts.format)
        return try decodeColour(atLeast: scale, lateExif: nil, outcome: &outcome)
    }

    /// Decodes to colour in full size and upright, the same way up as `decode()`.
    ///
    /// What was found on the decoded picture (an outline, marks) lies on this one pixel by pixel.
    func decodeUprightColour() throws(ImagingError) -> ColourPicture {
        var outcome = CodecOutcome(format: header.facts.format)
        var lateExif: [UInt8] = []
        var picture: ColourPicture?
        try Self.withExif(&lateExif) { exif throws(ImagingError) in
            picture = try withUnsafeMutablePointer(to: &exif) { pointer throws(ImagingError) in
                try decodeColour(atLeast: 1, lateExif: pointer, outcome: &outcome)
            }
        }
        guard let picture else {
            throw ImagingError(code: .decoderFailed, message: "the picture could not be decoded; send it again")
        }
        var turning = orientation
        // A PNG's eXIf may stand after its image data, where the header could not know of it.
        var notes: [String] = []
        if turning == .upright, !lateExif.isEmpty { turning = Self.orientation(lateExif, notes: &notes) }
        return picture.turned(turning)
    }

    private func decodeColour(
        atLeast scale: Double,
        lateExif: UnsafeMutablePointer<sono_exif>?,
        outcome: inout CodecOutcome
    ) throws(ImagingError) -> ColourPicture {
        let working = UInt64(header.estimatedDecodingBytes)
        switch codec {
        case .jpeg(var header):
            let numerator = min(8, max(1, Int((scale * 8).rounded(.up))))
            return try ColourPicture(
                width: (storedWidth * numerator + 7) / 8,
                height: (storedHeight * numerator + 7) / 8
            ) { samples throws(ImagingError) in
                try outcome.run(source) {
                    sono_jpeg_decode_rgb($0, &header, Int32(numerator), working, samples, $1)
                }
            }
        case .png(var header):
            let divisor = min(4096, max(1, Int((1 / scale).rounded(.down))))
            return try ColourPicture(
                width: (storedWidth + divisor - 1) / divisor,
                height: (storedHeight + divisor - 1) / divisor
            ) { samples throws(ImagingError) in
                try outcome.run(source) {
                    sono_png_decode_rgb($0, &header, UInt32(divisor), samples, lateExif, $1)
                }
            }
        }
    }
}
