import GRDB
package import Grading

extension Store {
    /// The newest snapshot; nil before the first closing.
    package func newestBaseline() throws(StoreError) -> BaselineSnapshot? {
        try read { try $0.row(BaselineSQL.newest).map { try BaselineSnapshot($0) } }
    }

    /// All snapshots, oldest first.
    package func baselineSnapshots() throws(StoreError) -> [BaselineSnapshot] {
        try read { try $0.rows(BaselineSQL.snapshots).map { try BaselineSnapshot($0) } }
    }

    /// The snapshot of that name.
    package func baselineSnapshot(named name: String) throws(StoreError) -> BaselineSnapshot? {
        try read { try $0.row(BaselineSQL.named, name).map { try BaselineSnapshot($0) } }
    }

    /// What a snapshot says of a key; nil where it says nothing.
    package func baseline(snapshot: Int64, key: BaselineKey) throws(StoreError) -> Baseline? {
        try read { database in
            let rows = try database.rows(
                BaselineSQL.ofKey,
                snapshot,
                key.institution.display,
                key.device,
                key.preset,
                key.section
            )
            guard let first = rows.first else { return nil }
            var metrics: [String: Baseline.Usual] = [:]
            for row in rows { metrics[try row.text("metric")] = try Baseline.Usual(row) }
            return Baseline(snapshot: try first.text("name"), metrics: metrics)
        }
    }

    /// A snapshot's values, key by key.
    package func baselineLines(
        snapshot: Int64,
        institution: String? = nil,
        device: String? = nil,
        section: String? = nil
    ) throws(StoreError) -> [BaselineLine] {
        try read { database in
            try database.rows(BaselineSQL.values, snapshot, institution, device, section).map { row in
                let usual = try Baseline.Usual(row)
                return BaselineLine(
                    key: BaselineKey(
                        institution: try row.institution(),
                        device: try row.text("device"),
                        preset: try row.text("preset"),
                        section: try row.text("section")
                    ),
                    metric: try row.text("metric"),
                    images: usual.images,
                    median: usual.median,
                    mad: usual.mad
                )
            }
        }
    }

    /// Whether a closing time has passed for which there is something to close.
    package func isBaselineDue(_ closing: Timestamp) throws(StoreError) -> Bool {
        try read { database in
            try database.row(BaselineSQL.closedSince, closing.text) == nil
                && database.row(BaselineSQL.examBefore, closing.text) != nil
        }
    }

    /// Closes a snapshot over the images received before `closing.closedAt`.
    ///
    /// The images are gone through in a reading transaction, beside which exams are committed as ever; only the result
    /// is written in one. A snapshot without any key is a snapshot too: the closing time is done with. Exams that are
    /// being taken go on with the one that they began with. Throws `refused` where the name is taken.
    package func closeBaseline(_ closing: BaselineClosing, at now: Timestamp) throws(StoreError) -> BaselineSnapshot {
        guard access == .writing else {
            throw StoreError(code: .readOnly, message: "the store was opened for reading only")
        }
        guard closing.window >= Baseline.leastImages, !closing.name.isEmpty else {
            throw StoreError(
                code: .refused,
                message: "a snapshot needs a name and a window of \(Baseline.leastImages) images or more"
            )
        }
        let lines = try read { database in
            try OrdinaryImages(database: database, closedAt: closing.closedAt, window: closing.window).lines()
        }
        return try writeAudited(at: now) { database, trail in
            guard try database.row(BaselineSQL.named, closing.name) == nil else {
                throw StoreError(
                    code: .refused,
                    message: "there is a snapshot of that name; a closed one is never changed",
                    identity: closing.name
                )
            }
            var keys = 0
            for index in lines.indices where index == 0 || lines[index].key != lines[index - 1].key { keys += 1 }
            let id = try database.oneRow(
                BaselineSQL.add,
                closing.name,
                closing.closedAt.text,
                now.text,
                closing.window,
                closing.program,
                keys
            ).integer("id")
            for line in lines {
                try database.run(
                    BaselineSQL.addValue,
                    id,
                    line.key.institution,
                    line.key.device,
                    line.key.preset,
                    line.key.section,
                    line.metric,
                    line.usual.images,
                    line.usual.median.millionths,
                    line.usual.mad.millionths
                )
            }
            try trail.append(.baselineClosed, closing.name)
            return try BaselineSnapshot(database.oneRow(BaselineSQL.named, closing.name))
        }
    }
}

extension BaselineSnapshot {
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            name: try row.text("name"),
            closedAt: try row.timestamp("closed_at"),
            madeAt: try row.timestamp("made_at"),
            window: try row.count("image_window"),
            program: try row.text("program"),
            keyCount: try row.count("key_count")
        )
    }
}

extension Baseline.Usual {
    init(_ row: Row) throws {
        self.init(
            images: try row.count("images"),
            median: Double(try row.integer("median_millionths")) / 1e6,
            mad: Double(try row.integer("mad_millionths")) / 1e6
        )
    }
}

extension Double {
    /// Whole millionths; values beyond 9 · 10¹² are cut to that.
    fileprivate var millionths: Int64 { Int64((max(-9e12, min(9e12, self)) * 1e6).rounded()) }
}
