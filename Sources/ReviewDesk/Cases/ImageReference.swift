package import Store

/// How an image is named by hand, by a script or by a clinic.
package enum ImageReference {
    /// What may be written, for messages.
    package static let allowed = "the image's number, 8 or more digits of its SHA-256, or institution/exam-folder/file"

    /// The image that a text names.
    ///
    /// A text of decimal digits is a number first, and the beginning of a SHA-256 only where there is no such image.
    ///
    /// - Throws: `StoreError` with code `notFound` when there is none, `denied` when the text fits several.
    package static func image(_ text: String, in store: Store) throws(StoreError) -> Int64 {
        let digits = text.utf8.count
        if let number = Int64(text), number > 0 {
            if digits < 8 { return number }
            do throws(StoreError) {
                return try store.reviewSubject(image: number).image.id
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
        if (8...64).contains(digits), text.allSatisfy(\.isHexDigit) {
            let found = try store.images(sha256Prefix: text.lowercased(), limit: 4)
            return try only(found, of: text, hint: "give more digits, or the image's number")
        }
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).map(String.init)
        guard parts.count == 3 else {
            throw StoreError(code: .notFound, message: "names no image; give \(allowed)", identity: text)
        }
        let found = try store.image(institution: parts[0], folder: parts[1], file: parts[2])
        return try only(found, of: text, hint: "give the image's number")
    }

    private static func only(_ images: [Int64], of text: String, hint: String) throws(StoreError) -> Int64 {
        guard let first = images.first else {
            throw StoreError(code: .notFound, message: "names no image; give \(allowed)", identity: text)
        }
        guard images.count == 1 else {
            let numbers = images.map { "\($0)" }.joined(separator: ", ")
            throw StoreError(code: .denied, message: "fits images \(numbers); \(hint)", identity: text)
        }
        return first
    }
}
