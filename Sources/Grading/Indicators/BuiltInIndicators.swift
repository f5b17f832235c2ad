// Written by script/embed-indicators from Indicators/*.yaml; do not edit.
// swift-format-ignore-file

/// The indicators that the program carries with it.
package enum BuiltInIndicators {
    /// One source a file of Indicators/, the national ones first.
    package static let sources: [RubricSource] = [
        RubricSource(name: "us-2022.yaml", text: ###"""
# 超声医学专业医疗质量控制指标（2022年版）.
# wording: verified = the wording was read in a published text of the document; unverified = name or formula are from
# memory or from secondary literature, and have to be compared with the ministry's own text before a report is official.
id: us-2022
title:
  zh: 超声医学专业医疗质量控制指标（2022年版）
  en: Quality indicators of medical ultrasound (2022)
source: 国卫办医函〔2022〕161号
indicators:
  - id: us-hr-01
    code: US-HR-01
    name: {zh: 超声医师月均工作量, en: Monthly workload of an ultrasound physician}
    numerator: {zh: 超声医师在统计期内完成的超声检查总数, en: exams by ultrasound physicians in the period}
    denominator: {zh: 超声医师数×统计期月数, en: ultrasound physicians × months of the period}
    unit: per_month
    better: neither
    wording: unverified
    ratio: [physician_exams, physician_months]
    note:
      zh: 仅统计上送至本网络的检查；医师指已登记、一年内在本机构专职超声工作满6个月者；月数为其在统计期内（未结束的统计期截至当前）在岗的月数。
      en: Only exams handed in to this network count; physicians are those registered with at least 6 months' work here within a year; months are those they worked within the period, up to now where it goes on.
  - id: us-eq-01
    code: US-EQ-01
    name: {zh: 超声仪器质检率, en: Inspected ultrasound devices}
    numerator: {zh: 一年内完成计量检定和图像质量检测的在用超声仪器数, en: devices in use with metrology and image inspection within a year}
    denominator: {zh: 同期在用超声仪器总数, en: devices in use at that time}
    unit: percent
    better: higher
    wording: verified
    ratio: [devices_inspected, devices_in_use]
  - id: us-tl-01
    code: US-TL-01
    name: {zh: 住院超声检查48小时内完成率, en: Inpatient exams completed within 48 hours}
    numerator: {zh: 自开具申请起48小时内完成检查并出具报告的住院超声检查数, en: inpatient exams done and reported within 48 h of the order}
    denominator: {zh: 同期住院超声检查申请总数, en: inpatient requests in the period}
    unit: percent
    better: higher
    wording: verified
    ratio: [inpatient_within_48h, inpatient_requests]
    note:
      zh: 需 exam.json 提供 patientClass、orderedAt、reportedAt；申请满48小时仍无报告时间的按未完成计，从未提供报告时间的机构不计入。
      en: Needs patientClass, orderedAt and reportedAt in exam.json; a request without a report after 48 h counts as not completed, institutions that never give report times are left out.
  - id: us-cv-01
    code: US-CV-01
    name: {zh: 超声危急值10分钟内通报完成率, en: Critical values notified within 10 minutes}
    numerator: {zh: 10分钟内完成通报的超声危急值例数, en: critical values notified within 10 minutes}
    denominator: {zh: 同期超声危急值总例数, en: critical values in the period}
    unit: percent
    better: higher
    wording: verified
    unavailable:
      zh: 危急值登记在各机构的信息系统中，未上送本网络。
      en: Critical values are kept in each institution's own system and are not handed in here.
  - id: us-05
    name: {zh: 超声报告书写合格率, en: Reports written to standard}
    numerator: {zh: 抽查合格的超声报告数, en: reports found to standard}
    denominator: {zh: 同期抽查的超声报告总数, en: reports checked in the period}
    unit: percent
    better: higher
    wording: unverified
    unavailable:
      zh: 专家在此评定图像，不评定报告文本。
      en: Experts judge images here, not the texts of reports.
  - id: us-06
    name: {zh: 乳腺病变超声报告BI-RADS分类率, en: Breast-lesion reports with a BI-RADS class}
    numerator: {zh: 注明BI-RADS分类的乳腺病变超声报告数, en: breast-lesion reports that give a BI-RADS class}
    denominator: {zh: 同期乳腺病变超声报告总数, en: breast-lesion reports in the period}
    unit: percent
    better: higher
    wording: unverified
    ratio: [breast_reports_classified, breast_reports_with_lesion]
    note:
      zh: 按报告文本中的词语判定，仅统计提供了报告文本的乳腺检查。
      en: Told by the words of the report text; only breast exams that came with one count.
  - id: us-07
    name: {zh: 门急诊超声报告阳性率, en: Positive outpatient and emergency reports}
    numerator: {zh: 有异常发现的门急诊超声报告数, en: outpatient and emergency reports with a positive finding}
    denominator: {zh: 同期门急诊超声报告总数, en: outpatient and emergency reports in the period}
    unit: percent
    better: neither
    wording: unverified
    unavailable:
      zh: 报告结论是否阳性需由医师判定，未上送本网络。
      en: Whether a report is positive is for its physician to say, and is not handed in here.
  - id: us-08
    name: {zh: 住院超声报告阳性率, en: Positive inpatient reports}
    numerator:
      zh: 有异常发现的住院超声报告数
      en: inpatient reports with a positive finding
    denominator:
      zh: 同期住院超声报告总数
      en: inpatient reports in the period
    unit: percent
    better: neither
    wording: unverified
    unavailable:
      zh: 报告结论是否阳性需由医师判定，未上送本网络。
      en: Whether a report is positive is for its physician to say, and is not handed in here.
  - id: us-09
    name: {zh: 胎儿重大致死性畸形超声筛查检出率, en: Lethal malformations found by screening}
    numerator:
      zh: 超声筛查检出重大致死性畸形的胎儿数
      en: fetuses in whom screening found one of the lethal malformations
    denominator:
      zh: 同期接受超声产前筛查的胎儿总数
      en: fetuses screened in the period
    unit: percent
    better: neither
    wording: unverified
    unavailable:
      zh: 需要产前筛查登记与随访结局，未上送本网络。
      en: Needs the register of prenatal screening with outcomes, which is not handed in here.
  - id: us-10
    name: {zh: 超声诊断符合率, en: Ultrasound diagnoses that were confirmed}
    numerator:
      zh: 与病理、手术或临床最终诊断相符的超声诊断例数
      en: ultrasound diagnoses that agree with pathology, surgery or the final diagnosis
    denominator:
      zh: 同期有上述诊断对照的超声诊断总例数
      en: ultrasound diagnoses with such a reference in the period
    unit: percent
    better: higher
    wording: unverified
    unavailable:
      zh: 需要病理、手术或临床最终诊断，未上送本网络。
      en: Needs pathology, surgery or the final diagnosis, which are not handed in here.
  - id: us-11
    name: {zh: 乳腺病变超声诊断准确率, en: Accuracy of ultrasound in breast lesions}
    numerator:
      zh: 超声良恶性判断（BI-RADS 4类及以上为恶性）与病理一致的乳腺病变数
      en: breast lesions whose call (BI-RADS 4 and above is malignant) agrees with pathology
    denominator:
      zh: 同期有病理结果的乳腺病变总数
      en: breast lesions with pathology in the period
    unit: percent
    better: higher
    wording: unverified
    unavailable:
      zh: 需要病理结果，未上送本网络。
      en: Needs pathology, which is not handed in here.
  - id: us-12
    name: {zh: 颈动脉狭窄（≥50%）超声诊断符合率, en: Confirmed carotid stenoses of 50 % and more}
    numerator:
      zh: 经DSA或CTA证实的超声诊断颈动脉狭窄（≥50%）例数
      en: stenoses of 50 % and more confirmed by DSA or CTA
    denominator:
      zh: 同期行DSA或CTA对照的超声诊断颈动脉狭窄（≥50%）总例数
      en: such stenoses with DSA or CTA in the period
    unit: percent
    better: higher
    wording: unverified
    unavailable:
      zh: 需要DSA或CTA结果，未上送本网络。
      en: Needs DSA or CTA, which are not handed in here.
  - id: us-13
    name: {zh: 超声介入相关主要并发症发生率, en: Major complications of ultrasound-guided interventions}
    numerator:
      zh: 发生主要并发症（出血、脏器损伤、感染、针道种植、神经损伤）的超声介入例数
      en: interventions with bleeding, organ injury, infection, needle-tract seeding or nerve injury
    denominator:
      zh: 同期超声介入总例数
      en: interventions in the period
    unit: percent
    better: lower
    wording: unverified
    unavailable:
      zh: 需要介入病例登记，未上送本网络。
      en: Needs the register of interventions, which is not handed in here.

"""###),
        RubricSource(name: "network.yaml", text: ###"""
# The network's own indicators. A home may add more, or put other ones in the place of these, in its folder indicators/.
id: network
title: {zh: 网络自定指标, en: The network's own indicators}
indicators:
  - id: net-qualified
    name: {zh: 图像合格率（≥60分）, en: Images of 60 points and more}
    numerator: {zh: 初筛得分60分及以上的图像数, en: images with 60 points or more in the first pass}
    denominator: {zh: 有初筛得分的图像数, en: images with a first-pass score}
    unit: percent
    better: higher
    wording: own
    ratio: [images_passing, images_graded]
  - id: net-good
    name: {zh: 图像优良率（≥80分）, en: Images of 80 points and more}
    numerator: {zh: 初筛得分80分及以上的图像数, en: images with 80 points or more in the first pass}
    denominator: {zh: 有初筛得分的图像数, en: images with a first-pass score}
    unit: percent
    better: higher
    wording: own
    ratio: [images_good, images_graded]
  - id: net-conforming
    name: {zh: 专家核定合格率（分层估计）, en: Conforming images by the experts (stratified)}
    numerator: {zh: 专家终评60分及以上且无重大、严重问题的图像, en: images with 60 points or more and no major or critical finding in the experts' final reading}
    denominator: {zh: 可判读的图像, en: readable images}
    unit: percent
    better: higher
    wording: own
    value: conforming_share
    note:
      zh: 按抽样分层加权估计，不是已复核图像的简单比例。
      en: Weighted by the strata of the sampling, not the plain share among the images that were read.
  - id: net-complete
    name: {zh: 切面完整率, en: Complete exams}
    numerator: {zh: 必查切面齐全的检查数, en: exams that lack no required section}
    denominator: {zh: 可核对切面的检查数, en: exams whose sections can be checked}
    unit: percent
    better: higher
    wording: own
    ratio: [exams_complete, exams_checked]
    note:
      zh: 无必查切面要求或未标注切面的检查无法核对，不计入。
      en: Exams whose type requires nothing, or that name no section, cannot be checked and are left out.
  - id: net-sampled
    name: {zh: 随机抽检率, en: Images drawn at random}
    numerator: {zh: 随机抽中的可判读图像数, en: readable images that the random draw picked}
    denominator: {zh: 可判读的图像数, en: readable images}
    unit: percent
    better: neither
    wording: own
    ratio: [images_drawn, images_readable]
  - id: net-sampled-read
    name: {zh: 随机抽检完成率, en: Drawn images that were read}
    numerator: {zh: 其中已由专家阅图的图像数, en: those of them that an expert has read}
    denominator: {zh: 随机抽中的可判读图像数, en: readable images that the random draw picked}
    unit: percent
    better: higher
    wording: own
    ratio: [images_drawn_read, images_drawn]
  - id: net-read
    name: {zh: 专家阅图率（送审与抽检合计）, en: Images read by an expert (flagged or drawn)}
    numerator: {zh: 已由专家阅图的图像数, en: images that an expert has read}
    denominator: {zh: 可判读的图像数, en: readable images}
    unit: percent
    better: higher
    wording: own
    ratio: [images_read, images_readable]
  - id: net-feedback
    name: {zh: 初筛答复时间中位数, en: Median time to the first pass's answer}
    numerator: {zh: 从收到检查到首次（初筛）答复的时间, en: from receipt of an exam to its first answer}
    unit: hours
    better: lower
    wording: own
    value: feedback_hours_median
  - id: net-expert-feedback
    name: {zh: 专家意见反馈时间中位数, en: Median time to an expert's feedback}
    numerator: {zh: 从收到图像到写有专家首次意见的答复发出的时间, en: from receipt of an image to the answer with an expert's first reading of it}
    unit: hours
    better: lower
    wording: own
    value: expert_feedback_hours_median
    note:
      zh: 仅计送审或随机抽中、且专家意见已答复给机构的图像。
      en: Only images that were flagged or drawn and whose reading has reached the institution.
  - id: net-agreement-ac2
    name: {zh: 初筛与专家等级一致性（Gwet AC2）, en: Agreement of first pass and expert (Gwet's AC2)}
    numerator: {zh: 随机抽中图像的初筛等级与专家首次等级, en: levels of first pass and first expert reading of drawn images}
    unit: coefficient
    better: higher
    wording: own
    value: agreement_ac2
  - id: net-agreement-kappa
    name: {zh: 初筛与专家等级一致性（加权κ）, en: Agreement of first pass and expert (weighted kappa)}
    numerator: {zh: 随机抽中图像的初筛等级与专家首次等级, en: levels of first pass and first expert reading of drawn images}
    unit: coefficient
    better: higher
    wording: own
    value: agreement_kappa
  - id: net-recurrence
    name: {zh: 培训后问题复发率, en: Recurrence of findings after training}
    numerator: {zh: 其中仍有所培训问题的图像数, en: those of them that still show what was trained}
    denominator: {zh: 参训人员在培训结束后的图像数, en: images of trained people after the end of their course}
    unit: percent
    better: lower
    wording: own
    ratio: [training_recurrences, training_followups]
    note:
      zh: 初筛发现；未退出课程者计为参训人员。
      en: Findings of the first pass; everybody who was enrolled and did not withdraw counts as trained.
  - id: net-duplicates
    name: {zh: 跨患者重复图像率, en: Images that are another patient's}
    numerator: {zh: 与其他患者图像相同的图像数, en: images that are the same as another patient's}
    denominator: {zh: 可判读的图像数, en: readable images}
    unit: percent
    better: lower
    wording: own
    ratio: [images_duplicate, images_readable]
  - id: net-certificates
    name: {zh: 每百名技术人员结业证书数, en: Certificates per 100 technicians}
    numerator: {zh: 统计期内签发且未撤销的结业证书数, en: certificates issued in the period and not revoked}
    denominator: {zh: 统计期内在岗的在册技术人员数, en: registered technicians who worked in the period}
    unit: per_hundred
    better: higher
    wording: own
    ratio: [certificates_issued, technicians]

"""###),
    ]

    /// The ids of all of them, in the order of the sources.
    package static let ids: [String] = [
        "us-hr-01",
        "us-eq-01",
        "us-tl-01",
        "us-cv-01",
        "us-05",
        "us-06",
        "us-07",
        "us-08",
        "us-09",
        "us-10",
        "us-11",
        "us-12",
        "us-13",
        "net-qualified",
        "net-good",
        "net-conforming",
        "net-complete",
        "net-sampled",
        "net-sampled-read",
        "net-read",
        "net-feedback",
        "net-expert-feedback",
        "net-agreement-ac2",
        "net-agreement-kappa",
        "net-recurrence",
        "net-duplicates",
        "net-certificates",
    ]
}
