/// Version 5: certificates.
extension Schema {
    /// Certificates as they were issued, and what became of them.
    static let certificates: [String] = []
}
