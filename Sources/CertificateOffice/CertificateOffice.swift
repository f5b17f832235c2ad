internal import Certificates
package import Foundation
internal import Grading
package import Intake
internal import Reports
package import Store

/// Issuing, exporting, verifying and taking back certificates, as functions: the command line calls them, and any other
/// front can.
package struct CertificateOffice: Sendable {
    package let home: Home
    package let settings: Settings
    package let store: Store
    /// Version of the program, written into every PDF and page.
    package let program: String
    /// The time; an argument so that tests can set it.
    package let now: @Sendable () -> Date

    /// Joins the parts.
    package init(
        home: Home,
        settings: Settings,
        store: Store,
        program: String,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.home = home
        self.settings = settings
        self.store = store
        self.program = program
        self.now = now
    }

    /// The home's keys.
    package var keys: KeyRing { KeyRing(home: home, store: store) }

    /// The home's clock.
    var clock: ReportClock { ReportClock(zone: settings.timezone) }

    /// The day it is here, `yyyy-MM-dd`.
    package var today: String { clock.time(Timestamp(now())).date }

    /// Where the verification site stands.
    ///
    /// Throws `IntakeError` with code `home` where the settings do not say it.
    func address() throws(IntakeError) -> IssuerAddress {
        guard let address = IssuerAddress(base: settings.certificates.baseURL) else {
            throw missing("certificate.base_url", "https://cert.example.org")
        }
        return address
    }

    /// A setting without which nothing can be issued.
    func missing(_ key: String, _ example: String) -> IntakeError {
        IntakeError(
            code: .home,
            message: "\(key) is not set, and certificates need it; write for example \(key): \(example)",
            identity: home.settingsFile
        )
    }

    /// Midnight of a day here in both forms that a credential needs.
    func midnight(_ day: String) throws(IntakeError) -> CertificateCredential.Moment {
        guard let start = clock.start(of: day) else {
            throw IntakeError(code: .notFound, message: "this is no day; write yyyy-MM-dd", identity: day)
        }
        return moment(start)
    }

    /// A stored moment in both forms, to the second.
    func moment(_ moment: Timestamp) -> CertificateCredential.Moment {
        let time = clock.time(moment)
        return CertificateCredential.Moment(text: time.iso8601, seconds: time.seconds)
    }
}
