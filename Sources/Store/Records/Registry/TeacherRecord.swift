import Grading

/// Somebody who teaches courses and marks exams.
package struct TeacherRecord: RegistryEntry {
    /// What commands say: short, without spaces.
    package var id: String
    /// The name that people read.
    package var name: String
    /// 职称, such as 主任医师.
    package var title: String?
    /// Where the teacher works: an institution's code where it is one of the network, else words.
    package var workplace: String?
    /// What the teacher teaches: ids of `TrainingTopic`.
    package var topics: [String]
    package var addedAt = Timestamp(milliseconds: 0)
    package var retiredAt: Timestamp?

    /// A teacher; `addedAt` and `retiredAt` are the store's to say.
    package init(id: String, name: String, title: String? = nil, workplace: String? = nil, topics: [String] = []) {
        self.id = id
        self.name = name
        self.title = title
        self.workplace = workplace
        self.topics = topics
    }

    package init(reference: RegistryReference) { self.init(id: reference.code, name: "") }

    package static var kind: RegistryKind { .teacher }
    package var reference: RegistryReference { RegistryReference(id) }

    package var contradictions: [RegistryMistake] {
        guard let unknown = topics.first(where: { TrainingTopic.named($0) == nil }) else { return [] }
        let known = TrainingTopic.all.map(\.id).joined(separator: ", ")
        return [RegistryMistake(field: "topics", "no topic is called \(unknown); known: \(known)")]
    }

    package static var fields: [RegistryField<TeacherRecord>] {
        [
            .required("name", "姓名", "name", \.name),
            .words("title", "职称", "professional title", \.title),
            .words("workplace", "工作单位", "workplace", \.workplace),
            .list("topics", "授课专题", "topics", \.topics),
        ]
    }

    /// Whether this institution is the teacher's own, whose people another teacher has to mark.
    package func belongs(to institution: InstitutionRecord) -> Bool {
        workplace == institution.code || (workplace != nil && workplace == institution.title)
    }
}
