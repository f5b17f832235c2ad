package import Grading
import Imaging

extension Level {
    /// 甲 乙 丙 不合格, and the letters.
    var name: LocalizedText {
        switch self {
        case .a: Word.levelA.text
        case .b: Word.levelB.text
        case .c: Word.levelC.text
        case .d: Word.levelD.text
        }
    }

    /// Letter and Chinese name in one, as tables show it in Chinese: `B 乙`.
    package func label(_ language: Language) -> String {
        switch language {
        case .zh: "\(rawValue) \(name.zh)"
        case .en: rawValue
        }
    }

    /// The level in half a sentence.
    var verdict: Word {
        switch self {
        case .a: .verdictA
        case .b: .verdictB
        case .c: .verdictC
        case .d: .verdictD
        }
    }
}

extension Severity {
    /// One word.
    package var name: LocalizedText {
        switch self {
        case .info: Word.severityInfo.text
        case .minor: Word.severityMinor.text
        case .major: Word.severityMajor.text
        case .critical: Word.severityCritical.text
        }
    }
}

extension ImagingError.Code {
    /// What is wrong with the file.
    var problem: LocalizedText {
        switch self {
        case .notFound: Word.errorNotFound.text
        case .permission: Word.errorPermission.text
        case .empty: Word.errorEmpty.text
        case .unsupportedFormat: Word.errorUnsupported.text
        case .tooLarge: Word.errorTooLarge.text
        case .truncated: Word.errorTruncated.text
        case .corrupt: Word.errorCorrupt.text
        case .decoderFailed: Word.errorDecoder.text
        }
    }

    /// What the clinic can do about it.
    var remedy: LocalizedText {
        switch self {
        case .notFound: Word.doNotFound.text
        case .permission: Word.doPermission.text
        case .empty: Word.doEmpty.text
        case .unsupportedFormat: Word.doUnsupported.text
        case .tooLarge: Word.doTooLarge.text
        case .truncated: Word.doTruncated.text
        case .corrupt: Word.doCorrupt.text
        case .decoderFailed: Word.doDecoder.text
        }
    }
}

extension GradedImage.Status {
    /// One word.
    var name: LocalizedText {
        switch self {
        case .graded: Word.statusGraded.text
        case .unsure: Word.statusUnsure.text
        case .unreadable: Word.statusUnreadable.text
        }
    }
}

extension Optional where Wrapped == SectionReference {
    /// The section's name, the clinic's own label, or that there is none.
    var displayName: LocalizedText {
        switch self {
        case .some(let section): section.name ?? LocalizedText(zh: section.id, en: section.id)
        case .none: Word.sectionUnknown.text
        }
    }
}

extension ExpertGrade.Verdict {
    /// What the expert says of a finding, in a word or two.
    var name: Word {
        switch self {
        case .confirmed: .verdictConfirmed
        case .rejected: .verdictRejected
        case .added: .verdictAdded
        case .unjudged: .verdictUnjudged
        }
    }
}

extension ExpertPart.Wait {
    /// Why an image is still with the experts.
    var name: Word {
        switch self {
        case .first: .waitsFirst
        case .dispute: .waitsDispute
        }
    }
}

extension WorkStage {
    /// From where to where.
    var name: Word {
        switch self {
        case .graded: .stageGraded
        case .claimed: .stageClaimed
        case .reviewed: .stageReviewed
        case .reported: .stageReported
        }
    }
}
