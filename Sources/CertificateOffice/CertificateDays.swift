internal import Certificates
internal import Intake
internal import Reports
internal import Store

extension CertificateOffice {
    /// The day of award: the given one, which must be one from the course's last day to today, else today.
    func awardDay(_ day: String?, _ course: CourseRecord) throws(IntakeError) -> String {
        let day = day ?? today
        _ = try midnight(day)
        guard day >= course.endsOn, day <= today else {
            throw IntakeError(
                code: .notFound,
                message: "a certificate is awarded from the course's last day (\(course.endsOn)) to today (\(today))",
                identity: day
            )
        }
        return day
    }

    /// The last day of validity of a certificate awarded on a day; nil where it does not expire.
    func expiry(of day: String) throws(IntakeError) -> String? {
        guard let end = try end(of: day) else { return nil }
        return clock.time(Timestamp(milliseconds: end.milliseconds - 1)).date
    }

    /// The first moment after the validity of a certificate awarded on a day: the same day years later.
    private func end(of day: String) throws(IntakeError) -> Timestamp? {
        let years = settings.certificates.years
        guard years > 0, let year = Int(day.prefix(4)) else { return nil }
        let rest = day.dropFirst(4)
        // 29 February of a year without one becomes 1 March.
        guard let end = clock.start(of: "\(year + years)\(rest)") ?? clock.start(of: "\(year + years)-03-01") else {
            throw IntakeError(code: .home, message: "certificate.years leads beyond the calendar", identity: day)
        }
        return end
    }

    /// From the day of award to the end, at its place of a status list.
    func validity(
        of order: CertificateOrder,
        _ place: CertificatePlaceInList
    ) throws(IntakeError) -> CertificateCredential.Validity {
        CertificateCredential.Validity(
            list: place.list,
            index: place.place,
            from: try midnight(order.awardedOn),
            until: try order.expiresOn == nil ? nil : end(of: order.awardedOn).map(moment)
        )
    }
}
