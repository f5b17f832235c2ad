import GRDB
import Grading

extension Store {
    /// What came in during each of some spans, and what experts say of the random draw, in one snapshot.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodSpans(
        _ filter: PeriodFilter,
        _ spans: [(from: Timestamp, until: Timestamp)]
    ) throws(StoreError) -> [PeriodSpan] {
        try read { database in
            try spans.map { from, until in
                let query = try PeriodQuery(filter, from: from, until: until, in: database)
                var span = try query.images()
                span.exams = try query.oneRow(PeriodSpanSQL.exams).count("exams")
                let drawn = try query.oneRow(PeriodSpanSQL.drawnCount)
                span.drawn = try drawn.count("images")
                span.nonconforming = try drawn.count("nonconforming")
                span.unread = try query.oneRow(PeriodSpanSQL.unreadDraws).count("images")
                return span
            }
        }
    }

    /// How many readable images of a period the random draw picked, and how many of these an expert has read.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodDraws(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> (drawn: Int, read: Int) {
        try read { database in
            let row = try PeriodQuery(filter, from: from, until: until, in: database).oneRow(PeriodSpanSQL.draws)
            return (try row.count("drawn"), try row.count("read"))
        }
    }

    /// How many current images of each institution, as displayed, could be read and go to an expert.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodPlaces(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [String: (readable: Int, sent: Int)] {
        try read { database in
            let query = try PeriodQuery(filter, from: from, until: until, in: database)
            let institutions = try query.institutions()
            return Dictionary(
                try query.rows(PeriodSpanSQL.places).map { row in
                    (try institutions.of(row).name, (try row.count("readable"), try row.count("sent")))
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    /// How many exams and current images came in during each of some spans, and nothing else, in one snapshot.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodSubmissions(
        _ filter: PeriodFilter,
        _ spans: [(from: Timestamp, until: Timestamp)]
    ) throws(StoreError) -> [PeriodSpan] {
        try read { database in
            try spans.map { from, until in
                let query = try PeriodQuery(filter, from: from, until: until, in: database)
                var span = PeriodSpan()
                span.images = try query.images().images
                span.exams = try query.oneRow(PeriodSpanSQL.exams).count("exams")
                return span
            }
        }
    }

    /// The images of the random draw that experts have read, in the order of receipt.
    ///
    /// Up to the first drawn image that is not read yet: flagged ones are read first, so what is read beyond it is no even
    /// sample.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func drawnFailures(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [DrawnOutcome] {
        try read { database in
            let first = try PeriodQuery(filter, from: from, until: until, in: database)
                .oneRow(PeriodSpanSQL.unreadDraws).optionalTimestamp("first")
            return try PeriodQuery(filter, from: from, until: min(first ?? until, until), in: database)
                .rows(PeriodSpanSQL.drawnFailures)
                .map {
                    DrawnOutcome(
                        fails: try $0.integer("nonconforming") == 1,
                        received: try $0.timestamp("received")
                    )
                }
        }
    }

    /// The period's images that wait for their first reading.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodWaiting(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodWaiting] {
        try read { database in
            var waiting: [PeriodWaiting] = []
            try PeriodQuery(filter, from: from, until: until, in: database).forEachRow(PeriodSpanSQL.waiting) { row in
                waiting.append(
                    PeriodWaiting(
                        image: try row.integer("image_id"),
                        priority: try row.priority("priority"),
                        since: try row.timestamp("since")
                    )
                )
            }
            return waiting
        }
    }

    /// The first and the last moment at which an exam was first received; nil in an empty store.
    package func receiptEnds() throws(StoreError) -> (first: Timestamp, last: Timestamp)? {
        try read { database in
            let row = try database.oneRow(PeriodSpanSQL.ends)
            guard let first = try row.optionalTimestamp("first"), let last = try row.optionalTimestamp("last") else {
                return nil
            }
            return (first, last)
        }
    }

    /// Whose exams were first received in a span: each institution with the technicians and devices that they name.
    package func periodSubjects(from: Timestamp, until: Timestamp) throws(StoreError) -> [PeriodSubjects] {
        try read { database in
            let query = try PeriodQuery(PeriodFilter(), from: from, until: until, in: database)
            var subjects: [Int64: PeriodSubjects] = [:]
            let institutions = try query.institutions()
            for row in try database.rows(PeriodSpanSQL.subjects, from.text, until.text) {
                let id = try row.integer("institution_id")
                var found = try subjects[id] ?? PeriodSubjects(institution: institutions.of(row))
                if let code = try row.optionalText("technician"), !code.isEmpty { found.technicians.insert(code) }
                if let code = try row.optionalText("device"), !code.isEmpty { found.devices.insert(code) }
                subjects[id] = found
            }
            return subjects.values.sorted { $0.institution.name < $1.institution.name }
        }
    }

    /// Where some exams and images lie, by their numbers.
    package func places(
        exams: [Int64],
        images: [Int64]
    ) throws(StoreError) -> (exams: [Int64: PeriodPlace], images: [Int64: PeriodPlace]) {
        try read { database in
            var places: (exams: [Int64: PeriodPlace], images: [Int64: PeriodPlace]) = ([:], [:])
            for exam in exams {
                places.exams[exam] = try database.row(PeriodSpanSQL.examPlace, exam).map { row in
                    PeriodPlace(
                        institution: try row.text("institution"),
                        folder: try row.fileName("folder").display,
                        technician: try row.optionalText("technician")
                    )
                }
            }
            for image in images {
                places.images[image] = try database.row(PeriodSpanSQL.imagePlace, image).map { row in
                    PeriodPlace(
                        institution: try row.text("institution"),
                        folder: try row.fileName("folder").display,
                        file: try row.fileName("name").display,
                        technician: try row.optionalText("technician")
                    )
                }
            }
            return places
        }
    }

    /// Every institution that has handed in anything or is registered, in the order of their first receipt.
    package func periodInstitutions() throws(StoreError) -> [PeriodInstitution] {
        try read { database in
            let query = try PeriodQuery(
                PeriodFilter(),
                from: Timestamp(milliseconds: 0),
                until: Timestamp(milliseconds: 0),
                in: database
            )
            return try query.institutions().sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// The registered technicians of an institution as displayed; throws `notFound` for one that is unknown.
    package func periodTechnicians(of institution: String) throws(StoreError) -> [PeriodEntry] {
        try read { database in
            try database.rows(PeriodSQL.technicians, try database.institutionID(institution)).map {
                PeriodEntry(code: try $0.text("code"), name: try $0.text("name"))
            }
        }
    }

    /// The registered devices of an institution as displayed; throws `notFound` for one that is unknown.
    package func periodDevices(of institution: String) throws(StoreError) -> [PeriodEntry] {
        try read { database in
            try database.rows(PeriodSQL.devices, try database.institutionID(institution)).map { row in
                let parts = [try row.optionalText("maker"), try row.optionalText("model")].compactMap(\.self)
                let code = try row.text("code")
                return PeriodEntry(code: code, name: parts.isEmpty ? code : parts.joined(separator: " "))
            }
        }
    }

    /// Whether any exam names the scope's technician or device; true for the network and institutions.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func hasExams(of scope: PeriodFilter.Scope) throws(StoreError) -> Bool {
        try read { database in
            switch scope {
            case .network: true
            case .institution(let name): try database.institutionID(name) > 0
            case .technician(let name, let code):
                try database.row(PeriodSQL.examOfTechnician, try database.institutionID(name), code) != nil
            case .device(let name, let code):
                try database.row(PeriodSQL.examOfDevice, try database.institutionID(name), code) != nil
            }
        }
    }
}

extension Store {
    /// Whether any image at all is labelled with a section's id, or with a clinic's own label.
    package func hasImages(labelled section: String) throws(StoreError) -> Bool {
        try read { database in try database.row(PeriodSQL.imageOfSection, section) != nil }
    }
}

extension PeriodQuery {
    fileprivate func images() throws -> PeriodSpan {
        let row = try oneRow(PeriodSpanSQL.images)
        var span = PeriodSpan()
        span.images = try row.count("images")
        span.readable = try row.count("readable")
        span.sent = try row.count("sent")
        span.graded = try row.count("graded")
        span.passing = try row.count("passing")
        return span
    }
}

extension Row {
    /// How urgent something is.
    func priority(_ column: String) throws -> QueuePriority {
        guard let priority = QueuePriority(rawValue: try integer(column)) else {
            throw StoreError(code: .corrupt, message: "the store holds a priority that no image has")
        }
        return priority
    }
}
