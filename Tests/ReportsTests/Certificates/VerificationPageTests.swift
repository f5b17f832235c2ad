import Grading
import Reports
import Testing

@Suite("Pages that verify a certificate")
struct VerificationPageTests {
    private func page(_ state: VerificationPage.State) -> VerificationPage {
        VerificationPage(
            state: state,
            asOf: ReportTime(seconds: 1_780_000_000, offset: 28_800),
            number: "WJUS-2026-T03-00042-O",
            holder: LocalizedText(zh: "张<b>伟", en: "张<b>伟"),
            course: LocalizedText(zh: "超声培训班", en: "Ultrasound course"),
            issuer: LocalizedText(zh: "成都市温江区人民医院", en: "Wenjiang District People's Hospital"),
            fields: [
                .init(CertificateWord.holder.text, "张<b>伟"), .init(CertificateWord.theory.text, "86"),
                .init(CertificateWord.conclusion.text, CertificateWord.passed.text),
            ],
            key: "https://quality.example/keys/2026-1",
            algorithm: "EdDSA",
            files: [
                .init(LocalizedText(zh: "凭证", en: "Credential"), address: "credential.jwt"),
                .init(LocalizedText(zh: "坏", en: "Bad"), address: "JavaScript:alert(1)"),
            ],
            program: "Sonograde 0.5.0"
        )
    }

    private func html(_ state: VerificationPage.State) -> String {
        String(decoding: page(state).document(language: .zh), as: UTF8.self)
    }

    @Test("Each state has its own words, day and reason, in both languages")
    func states() throws {
        let day = try #require(CalendarDay("2026-05-01"))
        let valid = html(.valid)
        #expect(valid.contains("证书有效") && !valid.contains("证书已"))
        let revoked = html(.revoked(on: day, reason: "信息有误"))
        #expect(revoked.contains("证书已撤销") && revoked.contains("2026年5月1日") && revoked.contains("信息有误"))
        #expect(revoked.contains("Revoked") && revoked.contains("1 May 2026"))
        #expect(!revoked.contains("证书有效"))
        let replaced = html(.replaced(on: day, by: "WJUS-2026-T03-00043-M", address: "../ab12/"))
        #expect(replaced.contains("证书已被替换"))
        #expect(replaced.contains("<a href=\"../ab12/\">WJUS-2026-T03-00043-M</a>"))
        #expect(html(.replaced(on: day, by: "N-2", address: nil)).contains("N-2"))
        let before = try #require(CalendarDay("2026-04-20"))
        let both = html(.replaced(on: day, by: "N-2", address: nil, revokedOn: before))
        #expect(both.contains("本证书已于 2026年5月1日 被新证书替换") && both.contains("此前已于 2026年4月20日 撤销。"))
        #expect(both.contains("It had been revoked on 20 April 2026."))
        #expect(!replaced.contains("此前已于"))
        let expired = html(.expired(on: day))
        #expect(expired.contains("证书已过期") && expired.contains("有效期至 2026年5月1日"))
    }

    @Test("Every signed field is shown, as text and never as markup; the moment of the state is said")
    func fields() {
        let text = html(.valid)
        for wanted in ["理论考核", "86", "考核结论", "合格", "passed", "EdDSA", "https://quality.example/keys/2026-1"] {
            #expect(text.contains(wanted))
        }
        #expect(text.contains("状态截至 2026-05-29 04:26 (UTC+08:00)"))
        #expect(text.contains("张&lt;b&gt;伟") && !text.contains("张<b>伟"))
    }

    @Test("The page stays out of search engines, gives no address away and has no link that runs something")
    func secrecy() {
        let text = html(.valid)
        #expect(text.contains("<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">"))
        #expect(text.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
        #expect(text.contains("href=\"credential.jwt\""))
        #expect(!text.lowercased().contains("javascript:") && !text.contains("<script"))
    }

    @Test("The root says how to check and has no register; an unknown address is said to be unknown")
    func notices() {
        let issuer = LocalizedText(zh: "温江区人民医院", en: "Wenjiang Hospital")
        let welcome = VerificationNotice(kind: .welcome, issuer: issuer, program: "Sonograde 0.5.0")
        let root = String(decoding: welcome.document(language: .zh), as: UTF8.self)
        #expect(root.contains("温江区人民医院 证书核验") && root.contains("不提供名单"))
        let unknown = VerificationNotice(kind: .unknown, issuer: issuer, program: "Sonograde 0.5.0")
        #expect(String(decoding: unknown.document(language: .en), as: UTF8.self).contains("No such certificate"))
    }

    @Test(
        "Every word of certificates is there in both languages, with the same places",
        arguments: CertificateWord.allCases
    )
    func words(word: CertificateWord) {
        func places(_ text: String) -> Set<Substring> {
            Set(
                text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1).compactMap {
                    $0.split(separator: "}").first
                }
            )
        }
        #expect(!word.text.zh.isEmpty && !word.text.en.isEmpty)
        #expect(places(word.text.zh) == places(word.text.en))
    }
}
