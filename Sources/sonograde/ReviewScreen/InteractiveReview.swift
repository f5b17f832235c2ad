import Grading
import ReviewDesk
import Store

/// The review by keys on a terminal.
enum InteractiveReview {
    /// Reviews one image, or without one the queue as the filter takes it, until the expert leaves.
    static func run(desk: ReviewDesk, image: Int64?, filter: QueueFilter, language: Language) throws {
        throw Failure(
            .usage,
            "give answers (--answer section=yes …, or --all-yes) or --from FILE; see: sonograde help review"
        )
    }
}
