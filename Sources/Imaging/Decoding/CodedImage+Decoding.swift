internal import CRasterCodecs

extension CodedImage {
    /// Decodes to luma and chroma bits, upright.
    func decode() throws(ImagingError) -> UltrasoundImage {
        var outcome = CodecOutcome(format: header.facts.format)
        var facts = header.facts
        var chromatic: UInt64 = 0
        var failure: ImagingError?
        var lateExif: [UInt8] = []
        let pixelCount = storedWidth * storedHeight
        let bitBytes = (pixelCount + 7) / 8
        var bits: [UInt8] = []
        var warm: [UInt8] = []
        let toneCells = Int(sono_tone_cells(UInt32(storedWidth))) * Int(sono_tone_cells(UInt32(storedHeight)))
        var tones = [UInt8](repeating: 128, count: 2 * toneCells)
        // Bits that nothing was written to, as in most pictures, are not kept.
        let pixels = [UInt8](unsafeUninitializedCapacity: pixelCount) { luma, count in
            bits = [UInt8](unsafeUninitializedCapacity: bitBytes) { bits, bitCount in
                warm = [UInt8](unsafeUninitializedCapacity: bitBytes) { warm, warmCount in
                    do throws(ImagingError) {
                        try fill(luma, bits, warm, &tones, &chromatic, &lateExif, &outcome)
                        count = pixelCount
                        warmCount = chromatic == 0 ? 0 : bitBytes
                    } catch {
                        failure = error
                    }
                }
                bitCount = warm.count
            }
        }
        if let failure { throw failure }

        var turning = orientation
        var notes = facts.notes
        for note in outcome.notes where !notes.contains(note) { notes.append(note) }
        // A PNG's eXIf may stand after its image data, where the header could not know of it.
        if turning == .upright, !lateExif.isEmpty, !notes.contains("EXIF could not be read") {
            turning = Self.orientation(lateExif, notes: &notes)
        }
        facts.notes = notes
        let blackTone = BlackTone(luma: pixels, width: storedWidth, height: storedHeight, tones: tones)
        let luma = GreyPlane(width: storedWidth, height: storedHeight, pixels: pixels).turned(turning)
        let chroma =
            chromatic == 0
            ? nil
            : ChromaMask(width: storedWidth, height: storedHeight, bits: bits, warm: warm, count: Int(chromatic))
                .turned(turning)
        facts.width = luma.width
        facts.height = luma.height
        return UltrasoundImage(luma: luma, chroma: chroma, facts: facts, blackTone: blackTone)
    }

    /// One C call that fills the planes.
    private func fill(
        _ luma: UnsafeMutableBufferPointer<UInt8>,
        _ bits: UnsafeMutableBufferPointer<UInt8>,
        _ warm: UnsafeMutableBufferPointer<UInt8>,
        _ tones: inout [UInt8],
        _ chromatic: inout UInt64,
        _ lateExif: inout [UInt8],
        _ outcome: inout CodecOutcome
    ) throws(ImagingError) {
        let working = UInt64(header.estimatedDecodingBytes)
        switch codec {
        case .jpeg(var header):
            try outcome.run(source) { foreign, diagnosis in
                sono_jpeg_decode(
                    foreign,
                    &header,
                    working,
                    luma.baseAddress,
                    bits.baseAddress,
                    warm.baseAddress,
                    &tones,
                    &chromatic,
                    diagnosis
                )
            }
        case .png(var header):
            try Self.withExif(&lateExif) { exif throws(ImagingError) in
                try outcome.run(source) { foreign, diagnosis in
                    sono_png_decode(
                        foreign,
                        &header,
                        UInt64(wholePictureBytes),
                        luma.baseAddress,
                        bits.baseAddress,
                        warm.baseAddress,
                        &tones,
                        &chromatic,
                        &exif,
                        diagnosis
                    )
                }
            }
        }
    }
}
