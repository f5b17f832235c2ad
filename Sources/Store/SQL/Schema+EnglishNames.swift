/// Version 8: English names of institutions.
extension Schema {
    /// The statements that bring version 7 to version 8.
    static let version8 = ["ALTER TABLE institution ADD COLUMN english_title TEXT"]
}
