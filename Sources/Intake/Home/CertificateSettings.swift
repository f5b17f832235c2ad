internal import Certificates

/// What a home's settings say of its certificates.
package struct CertificateSettings: Sendable, Equatable {
    /// Full name of who issues; certificates need it.
    package var issuer = ""
    /// The same in English, for bilingual certificates.
    package var issuerEnglish = ""
    /// The issuer's letters in certificate numbers; certificates need them.
    package var prefix = ""
    /// Where the verification site will stand; certificates need it.
    package var baseURL = ""
    /// Who is named as responsible (负责人); may be empty.
    package var signatory = ""
    /// A picture file of the issuer's own seal; empty leaves the place free for the stamp.
    package var seal = ""
    /// A picture file of the signature; empty leaves a line to sign on.
    package var signature = ""
    /// For how many years a certificate is valid; 0 for ever.
    package var years = 0
    /// For how many days a published status list may be relied on; publishing begins them anew.
    package var statusDays = 365

    /// The defaults, with which nothing can be issued.
    package init() {}
}

/// One setting of certificates.
package enum CertificateSetting: String, Sendable, CaseIterable {
    case issuer, prefix, signatory, seal, signature, years
    case issuerEnglish = "issuer_english"
    case baseURL = "base_url"
    case statusDays = "status_days"

    /// What it decides, one English sentence.
    private var meaning: String {
        switch self {
        case .issuer: "Full name of who issues certificates (颁发单位)."
        case .issuerEnglish: "The issuer's name in English, for bilingual certificates."
        case .prefix: "The issuer's letters at the beginning of certificate numbers."
        case .baseURL: "Where the verification site stands; QR codes open pages below it. Keep it: it is printed."
        case .signatory: "Who is named as responsible (负责人) on certificates."
        case .seal: "Picture file of the issuer's own seal; without it the place is left free for the stamp."
        case .signature: "Picture file of the signature; without it there is a line to sign on."
        case .years: "For how long new certificates are valid; 0 for ever."
        case .statusDays: "For how long a published status list may be relied on; publish again before it ends."
        }
    }

    /// What the value may be, for people.
    var allowed: String {
        switch self {
        case .issuer, .issuerEnglish, .signatory: "up to 100 characters, or empty"
        case .prefix: "2 to 8 of A-Z without I and O, and digits, or empty"
        case .baseURL: "an https:// or http:// address, or empty"
        case .seal, .signature: "a PNG or JPEG file, from the home folder or absolute, or empty"
        case .years: "whole number from 0 to 50"
        case .statusDays: "whole number from 1 to 3650"
        }
    }

    /// The value in force, written as the file would.
    func value(in settings: CertificateSettings) -> String {
        switch self {
        case .issuer: settings.issuer
        case .issuerEnglish: settings.issuerEnglish
        case .prefix: settings.prefix
        case .baseURL: settings.baseURL
        case .signatory: settings.signatory
        case .seal: settings.seal
        case .signature: settings.signature
        case .years: "\(settings.years)"
        case .statusDays: "\(settings.statusDays)"
        }
    }

    /// Puts a value in force; false when it is not allowed.
    func apply(_ text: String, to settings: inout CertificateSettings) -> Bool {
        let isPlain = text.count <= 100 && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard isPlain || self == .seal || self == .signature || self == .baseURL else { return false }
        switch self {
        case .issuer: settings.issuer = text
        case .issuerEnglish: settings.issuerEnglish = text
        case .signatory: settings.signatory = text
        case .seal: settings.seal = text
        case .signature: settings.signature = text
        case .prefix:
            guard text.isEmpty || CertificateNumber.isPrefix(text) else { return false }
            settings.prefix = text
        case .baseURL:
            guard text.isEmpty || IssuerAddress(base: text) != nil else { return false }
            settings.baseURL = text
        case .years:
            guard let years = Int(text), (0...50).contains(years) else { return false }
            settings.years = years
        case .statusDays:
            guard let days = Int(text), (1...3650).contains(days) else { return false }
            settings.statusDays = days
        }
        return true
    }

    /// The settings in the order of the file.
    static let descriptions: [SettingDescription] =
        [issuer, issuerEnglish, prefix, baseURL, signatory, seal, signature, years, statusDays].map { setting in
            SettingDescription(
                key: "certificate." + setting.rawValue,
                kind: .certificate(setting),
                unit: setting == .years ? "years" : setting == .statusDays ? "days" : "",
                meaning: setting.meaning
            )
        }
}
