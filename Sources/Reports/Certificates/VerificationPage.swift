package import Grading

/// The page that a certificate's QR code opens: what the certificate says, and whether it is in force.
///
/// One HTML file for any web server, readable on a phone and on paper. It lies behind an unguessable address and asks
/// search engines to stay away.
package struct VerificationPage: Sendable, Equatable {
    /// Whether the certificate is in force, by what the issuer knew at `asOf`.
    package enum State: Sendable, Equatable {
        case valid
        /// Taken back; the reason where it may be told.
        case revoked(on: CalendarDay, reason: String?)
        /// Another certificate has taken its place; `address` is its page, relative to this one. `revokedOn` is the day on
        /// which it was taken back before; nil where replacing it was what ended it.
        case replaced(on: CalendarDay, by: String, address: String?, revokedOn: CalendarDay? = nil)
        /// Its last day is over.
        case expired(on: CalendarDay)
    }

    /// One signed field: its name and its value.
    package struct Field: Sendable, Equatable {
        package var name: LocalizedText
        package var value: LocalizedText

        /// A field with a value in both languages.
        package init(_ name: LocalizedText, _ value: LocalizedText) {
            self.name = name
            self.value = value
        }

        /// A field with one value for both languages.
        package init(_ name: LocalizedText, _ value: String) {
            self.init(name, LocalizedText(zh: value, en: value))
        }
    }

    /// A file beside the page with which anybody can check the signature.
    package struct File: Sendable, Equatable {
        package var name: LocalizedText
        /// Relative to this page, or absolute.
        package var address: String

        /// A name and where it leads.
        package init(_ name: LocalizedText, address: String) {
            self.name = name
            self.address = address
        }
    }

    package var state: State
    /// When the page was written; the state is the one of that moment.
    package var asOf: ReportTime
    package var number: String
    package var holder: LocalizedText
    package var course: LocalizedText
    package var issuer: LocalizedText
    /// Every signed field, in the order in which it is shown.
    package var fields: [Field]
    /// Id of the key that signed, and the algorithm (`EdDSA`, `RS256`).
    package var key: String
    package var algorithm: String
    /// The signed credential, the status list, the issuer's keys.
    package var files: [File]
    package var program: String

    /// Joins the parts.
    package init(
        state: State,
        asOf: ReportTime,
        number: String,
        holder: LocalizedText,
        course: LocalizedText,
        issuer: LocalizedText,
        fields: [Field],
        key: String,
        algorithm: String,
        files: [File] = [],
        program: String
    ) {
        self.state = state
        self.asOf = asOf
        self.number = number
        self.holder = holder
        self.course = course
        self.issuer = issuer
        self.fields = fields
        self.key = key
        self.algorithm = algorithm
        self.files = files
        self.program = program
    }
}

/// The pages of the verification site that are about no certificate.
package struct VerificationNotice: Sendable, Equatable {
    /// Which page.
    package enum Kind: Sendable, Equatable, CaseIterable {
        /// The site's root: how a certificate is checked, and that there is no register to leaf through.
        case welcome
        /// The answer to an address that no certificate has (`404.html`).
        case unknown
    }

    package var kind: Kind
    package var issuer: LocalizedText
    /// The issuer's keys and the status list; absolute addresses, because a server shows `404.html` in any folder.
    package var files: [VerificationPage.File]
    package var program: String

    /// Joins the parts.
    package init(
        kind: Kind,
        issuer: LocalizedText,
        files: [VerificationPage.File] = [],
        program: String
    ) {
        self.kind = kind
        self.issuer = issuer
        self.files = files
        self.program = program
    }
}
