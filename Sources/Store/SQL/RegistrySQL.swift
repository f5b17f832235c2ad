/// Statements about institutions, technicians, devices and teachers.
enum RegistrySQL {
    // MARK: Institutions

    private static let institutionColumns = """
        name, title, ownership, county, contract_from, contract_until, registered_at, retired_at, english_title
        """

    /// ?1 code.
    static let institution = """
        SELECT \(institutionColumns) FROM institution WHERE name = ?1 AND registered_at IS NOT NULL
        """

    static let institutions = """
        SELECT \(institutionColumns) FROM institution WHERE registered_at IS NOT NULL ORDER BY name
        """

    /// ?1 code, ?2 its key, ?3 since when, ?4 retired, ?5 title, ?6 ownership, ?7 county, ?8 contract from, ?9 until,
    /// ?10 English name.
    static let writeInstitution = """
        INSERT INTO institution (
            id, name, name_key, is_registered, first_seen, registered_at, retired_at, title, ownership, county,
            contract_from, contract_until, english_title
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, 1, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM institution WHERE TRUE
        ON CONFLICT (name) DO UPDATE SET is_registered = 1, registered_at = EXCLUDED.registered_at,
            retired_at = EXCLUDED.retired_at, title = EXCLUDED.title, ownership = EXCLUDED.ownership,
            county = EXCLUDED.county, contract_from = EXCLUDED.contract_from,
            contract_until = EXCLUDED.contract_until, english_title = EXCLUDED.english_title
        """

    /// Institutions whose folders came and which nobody registered.
    static let seenInstitutions = """
        SELECT institution.name AS code, COUNT(exam.id) AS exams, MIN(exam.received_at) AS first_received,
            MAX(exam.received_at) AS last_received
        FROM institution LEFT JOIN exam ON exam.institution_id = institution.id
        WHERE institution.registered_at IS NULL
        GROUP BY institution.name ORDER BY institution.name
        """

    // MARK: Technicians

    private static let technicianColumns = """
        institution.name AS institution, technician.code, technician.name, role, sex, technician.title, identity_masked,
        employed_from, employed_until, added_at, technician.retired_at, latin_name
        """

    /// ?1 institution, ?2 code.
    static let technician = """
        SELECT \(technicianColumns)
        FROM technician JOIN institution ON institution.id = technician.institution_id
        WHERE institution.name = ?1 AND technician.code = ?2
        """

    /// ?1 institution, ?2 code.
    static let technicianID = """
        SELECT technician.id FROM technician JOIN institution ON institution.id = technician.institution_id
        WHERE institution.name = ?1 AND technician.code = ?2
        """

    static let technicians = """
        SELECT \(technicianColumns)
        FROM technician JOIN institution ON institution.id = technician.institution_id
        ORDER BY institution.name, technician.code
        """

    /// ?1 institution's id, ?2 code, ?3 name, ?4 role, ?5 sex, ?6 title, ?7 identity, ?8 from, ?9 until, ?10 added,
    /// ?11 retired, ?12 name in Latin letters.
    static let writeTechnician = """
        INSERT INTO technician (
            id, institution_id, code, name, role, sex, title, identity_masked, employed_from, employed_until, added_at,
            retired_at, latin_name
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 FROM technician WHERE TRUE
        ON CONFLICT (institution_id, code) DO UPDATE SET name = EXCLUDED.name, role = EXCLUDED.role,
            sex = EXCLUDED.sex, title = EXCLUDED.title, identity_masked = EXCLUDED.identity_masked,
            employed_from = EXCLUDED.employed_from, employed_until = EXCLUDED.employed_until,
            retired_at = EXCLUDED.retired_at, latin_name = EXCLUDED.latin_name
        """

    /// Codes of technicians that exams name and no entry has.
    static let seenTechnicians = seen("technician")

    // MARK: Devices

    private static let deviceColumns = """
        institution.name AS institution, device.code, maker, model, serial, in_use_from, metrology_on, inspected_on,
        added_at, device.retired_at
        """

    /// ?1 institution, ?2 code.
    static let device = """
        SELECT \(deviceColumns) FROM device JOIN institution ON institution.id = device.institution_id
        WHERE institution.name = ?1 AND device.code = ?2
        """

    /// ?1 institution, ?2 code.
    static let deviceID = """
        SELECT device.id FROM device JOIN institution ON institution.id = device.institution_id
        WHERE institution.name = ?1 AND device.code = ?2
        """

    static let devices = """
        SELECT \(deviceColumns) FROM device JOIN institution ON institution.id = device.institution_id
        ORDER BY institution.name, device.code
        """

    /// ?1 institution's id, ?2 code, ?3 maker, ?4 model, ?5 serial, ?6 in use from, ?7 metrology, ?8 inspection,
    /// ?9 added, ?10 retired.
    static let writeDevice = """
        INSERT INTO device (
            id, institution_id, code, maker, model, serial, in_use_from, metrology_on, inspected_on, added_at, retired_at
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM device WHERE TRUE
        ON CONFLICT (institution_id, code) DO UPDATE SET maker = EXCLUDED.maker, model = EXCLUDED.model,
            serial = EXCLUDED.serial, in_use_from = EXCLUDED.in_use_from, metrology_on = EXCLUDED.metrology_on,
            inspected_on = EXCLUDED.inspected_on, retired_at = EXCLUDED.retired_at
        """

    /// Codes of devices that exams name and no entry has.
    static let seenDevices = seen("device")

    // MARK: Teachers

    static let teachers = "SELECT id, name, title, workplace, topics, added_at, retired_at FROM teacher ORDER BY id"

    /// ?1 id, ?2 name, ?3 title, ?4 workplace, ?5 topics, ?6 added, ?7 retired.
    static let writeTeacher = """
        INSERT INTO teacher (id, name, title, workplace, topics, added_at, retired_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, title = EXCLUDED.title, workplace = EXCLUDED.workplace,
            topics = EXCLUDED.topics, retired_at = EXCLUDED.retired_at
        """

    // MARK: Experts

    /// ?1 id, ?2 name, ?3 title, ?4 subjects, ?5 added, ?6 retired.
    static let writeExpert = """
        INSERT INTO expert (id, name, title, subjects, added_at, retired_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, title = EXCLUDED.title, subjects = EXCLUDED.subjects,
            retired_at = EXCLUDED.retired_at
        """

    /// Codes in a column of exams; the table of the same name has the entries.
    private static func seen(_ column: String) -> String {
        """
        SELECT institution.name AS institution, exam.\(column) AS code, COUNT(*) AS exams,
            MIN(exam.received_at) AS first_received, MAX(exam.received_at) AS last_received
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.\(column) IS NOT NULL AND exam.\(column) <> '' AND NOT EXISTS (
            SELECT 1 FROM \(column) AS entry
            WHERE entry.institution_id = exam.institution_id AND entry.code = exam.\(column)
        )
        GROUP BY institution.name, exam.\(column) ORDER BY institution.name, exam.\(column)
        """
    }

    static let all = [
        institution, institutions, writeInstitution, seenInstitutions, technician, technicianID, technicians,
        writeTechnician, seenTechnicians, device, deviceID, devices, writeDevice, seenDevices, teachers,
        writeTeacher, writeExpert,
    ]
}
