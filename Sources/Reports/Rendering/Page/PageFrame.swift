import Grading

/// The frame of every page: head, style, language switch.
///
/// One file without links, scripts or outside parts; its own security policy forbids them too. The switch is two radio
/// buttons before the page and a rule of style, so it works where scripts are off.
enum PageFrame {
    /// The whole HTML document; `language` is shown first.
    ///
    /// A private page asks search engines to stay away, and browsers not to tell its address to where its links lead.
    static func document(
        title: LocalizedText,
        heading: Markup,
        main: Markup,
        language: Language,
        isPrivate: Bool = false
    ) -> String {
        let secrecy: Markup =
            isPrivate
            ? """
            <meta name="robots" content="noindex, nofollow, noarchive">
            <meta name="referrer" content="no-referrer">

            """ : .none
        let htmlLanguage =
            switch language {
            case .zh: "zh-CN"
            case .en: "en"
            }
        let page: Markup = """
            <!doctype html>
            <html lang="\(htmlLanguage)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            \(secrecy)<title>\(title[language])</title>
            <style>\(Markup(trusted: Stylesheet.text))</style>
            </head>
            <body>
            \(Language.allCases.map { radio($0, checked: $0 == language) })
            <div class="page">
            <header class="top">
            <div class="title">\(heading)</div>
            <div class="switch" role="group" aria-label="\(Word.language.text[language])">
            <label for="show-zh" lang="zh">\(Word.chinese.text.zh)</label>
            <label for="show-en" lang="en">\(Word.english.text.en)</label>
            </div>
            </header>
            <main>
            \(main)
            </main>
            </div>
            </body>
            </html>

            """
        return page.html
    }

    private static func radio(_ language: Language, checked: Bool) -> Markup {
        let name =
            switch language {
            case .zh: Word.chinese.text.zh
            case .en: Word.english.text.en
            }
        return """
            <input class="language" type="radio" name="language" id="show-\(language.rawValue)" \
            aria-label="\(name)"\(checked ? " checked" : Markup.none)>

            """
    }
}
