package import Grading

extension VerificationPage {
    /// The page as an HTML file; `language` is shown first.
    package func document(language: Language) -> [UInt8] {
        let word = state.word
        let title = LocalizedText(
            zh: "\(CertificateWord.verification.text.zh) \(number)",
            en: "\(CertificateWord.verification.text.en) \(number)"
        )
        let heading: Markup = """
            <p class="kind">\(CertificateWord.verification.text)</p>
            <h1>\(holder) · \(course)</h1>
            <p class="sub">\(issuer)</p>
            """
        let main: Markup = """
            <section class="panel keep"><div class="lead">
            <div class="badge \(state.style)"><span class="big words">\(word.text)</span></div>
            <div><h2>\(CertificateWord.number.text) \(number)</h2>
            <p>\(state.explanation)</p>\(details)
            <p class="note">\(CertificateWord.asOf.filled(["time": "\(asOf.minute) (UTC\(asOf.zone))"]))</p></div>
            </div></section>
            <section class="panel"><h2>\(CertificateWord.signedFields.text)</h2>
            <dl class="pairs signed">\(fields.map { "<dt>\($0.name)</dt><dd>\($0.value)</dd>\n" as Markup })</dl>
            <p class="note">\(CertificateWord.onPaper.text)</p></section>
            <section class="panel"><h2>\(CertificateWord.signature.text)</h2>
            <dl class="pairs"><dt>\(CertificateWord.algorithm.text)</dt><dd>\(algorithm)</dd>
            <dt>\(CertificateWord.key.text)</dt><dd><code>\(key)</code></dd></dl>
            \(Self.links(files))
            <p class="note">\(Word.program): \(program)</p></section>
            """
        return Array(
            PageFrame.document(title: title, heading: heading, main: main, language: language, isPrivate: true).utf8
        )
    }

    /// The reason, or what the certificate was replaced by.
    private var details: Markup {
        switch state {
        case .valid, .expired: return .none
        case .revoked(_, let reason):
            guard let reason, !reason.isEmpty else { return .none }
            return "<p>\(CertificateWord.reason.text): \(reason)</p>"
        case .replaced(_, let number, let address, let revokedOn):
            let name: Markup = address.map { "<a href=\"\(Self.safe($0))\">\(number)</a>" } ?? "\(number)"
            let before: Markup = revokedOn.map { "<p>\(CertificateWord.revokedBefore.filled($0))</p>" } ?? .none
            return "\(before)<p>\(CertificateWord.replacement.text): \(name)</p>"
        }
    }

    /// How the signature is checked, with the files for it.
    static func links(_ files: [File]) -> Markup {
        guard !files.isEmpty else { return .none }
        return """
            <h3 class="section">\(CertificateWord.checkYourself.text)</h3>
            <p class="note">\(CertificateWord.checkYourselfHow.text)</p>
            <ul class="files">\(files.map { "<li><a href=\"\(safe($0.address))\">\($0.name)</a></li>" as Markup })</ul>
            """
    }

    /// An address that leads to a page or file and runs nothing: relative, http or https.
    private static func safe(_ address: String) -> String {
        let scheme = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard scheme.contains(":") else { return address }
        let lowered = address.lowercased()
        return lowered.hasPrefix("https://") || lowered.hasPrefix("http://") ? address : "#"
    }
}

extension VerificationPage.State {
    /// The state in a word or two.
    package var word: CertificateWord {
        switch self {
        case .valid: .valid
        case .revoked: .revoked
        case .replaced: .replaced
        case .expired: .expired
        }
    }

    /// The state in a sentence.
    package var explanation: LocalizedText {
        switch self {
        case .valid: CertificateWord.validWhy.text
        case .revoked(let day, _): CertificateWord.revokedWhy.filled(day)
        case .replaced(let day, _, _, _): CertificateWord.replacedWhy.filled(day)
        case .expired(let day): CertificateWord.expiredWhy.filled(day)
        }
    }

    /// The badge's colour; what it says is also in words.
    fileprivate var style: String {
        switch self {
        case .valid: "level-A"
        case .revoked: "level-D"
        case .replaced, .expired: "level-C"
        }
    }
}

extension CertificateWord {
    /// The words with a day in each language.
    fileprivate func filled(_ day: CalendarDay) -> LocalizedText {
        LocalizedText(zh: filled(["day": day.chinese]).zh, en: filled(["day": day.english]).en)
    }
}

extension VerificationNotice {
    /// The page as an HTML file; `language` is shown first.
    package func document(language: Language) -> [UInt8] {
        let (title, main): (LocalizedText, Markup)
        switch kind {
        case .welcome:
            title = LocalizedText(
                zh: CertificateWord.welcome.filled(["issuer": issuer.zh]).zh,
                en: CertificateWord.welcome.filled(["issuer": issuer.en]).en
            )
            main = """
                <section class="panel"><p>\(CertificateWord.welcomeHow.text)</p>
                <p class="note">\(CertificateWord.noRegister.text)</p></section>
                """
        case .unknown:
            title = CertificateWord.unknownPage.text
            main = """
                <section class="panel"><div class="lead">
                <div class="badge level-D"><span class="big words">\(title)</span></div>
                <p>\(CertificateWord.unknownPageWhy.text)</p></div></section>
                """
        }
        let files: Markup =
            self.files.isEmpty
            ? .none : "<section class=\"panel\">\(VerificationPage.links(self.files))</section>"
        let heading: Markup = """
            <p class="kind">\(CertificateWord.verification.text)</p><h1>\(title)</h1><p class="sub">\(issuer)</p>
            """
        let small: Markup = "<p class=\"note\">\(Word.program): \(program)</p>"
        return Array(
            PageFrame.document(
                title: title,
                heading: heading,
                main: "\(main)\n\(files)\n\(small)",
                language: language,
                isPrivate: true
            ).utf8
        )
    }
}
