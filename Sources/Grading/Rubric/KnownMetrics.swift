/// The metric ids that a rubric may name: one list, so that a misspelt id is a mistake and never a silent "not measured".
package enum KnownMetrics {
    /// Ids in the order of the documentation.
    package static let ids: [String] = [
        "gain.p5", "gain.p50", "gain.p95", "gain.lumen", "sat.hi", "sat.lo", "ent", "levels", "levels.gap", "dr.use",
        "contrast",
        "tgc.slope", "tgc.ratio", "tgc.band", "lat.cv", "contact.loss", "shadow.frac", "near.haze",
        "sharp.hf", "sharp.vol", "sharp.cutoff", "noise.sigma", "jpeg.q", "jpeg.block", "res.h", "res.w",
        "cfm.share", "depth.waste", "pen",
    ]
}
