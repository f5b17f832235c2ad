package import Grading

/// Every wording of ours that a report shows; the words stand in one file a language.
///
/// A wording may have places to fill, such as `{n}`; both languages have the same ones.
package enum Word: String, Sendable, CaseIterable {
    case firstPass, examReport, institutionReport, networkReport, network, chinese, english, language
    case unregistered, score, level, points, levelA, levelB, levelC, levelD, notScored, verdictA, verdictB
    case verdictC, verdictD, verdictNone, verdictWithdrawn, withdrawnAt, reason, fixFirst, nothingToFix
    case onImages, onImage, andMore, missingSections, substandardSections, noMissingSections, completeness,
        completenessUnknown
    case imagesCounted, gradedCounted, unsureCounted, unreadableCounted, toReviewCounted, answeredAfter, answeredLast
    case attention, good, unsureImages, otherImages, otherImagesWhy, replacedImages, image, imageNumber, file
    case section, sectionUnknown, findings, noFindings, measured, limitAtMost, limitAtLeast, limitIs
    case uncertain, likely, veryLikely
    case baseline, deduction, severityInfo, severityMinor, severityMajor, severityCritical, legend
    case scanArea, markedPlace, noPreview, pictureOf, reviewFlagged, reviewSampled, corrected, superseded
    case duplicateHere, duplicateElsewhere, unsureWhy, unreadableFiles, unreadableWhy
    case errorNotFound, errorPermission, errorEmpty, errorUnsupported, errorTooLarge, errorTruncated
    case errorCorrupt, errorDecoder, doNotFound, doPermission, doEmpty, doUnsupported, doTooLarge, doTruncated
    case doCorrupt, doDecoder, repeatedFiles, repeatedWhy, repeatedTimes, notes, details, institution
    case examNumber, examDate, examType, examTypeUnknown, folder, pseudonym, technician, device, transducer
    case preset, performed, received, graded, answered, answeredNewest, technical, rubric, program, firstPassWhy, status
    case statusGraded, statusUnsure, statusUnreadable, statusRepeated, periodSpan, emptyPeriod, exams
    case periodAll, periodFrom, periodUntil
    case images, examsIncomplete, examsWithdrawn, unsure, unreadable, toReview, sampled, meanScore
    case scoreSpread, levels, topFindings, topFindingsWhy, topMissing, topMissingWhy
    case moreNotShown, turnaround, turnaroundNone, fullBar, turnaroundMedian, turnaroundP90, turnaroundP95,
        turnaroundP95Short
    case turnaroundMax, within, byInstitution, byExamType, rank, rankWhy, tooFew, passRate, passRateWhy
    case interval, share, count, noData, severity, finding, unknownType
    case expert, finalResult, finalWhy, expertsRead, expertsWaiting, withExperts, waitsFirst, waitsDispute
    case waitsConsultation, adviceToTechnician, expertAdvice, expertComment, remarked, verdictConfirmed
    case verdictRejected, verdictAdded, verdictUnjudged, notMet, partlyMet, unblinded, readingNumber
    case readingsCount, earlierReadings, impressionWas, dispute, disputeOpen, disputeSettled
    case disputeAgainstFirstPass, disputeAgainstReading, consultation, consultationOpen, consultationAnswered
    case question, answer, expertsWork, readByExpert, expertScores, expertScoresWhy, expertMean
    case agreement, agreementWhy, againstLevel, againstDrawn, againstImpression, equalLevels
    case pairs, ac2, kappa, kappaUndefined, tooFewPairs, noPairs, machineByExpert, scoreBias, verdicts
    case verdictsWhy, confirmed, rejected, added, unjudged, confirmedShare, nonconforming, nonconformingWhy
    case nonconformingIs, recall, recallIs, recallNone, stratum, stratumCritical, stratumFlagged, stratumOther
    case stratumSize, stratumRead, stratumPositive, estimateTooFew, estimateNoImages, estimateContradiction
    case stages, stagesWhy, stage, stageGraded, stageClaimed, stageReviewed, stageReported, median, p95
    case openWork, openAt, openCritical, openFlagged, openSampled, openDisputes, openConsultations
    case oldestSince, expertScore, expertLevel, estimatedNonconforming, compared, kindOfWork
    case deadElements, deadElementsWhy, deviceLines
    case drift, driftWhy, driftFar, driftSpread, driftSince, driftNoMoment, driftMore, driftBasis
    case leftOut, deadElementsShown, excludedAnnotation, excludedBlackout, excludedColour, depthMarks, wholePicture,
        shownPicture
    case shownPolar, shownPolarWhy, shownUnsure, shownNothing, shownPlain
    case explainTitle, explainOtherRubric, explainItem, explainUnmeasured, explainNotAsked, explainDecides
    case explainSpared
    case explainDiffers, explainSum, explainCap, explainCapNotReached, explainNoCap, explainScore
    case explainUnmeasuredShare, explainConditions, explainReview, explainPass, explainSubScore, explainHigh
    case explainLow, originRubric, originBaseline, whyExamType, whySection, whyFormat, whyMetricBelow
    case whyMetricFrom, whyMetricOutside, whyAlternatives, whyNothing, whyNoCriterion, whyNoLimits, reasonUnsure
    case reasonUnreadable, reasonSampled, reasonLevel, reasonScoreLow
    // Charts.
    case expertEstimate, expertNoEstimate, manyInstitutions, manyTechnicians, comparedCount
    case inOneMinute, stateGood, stateWatch, stateAct, statePlain, passIs, passNone, passWithin, passBelow
    case passAbove, badWithin, badBelow, badAbove, limitsNotYet, averageBelow, averageAbove, ruleTwoOfThree
    case ruleFourOfFive, ruleEight, sideBelow, sideAbove, trendPassing, trendNonconforming, nonconformingDrawn
    case nonconformingDrawnNone, trendSpan, trendSpanNone, trendTooFew, trendWhy, legendMean, legendLimits, legendBeyond
    case legendOpen, legendInterval, legendShare, legendInner, legendOuter, legendSmall, legendLow, legendHigh
    case legendWatch, legendWithin, funnelInstitutions, funnelTechnicians, funnelText, funnelLowest, funnelWhy
    case imagesGradedAxis, paretoFindings, paretoText, paretoWhy, paretoRest, cumulative, comparedTitle
    case comparedLine, comparedUnclear, comparedBetter, comparedWorse, comparedWhy, legendBefore, legendAfter
    case changeBetter, changeWorse, changeUnclear, calendarTitle, calendarText, calendarWhy, calendarStripWhy
    case calendarLong, failureTitle, failureText, failureNone, failureNow, failureEarlier, failurePlace, failureWhy,
        failureAxis, alarm, adviceFirst, adviceNone
    case sectionFirst, incompleteExams, waitsLate, answeredIn, expertsWaitingIs, disputesOpenIs, devicesToCheck
    case severalShown

    /// Both wordings, places unfilled.
    package var text: LocalizedText { LocalizedText(zh: chinese, en: english) }

    /// Both wordings with the places filled by the same values.
    func filled(_ values: KeyValuePairs<String, String>) -> LocalizedText { text.filled(values) }

    /// Both wordings with places filled by values that have two wordings themselves.
    func filled(localized values: KeyValuePairs<String, LocalizedText>) -> LocalizedText {
        text.filled(localized: values)
    }
}
