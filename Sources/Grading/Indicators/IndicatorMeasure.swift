/// What the program can count for an indicator; the raw values are what YAML files say.
package enum IndicatorMeasure: String, Sendable, CaseIterable {
    // Counts.

    /// Exams, withdrawn ones left out.
    case exams
    /// Exams that lack no required section, of whatever could be checked.
    case examsComplete = "exams_complete"
    /// Exams whose type requires sections and whose images name any.
    case examsChecked = "exams_checked"
    /// Images that could be read.
    case imagesReadable = "images_readable"
    /// Images with a first-pass score.
    case imagesGraded = "images_graded"
    /// Images of level A, B or C: 60 points or more.
    case imagesPassing = "images_passing"
    /// Images of level A or B: 80 points or more.
    case imagesGood = "images_good"
    /// Images that an expert has read.
    case imagesRead = "images_read"
    /// Readable images that the random draw picked, flagged or not.
    case imagesDrawn = "images_drawn"
    /// Of these, images that an expert has read.
    case imagesDrawnRead = "images_drawn_read"
    /// Images that are the same as another patient's.
    case imagesDuplicate = "images_duplicate"
    /// Registered devices in use at the end of the period.
    case devicesInUse = "devices_in_use"
    /// Of these, those with metrology and image inspection within the year before.
    case devicesInspected = "devices_inspected"
    /// Registered technicians and physicians who worked here within the period and are not retired at its end.
    case technicians
    /// The months of the period that registered physicians with half a year's work here worked; of a period that goes on,
    /// up to now.
    case physicianMonths = "physician_months"
    /// Exams that name one of these physicians.
    case physicianExams = "physician_exams"
    /// Exams of inpatients with an order that was reported or is 48 hours old.
    case inpatientRequests = "inpatient_requests"
    /// Of these, those reported within 48 hours of the order.
    case inpatientWithin48Hours = "inpatient_within_48h"
    /// Report texts of breast exams that name a lesion.
    case breastReportsWithLesion = "breast_reports_with_lesion"
    /// Of these, those that give a BI-RADS class.
    case breastReportsClassified = "breast_reports_classified"
    /// Readable images of trained people after the end of their course.
    case trainingFollowups = "training_followups"
    /// Of these, those that still show a finding that the course was about.
    case trainingRecurrences = "training_recurrences"
    /// Certificates issued in the period and not revoked.
    case certificatesIssued = "certificates_issued"

    // Values.

    /// Share of readable images that conform, by the experts and by stratum.
    case conformingShare = "conforming_share"
    /// Median hours from receipt to first answer.
    case feedbackHoursMedian = "feedback_hours_median"
    /// Median hours from receipt of an image to the answer that carries an expert's first reading of it.
    case expertFeedbackHoursMedian = "expert_feedback_hours_median"
    /// Gwet's AC2 of the levels of drawn images.
    case agreementAC2 = "agreement_ac2"
    /// Weighted kappa of the levels of drawn images.
    case agreementKappa = "agreement_kappa"

    /// Whether it is a number of things.
    package var isCount: Bool {
        switch self {
        case .conformingShare, .feedbackHoursMedian, .expertFeedbackHoursMedian, .agreementAC2, .agreementKappa: false
        default: true
        }
    }
}

/// What was measured for indicators, and what whoever reads the values has to know of this period's.
package struct MeasuredValues: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    package var values: [IndicatorMeasure: MeasuredValue]
    /// Such as how many things could not be counted.
    package var remarks: [IndicatorMeasure: LocalizedText]

    /// Values with their remarks.
    package init(_ values: [IndicatorMeasure: MeasuredValue] = [:], remarks: [IndicatorMeasure: LocalizedText] = [:]) {
        (self.values, self.remarks) = (values, remarks)
    }

    package init(dictionaryLiteral elements: (IndicatorMeasure, MeasuredValue)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, new in new }))
    }

    /// Joins two; what the other one says counts.
    package mutating func merge(_ other: MeasuredValues) {
        values.merge(other.values) { _, new in new }
        remarks.merge(other.remarks) { _, new in new }
    }
}

/// What a measure came to.
package enum MeasuredValue: Sendable, Equatable {
    /// A number of things; months of work may be broken.
    case count(Double)
    /// A value with its 95 % interval where there is one.
    case value(Double, low: Double?, high: Double?)
    /// It is not known, and why.
    case absent(LocalizedText)
}
