package import Grading
import Imaging

/// One picture as `show` shows it: samples, what is drawn over them, a legend, and the way to its score.
package struct ShownPicture: Sendable {
    /// What the picture is called: a path, or the image's number with its file.
    package var name: String
    package var grade: GradedImage
    /// `width * height * 3` samples R, G, B; empty where the file could not be read.
    package var rgb: [UInt8]
    package var width: Int
    package var height: Int
    package var scene: FindingScene
    /// Whether shapes are drawn over the picture.
    package var isMarked: Bool
    /// Whether it is the unwarped view.
    package var isPolar: Bool
    /// nil where nobody asked for it.
    package var explanation: GradeExplanation?

    /// Joins the parts.
    package init(
        name: String,
        grade: GradedImage,
        rgb: [UInt8],
        width: Int,
        height: Int,
        scene: FindingScene,
        isMarked: Bool = true,
        isPolar: Bool = false,
        explanation: GradeExplanation? = nil
    ) {
        precondition(rgb.count == width * height * 3, "a picture holds width × height × 3 samples")
        self.name = name
        self.grade = grade
        self.rgb = rgb
        self.width = width
        self.height = height
        self.scene = scene
        self.isMarked = isMarked
        self.isPolar = isPolar
        self.explanation = explanation
    }

    /// Whether there is anything to see.
    package var hasPicture: Bool { width > 0 && height > 0 }

    /// The shapes that are drawn.
    var shapes: [DrawnShape] { isMarked ? scene.shapes : [] }

    /// The part of the original that the samples show: all of it.
    private var frame: PixelBox {
        PixelBox(x: 0, y: 0, width: Int(scene.size.width), height: Int(scene.size.height))
    }

    /// The samples with all shapes drawn in.
    package var drawn: [UInt8] { drawn(withBadges: true) }

    /// The samples with shapes drawn in, with or without the findings' numbers.
    package func drawn(withBadges: Bool) -> [UInt8] {
        guard isMarked, hasPicture else { return rgb }
        return scene.drawn(on: rgb, width: width, height: height, frame: frame, withBadges: withBadges)
    }

    /// The findings' numbers with their places in the picture.
    package var badges: [FindingScene.Badge] { isMarked ? scene.badges(in: frame) : [] }

    /// Score and level, or why there are none.
    package var result: LocalizedText {
        switch grade.status {
        case .graded:
            guard let score = grade.score, let level = grade.level else { return Word.notScored.text }
            return LocalizedText(
                zh: "\(Word.firstPass.text.zh) \(Numbers.score(score)) \(level.label(.zh))",
                en: "\(Word.firstPass.text.en) \(Numbers.score(score)) \(level.label(.en))"
            )
        case .unsure: return Word.shownUnsure.text
        case .unreadable:
            guard let error = grade.error else { return GradedImage.Status.unreadable.name }
            return LocalizedText(
                zh: "\(error.code.problem.zh)：\(error.message)。\(error.code.remedy.zh)",
                en: "\(error.code.problem.en): \(error.message). \(error.code.remedy.en)"
            )
        }
    }
}
