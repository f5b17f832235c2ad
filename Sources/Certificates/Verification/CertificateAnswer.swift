/// What a verification found, each with one clear answer.
package struct CertificateAnswer: Sendable, Hashable {
    /// The answers, the first that holds.
    package enum Verdict: Sendable, Hashable {
        /// This is no certificate at all; why, in English.
        case unreadable(String)
        /// It names a key that is none of the issuer's.
        case wrongKey
        /// The key was withdrawn on that day, and nothing says that the issuer himself has signed this with it.
        case withdrawnKey(on: String)
        /// The signature is not the one of this text: something in it was changed.
        case changed
        /// The signature is right, but the issuer's register has no such certificate.
        case unknown
        /// Another certificate has taken its place; its number.
        case replaced(by: String, on: String?)
        /// It was taken back.
        case revoked(on: String?, reason: String?)
        /// Its last day was that one.
        case expired(lastDay: String)
        /// It is valid from that day on.
        case notYetValid(firstDay: String)
        /// All is right.
        case valid

        /// The answer in one word, as programs read it.
        package var code: String {
            switch self {
            case .unreadable: "unreadable"
            case .wrongKey: "wrong_key"
            case .withdrawnKey: "withdrawn_key"
            case .changed: "changed"
            case .unknown: "unknown"
            case .replaced: "replaced"
            case .revoked: "revoked"
            case .expired: "expired"
            case .notYetValid: "not_yet_valid"
            case .valid: "valid"
            }
        }
    }

    /// By what it was looked up whether it is in force.
    package enum Basis: Sendable, Hashable {
        /// The issuer's own register.
        case register
        /// A signed status list that may be relied on, or that has the certificate revoked.
        case statusList(StatusListAge)
        /// Nothing: the status list is out of date, or does not say until when it may be relied on.
        case outdated(StatusListAge)
        /// Nothing, because another status list is needed than the ones that were given: its address.
        case needs(statusList: String)
        /// Nothing: whether it was revoked is not known.
        case none

        /// Whether anything said that it is in force.
        package var isChecked: Bool {
            switch self {
            case .register, .statusList: true
            case .outdated, .needs, .none: false
            }
        }
    }

    package var verdict: Verdict
    package var basis: Basis
    /// What was signed; nil where the signature is not right, for then nothing in it can be believed.
    package var credential: CertificateCredential?
    /// The key that signed; nil likewise.
    package var key: PublicKey?
    /// The day on which that key was withdrawn, where this is one of the certificates that the issuer himself has signed
    /// with it; nil for a trusted key.
    package var keyWithdrawnOn: String?
    /// How it was taken back before another one took its place; nil where replacing it was what ended it.
    package var formerRevocation: Revocation?

    /// That a certificate was taken back.
    package struct Revocation: Sendable, Hashable {
        /// The day, `yyyy-MM-dd`.
        package var day: String
        /// Why, as the issuer noted it.
        package var reason: String

        /// A revocation.
        package init(day: String, reason: String) { (self.day, self.reason) = (day, reason) }
    }

    /// The issuer's register has no such number.
    package static var unknown: CertificateAnswer {
        var answer = CertificateAnswer(.unknown)
        answer.basis = .register
        return answer
    }

    /// An answer without anything to be believed.
    init(_ verdict: Verdict) { (self.verdict, basis) = (verdict, .none) }

    /// An answer about a credential whose signature is right.
    init(_ verdict: Verdict, basis: Basis, _ credential: CertificateCredential, _ key: PublicKey) {
        (self.verdict, self.basis, self.credential, self.key) = (verdict, basis, credential, key)
    }
}

/// What the issuer's register says of a certificate.
package enum RegisterEntry: Sendable, Hashable {
    /// It has none of that number.
    case missing
    /// It has another text under that number.
    case other
    case inForce
    case revoked(on: String, reason: String)
    /// The number of the one that took its place, the day of that, and how it was revoked before.
    case replaced(by: String, on: String, revoked: CertificateAnswer.Revocation? = nil)
}
