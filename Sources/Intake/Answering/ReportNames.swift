internal import Reports

// Reports and Store speak of the same things at different stages; where both are in sight, these are the reports'.

/// Which exam a report speaks of.
typealias ExamReference = Reports.ExamIdentity
/// That the clinic took an exam back, as a report says it.
typealias WithdrawalNote = Reports.Withdrawal
