/// Every statement that the store runs after it was opened.
package enum StatementCatalog {
    /// The texts, each with numbered parameters.
    package static let all: [String] =
        [Schema.sign] + ExamSQL.all + ImageSQL.all + InboxSQL.all + AuditSQL.all + StatusSQL.all + PeriodSQL.all
        + DumpSQL.all + QueueSQL.all + ReviewSQL.all + ReviewPeriodSQL.all + BaselineSQL.all
        + NearProfileSQL.all + CalibrationSQL.all + DuplicateSQL.all + PeriodSpanSQL.all
        + CertificateSQL.all
        + RegistrySQL.all + IndicatorSQL.all
        + CourseSQL.all + TrainingSQL.all + PracticeSQL.all
        + PracticePoolSQL.all + DeviceSurveySQL.all

    /// The statements that make the newest schema out of an empty database, in order.
    package static let schema: [String] =
        schemaVersion1 + Schema.version2 + ReviewPeriodSQL.tables + Schema.version3 + Schema.version4
        + Schema.version5 + Schema.version6 + Schema.version7
        + Schema.version8

    /// Of these, the ones that made a store of version 1.
    package static let schemaVersion1: [String] = Schema.version1
}
