/// The table of docs/settings.md, made from the descriptions that the program checks by.
package enum SettingsDocumentation {
    /// Markdown, one row a setting.
    package static func table() -> String {
        var text = "| key | default | unit | allowed | what it decides |\n|---|---|---|---|---|\n"
        let defaults = Settings()
        for setting in SettingDescription.all {
            let standard = setting.value(in: defaults)
            let value =
                setting.key == "sampling.seed" ? "made by `init`" : standard.isEmpty ? "–" : "`\(standard)`"
            text += "| `\(setting.key)` | \(value) | \(setting.unit) | \(setting.allowed) | \(setting.meaning) |\n"
        }
        return text
    }
}
