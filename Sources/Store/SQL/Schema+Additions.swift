/// Version 6: columns and tables that people, practice and reports were found to need.
extension Schema {
    /// The statements that bring version 5 to version 6.
    static let version6: [String] = people + practicePool + unreadDraws
}
