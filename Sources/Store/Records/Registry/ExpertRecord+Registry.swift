extension ExpertRecord: RegistryEntry {
    package init(reference: RegistryReference) {
        self.init(id: reference.code, name: "", institutions: [], addedAt: Timestamp(milliseconds: 0))
    }

    package static var kind: RegistryKind { .expert }
    package var reference: RegistryReference { RegistryReference(id) }

    package static var fields: [RegistryField<ExpertRecord>] {
        [
            .required("name", "姓名", "name", \.name),
            .words("title", "职称", "professional title", \.title),
            .list("subjects", "专业方向", "subjects", \.subjects),
            .list("institutions", "本单位（回避）", "own institutions", \.institutions),
        ]
    }
}
