/// A change of a whole picture that says nothing of how it was scanned: another screen around it, another way into a file.
///
/// What the first pass says of a picture must not depend on it. The scan area lies on other pixels afterwards, and its own
/// pixels are the same but for what each change names.
package struct HarmlessChange: Sendable, Identifiable {
    /// Word for tables and JSON, lower case with underscores.
    package let id: String
    /// What it is, in a few English words.
    package let name: String
    /// Makes the change.
    private let change: @Sendable (UltrasoundImage) throws(ImagingError) -> ChangedPicture

    init(
        _ id: String,
        _ name: String,
        _ change: @escaping @Sendable (UltrasoundImage) throws(ImagingError) -> ChangedPicture
    ) {
        self.id = id
        self.name = name
        self.change = change
    }

    /// The changed picture and where the picture lies in it; throws what the codecs throw.
    package func changed(_ image: UltrasoundImage) throws(ImagingError) -> ChangedPicture { try change(image) }

    /// The changed picture alone; throws what the codecs throw.
    package func apply(to image: UltrasoundImage) throws(ImagingError) -> UltrasoundImage { try change(image).image }

    /// Every change, in the order of the tables.
    package static let all = screens + marks + files
}
