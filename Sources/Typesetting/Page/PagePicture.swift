internal import CPangoCairo
import Imaging

/// A picture for a page: a photograph, a seal, a signature.
///
/// Nothing of the file but its pixels is kept, so a photograph's place and time do not reach the paper.
package struct PagePicture: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// `width * height` pixels of blue, green, red and alpha, premultiplied (cairo's ARGB32 on a little-endian machine).
    let pixels: [UInt8]
    /// The same picture as JPEG for the PDF; empty where it has transparent parts or is a drawing.
    let jpeg: [UInt8]

    /// Most pixels a side of a file.
    package static let largestSide = 8000
    /// Most pixels a side of one with transparent parts, which is not made smaller.
    package static let largestTransparentSide = 3000

    /// Reads a JPEG or PNG file, upright and no larger than `maxWidth` × `maxHeight`.
    ///
    /// A PNG keeps its transparency. Throws `TypesettingError` with what to do where it is neither, damaged or too large.
    package init(file: [UInt8], maxWidth: Int = 1200, maxHeight: Int = 1600) throws(TypesettingError) {
        let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        if file.starts(with: signature), let drawing = try Self(transparent: file) {
            self = drawing
        } else {
            try self.init(photograph: file, maxWidth: maxWidth, maxHeight: maxHeight)
        }
    }

    private static let transparencyChunk: [UInt8] = Array("tRNS".utf8)

    private init(photograph file: [UInt8], maxWidth: Int, maxHeight: Int) throws(TypesettingError) {
        do throws(ImagingError) {
            let picture = try WholeView.picture(
                of: .bytes(file),
                maxWidth: maxWidth,
                maxHeight: maxHeight,
                limits: DecodingLimits(maxPixels: Self.largestSide * Self.largestSide)
            )
            (width, height) = (picture.width, picture.height)
            var pixels: [UInt8] = []
            pixels.reserveCapacity(width * height * 4)
            for pixel in stride(from: 0, to: picture.rgb.count, by: 3) {
                pixels += [picture.rgb[pixel + 2], picture.rgb[pixel + 1], picture.rgb[pixel], 255]
            }
            self.pixels = pixels
            jpeg = try JPEGEncoder.encode(
                rgb: picture.rgb,
                width: width,
                height: height,
                quality: 92,
                subsampling: .full
            )
        } catch {
            throw TypesettingError(message: "the picture cannot be read (\(error.message)); supply a JPEG or PNG file")
        }
    }

    /// A PNG file with transparent parts; nil where it has none.
    private init?(transparent file: [UInt8]) throws(TypesettingError) {
        // The header's size first: a small file may claim pixels by the gigabyte.
        func number(at place: Int) -> Int { file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard file.count >= 33 else { throw TypesettingError(message: "the PNG file is cut off; supply it whole") }
        let (wide, high) = (number(at: 16), number(at: 20))
        let largest = Self.largestTransparentSide
        // Colour types 4 and 6 have alpha; the others may name transparent colours in a chunk.
        guard file[25] == 4 || file[25] == 6 || file.contains(Self.transparencyChunk) else { return nil }
        guard (1...largest).contains(wide), (1...largest).contains(high) else {
            throw TypesettingError(
                message: "a picture with transparent parts of \(wide) × \(high) pixels; at most \(largest) a side are "
                    + "allowed, make it smaller"
            )
        }
        var reader = (bytes: file, position: 0)
        let surface = withUnsafeMutablePointer(to: &reader) { reader in
            cairo_image_surface_create_from_png_stream(
                { closure, target, count in
                    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
                    let reader = closure.assumingMemoryBound(to: (bytes: [UInt8], position: Int).self)
                    let end = reader.pointee.position + Int(count)
                    guard end <= reader.pointee.bytes.count else { return CAIRO_STATUS_READ_ERROR }
                    for index in 0..<Int(count) {
                        target[index] = reader.pointee.bytes[reader.pointee.position + index]
                    }
                    reader.pointee.position = end
                    return CAIRO_STATUS_SUCCESS
                },
                reader
            )
        }
        defer { cairo_surface_destroy(surface) }
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            let data = cairo_image_surface_get_data(surface)
        else { throw TypesettingError(message: "the PNG file is damaged; export it again") }
        guard cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32 else { return nil }
        (width, height) = (wide, high)
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height * 4)
        for row in 0..<height { pixels += UnsafeBufferPointer(start: data + row * stride, count: width * 4) }
        self.pixels = pixels
        jpeg = []
    }
}
