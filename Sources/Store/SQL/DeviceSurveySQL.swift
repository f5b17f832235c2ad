/// Statements about surveys of devices.
enum DeviceSurveySQL {
    /// ?1 moment, ?2 newest image, ?3 document.
    static let add = """
        INSERT INTO device_survey (id, looked_at, newest_image, document)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3 FROM device_survey
        """

    /// ?1 a moment: the newest survey up to it.
    static let newest = """
        SELECT looked_at, newest_image, document FROM device_survey WHERE looked_at <= ?1
        ORDER BY looked_at DESC, id DESC LIMIT 1
        """

    /// ?1 a moment: when the newest survey up to it was, without what it found.
    static let newestMoment = """
        SELECT looked_at, newest_image FROM device_survey WHERE looked_at <= ?1
        ORDER BY looked_at DESC, id DESC LIMIT 1
        """

    static let newestImage = "SELECT COALESCE(MAX(id), 0) AS newest FROM image"

    static let all = [add, newest, newestMoment, newestImage]
}
