/// The professional titles of health workers (卫生专业技术职称) and how they are called in English.
///
/// A closed list, that of the trial regulation on posts of health technical personnel of 1986 (卫生技术人员职务试行条例)
/// with the everyday 住院医师: so a register needs no second column for them. A title that is none of these has no
/// English wording, and none is made up.
package enum ProfessionalTitle {
    private static let english: [String: String] = [
        "主任医师": "Chief Physician", "副主任医师": "Associate Chief Physician", "主治医师": "Attending Physician",
        "主管医师": "Physician-in-Charge", "住院医师": "Resident Physician", "医师": "Physician", "医士": "Assistant Physician",
        "主任技师": "Chief Technologist", "副主任技师": "Associate Chief Technologist", "主管技师": "Technologist-in-Charge",
        "技师": "Technologist", "技士": "Technician",
        "主任护师": "Chief Nurse", "副主任护师": "Associate Chief Nurse", "主管护师": "Nurse-in-Charge", "护师": "Senior Nurse",
        "护士": "Nurse",
    ]

    /// The English wording of a title; nil where it is none of the list.
    package static func english(of title: String) -> String? { english[title] }
}
