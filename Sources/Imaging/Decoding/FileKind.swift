/// What a file is by its first bytes; names and extensions are never asked.
enum FileKind: Equatable {
    /// A kind that is decoded.
    case image(ImageFormat)
    /// A PNG signature that a text-mode transfer or a lost bit has damaged.
    case damagedPNG
    /// A kind that is known but not decoded; `name` with its article, for the message.
    case other(name: String)
    case unknown

    /// Bytes that `init(leading:)` wants to see.
    static let leadingByteCount = 1024

    /// Tells the kind from the file's first bytes.
    init(leading bytes: [UInt8]) {
        if bytes.starts(with: Self.pngSignature) {
            self = .image(.png)
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .image(.jpeg)
        } else if let name = Self.foreignKind(of: bytes) {
            self = .other(name: name)
        } else if Self.resemblesPNG(bytes) {
            self = .damagedPNG
        } else {
            self = .unknown
        }
    }

    /// The eight bytes of the PNG specification, §5.2.
    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The signature exists to catch transfers that changed line ends or stripped the eighth bit, and such a file still
    /// has the letters PNG, or most other bytes, in their place.
    private static func resemblesPNG(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 8 else { return false }
        if bytes[1...3].elementsEqual(pngSignature[1...3]) { return true }
        return zip(bytes, pngSignature).count { $0 == $1 } >= 6
    }

    /// One signature: bytes that stand at an offset.
    private struct Signature {
        let offset: Int
        let bytes: [UInt8]
        let name: String

        init(_ name: String, at offset: Int = 0, _ bytes: [UInt8]) {
            self.name = name
            self.offset = offset
            self.bytes = bytes
        }

        init(_ name: String, at offset: Int = 0, _ text: String) {
            self.init(name, at: offset, Array(text.utf8))
        }

        func matches(_ file: [UInt8]) -> Bool {
            file.count >= offset + bytes.count && file[offset..<offset + bytes.count].elementsEqual(bytes)
        }
    }

    /// The more particular before the more general.
    private static let signatures: [Signature] = [
        Signature("a DICOM file", at: 128, "DICM"),
        Signature("a TIFF", [0x49, 0x49, 0x2A, 0x00]),
        Signature("a TIFF", [0x4D, 0x4D, 0x00, 0x2A]),
        Signature("a BigTIFF", [0x49, 0x49, 0x2B, 0x00]),
        Signature("a BigTIFF", [0x4D, 0x4D, 0x00, 0x2B]),
        Signature("a GIF", "GIF87a"),
        Signature("a GIF", "GIF89a"),
        Signature("a WebP", at: 8, "WEBP"),
        Signature("an AVI film", at: 8, "AVI "),
        Signature("an AVIF", at: 4, "ftypavi"),
        Signature("a HEIC", at: 4, "ftyphei"),
        Signature("a HEIC", at: 4, "ftyphev"),
        Signature("a HEIF", at: 4, "ftypmif1"),
        Signature("a HEIF", at: 4, "ftypmsf1"),
        Signature("a film (MP4 or QuickTime)", at: 4, "ftyp"),
        Signature("a film (Matroska or WebM)", [0x1A, 0x45, 0xDF, 0xA3]),
        Signature("a film (MPEG)", [0x00, 0x00, 0x01, 0xBA]),
        Signature("a JPEG 2000", [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20]),
        Signature("a JPEG 2000", [0xFF, 0x4F, 0xFF, 0x51]),
        Signature("a JPEG XL", [0xFF, 0x0A]),
        Signature("a JPEG XL", [0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20]),
        Signature("a MNG", [0x8A, 0x4D, 0x4E, 0x47]),
        Signature("a JNG", [0x8B, 0x4A, 0x4E, 0x47]),
        Signature("a Photoshop file", "8BPS"),
        Signature("a PDF", "%PDF-"),
        Signature("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
        Signature("a ZIP archive", [0x50, 0x4B, 0x05, 0x06]),
        Signature("a RAR archive", "Rar!"),
        Signature("a 7-Zip archive", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Signature("a gzip archive", [0x1F, 0x8B]),
        Signature("a Microsoft Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        Signature("a Windows icon", [0x00, 0x00, 0x01, 0x00]),
        Signature("a Windows program", "MZ"),
        Signature("a BMP", "BM"),
        Signature("an SVG", "<svg"),
        Signature("a web page", "<!DOCTYPE html"),
        Signature("a web page", "<html"),
        Signature("an XML file", "<?xml"),
    ]

    private static func foreignKind(of bytes: [UInt8]) -> String? {
        if let known = signatures.first(where: { $0.matches(bytes) }) { return known.name }
        // Netpbm: P1–P7 and white space.
        if bytes.count >= 3, bytes[0] == 0x50, (0x31...0x37).contains(bytes[1]), [0x20, 0x0A, 0x0D].contains(bytes[2]) {
            return "a Netpbm picture"
        }
        return nil
    }

    /// The refusal of a file that is no PNG and no JPEG.
    var refusal: ImagingError? {
        switch self {
        case .image:
            nil
        case .damagedPNG:
            ImagingError(
                code: .corrupt,
                message: "the PNG signature is damaged, as by a text-mode transfer; send the file again in binary mode"
            )
        case .other(let name):
            ImagingError(code: .unsupportedFormat, message: "this is \(name); export as PNG or JPEG")
        case .unknown:
            ImagingError(
                code: .unsupportedFormat,
                message: "no known image format by its bytes; export as PNG or JPEG"
            )
        }
    }
}
