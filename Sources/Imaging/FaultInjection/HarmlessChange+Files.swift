import Foundation

/// Other ways from the screen into a file.
extension HarmlessChange {
    /// In the order of the tables.
    static let files = [
        HarmlessChange("mirrored", "left and right exchanged") { image in
            PictureCanvas(image, isMirrored: true).changed
        },
        HarmlessChange("cropped", "without 3 % of it at either side", cropped),
        HarmlessChange("smaller", "scaled by 0.6") { image in scaled(image, by: 0.6) },
        HarmlessChange("raised_black", "black at 8, as video levels have it") { image in
            mapped(image) { 8 + $0 * 247 / 255 }
        },
        HarmlessChange("gamma_lighter", "shown with a gamma of 0.8") { image in
            mapped(image) { 255 * powf($0 / 255, 0.8) }
        },
        HarmlessChange("gamma_darker", "shown with a gamma of 1.25") { image in
            mapped(image) { 255 * powf($0 / 255, 1.25) }
        },
        HarmlessChange("grain", "a frame grabber's grain of σ 1 grey") { image in
            var source = SplitMix64(seed: 1, stream: 0x4752_4149)
            return mapped(image) { $0 + source.normal() }
        },
        HarmlessChange("sepia", "in shades of brown") { image throws(ImagingError) in
            try tinted(image, red: 1.1, green: 0.98, blue: 0.78)
        },
        HarmlessChange("blue", "in shades of blue") { image throws(ImagingError) in
            try tinted(image, red: 0.86, green: 1, blue: 1.25)
        },
        HarmlessChange("jpeg_85", "saved as JPEG of quality 85") { image throws(ImagingError) in
            ChangedPicture(try image.compressed(quality: 85))
        },
    ]

    /// Share of the width that is cut off at either side.
    private static let cut = 0.03

    /// Each grey changed; rounded and held within 0 to 255.
    private static func mapped(_ image: UltrasoundImage, _ change: (Float) -> Float) -> ChangedPicture {
        var plane = image.luma
        for index in plane.pixels.indices {
            plane.pixels[index] = UInt8(max(0, min(255, change(Float(plane.pixels[index])).rounded())))
        }
        return ChangedPicture(UltrasoundImage(luma: plane, chroma: image.chroma, facts: image.facts))
    }

    /// Without its outermost columns.
    private static func cropped(_ image: UltrasoundImage) -> ChangedPicture {
        let side = Int(cut * Double(image.luma.width))
        return PictureCanvas(image, width: image.luma.width - 2 * side, x: -side).changed
    }

    /// Larger or smaller by straight lines between pixels.
    private static func scaled(_ image: UltrasoundImage, by factor: Double) -> ChangedPicture {
        let width = max(1, Int((factor * Double(image.luma.width)).rounded()))
        let height = max(1, Int((factor * Double(image.luma.height)).rounded()))
        let (across, down) = (Double(width) / Double(image.luma.width), Double(height) / Double(image.luma.height))
        return ChangedPicture(
            image.resized(width: width, height: height, by: .bilinear),
            place: PictureMapping(left: 0.5 * across - 0.5, top: 0.5 * down - 0.5, across: across, down: down)
        )
    }

    /// All grey in shades of one colour, through a file, so that what counts as colour is told as in any other file.
    private static func tinted(_ image: UltrasoundImage, red: Float, green: Float, blue: Float) throws(ImagingError)
        -> ChangedPicture
    {
        var samples: [UInt8] = []
        samples.reserveCapacity(3 * image.luma.pixels.count)
        for grey in image.luma.pixels {
            for share in [red, green, blue] { samples.append(UInt8(min(255, (share * Float(grey)).rounded()))) }
        }
        let bytes = try PNGEncoder.encode(rgb: samples, width: image.luma.width, height: image.luma.height)
        return ChangedPicture(try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()))
    }
}
