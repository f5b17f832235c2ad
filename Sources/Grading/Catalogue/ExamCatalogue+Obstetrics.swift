extension ExamCatalogue {
    /// Second and third trimester (domain reference §2.1 and §2.3).
    static let obstetrics: [Section] =
        [
            one("ob.head.hc", "丘脑水平横切面（双顶径/头围）", "Transthalamic (BPD, HC)", ["双顶径", "头围", "丘脑水平"]),
            one("ob.head.tv", "侧脑室水平横切面", "Transventricular", ["侧脑室水平", "侧脑室"]),
            one("ob.head.tc", "小脑水平横切面", "Transcerebellar", ["小脑水平", "小脑横切面"]),
            one("ob.face.cor", "鼻唇冠状切面", "Coronal nose and lips", ["鼻唇冠状"]),
            one("ob.face.orb", "双眼球横切面", "Axial orbits", ["双眼球"]),
            one("ob.face.sag", "颜面正中矢状切面", "Median facial profile", ["颜面正中矢状"]),
            one("ob.spine.sag", "脊柱矢状切面（颈胸/腰骶）", "Spine sagittal", ["脊柱矢状"]),
            one("ob.spine.cor", "脊柱冠状切面", "Spine coronal", ["脊柱冠状"]),
            one("ob.spine.tr", "脊柱横切面", "Spine axial", ["脊柱横切"]),
            one("ob.heart.4c", "胎儿四腔心切面", "Fetal four-chamber", ["四腔心切面", "四腔心"]),
            one("ob.heart.lvot", "左室流出道切面", "Left ventricular outflow tract", ["左室流出道"]),
            one("ob.heart.rvot", "右室流出道切面", "Right ventricular outflow tract", ["右室流出道"]),
            one("ob.heart.3vv", "三血管切面", "Three vessels", ["三血管"]),
            one("ob.heart.3vt", "三血管-气管切面", "Three vessels and trachea", ["三血管气管", "三血管气管切面"]),
            one("ob.heart.arch", "胎儿主动脉弓切面", "Fetal aortic arch", ["主动脉弓切面", "主动脉弓"]),
            one("ob.heart.duct", "动脉导管弓切面", "Ductal arch", ["动脉导管弓"]),
            one("ob.heart.bicaval", "上下腔静脉切面", "Bicaval", ["上下腔静脉"]),
            one("ob.thorax.diaph", "膈肌切面", "Diaphragm", ["膈肌"]),
            one("ob.abd.ac", "上腹部横切面（腹围）", "Transverse abdomen (AC)", ["腹围"]),
            one("ob.abd.cord", "脐带腹壁入口切面", "Abdominal cord insertion", ["脐带腹壁入口", "脐带腹壁插入"]),
            one("ob.abd.gb", "胎儿胆囊", "Fetal gallbladder"),
            one("ob.kidney.tr", "双肾横切面", "Fetal kidneys transverse", ["双肾横切"]),
            one("ob.kidney.sag", "双肾矢状切面", "Fetal kidneys sagittal", ["双肾矢状"]),
            one("ob.bladder.ua", "膀胱水平横切面（双脐动脉）", "Bladder with umbilical arteries", ["膀胱双脐动脉", "双脐动脉"]),
            one("ob.femur.fl", "股骨长轴切面", "Femur length", ["股骨", "股骨长轴"]),
        ]
        + pair("ob.arm.humerus.#", "#肱骨", "Humerus, #")
        + pair("ob.arm.forearm.#", "#前臂", "Forearm, #")
        + pair("ob.arm.hand.#", "#手", "Hand, #")
        + pair("ob.leg.tibfib.#", "#小腿", "Lower leg, #")
        + pair("ob.leg.foot.#", "#足", "Foot, #")
        + [
            one("ob.placenta", "胎盘", "Placenta"),
            one("ob.cervix", "宫颈内口矢状切面", "Cervix sagittal, internal os", ["宫颈内口"]),
            one("ob.af", "羊水（最大深度/AFI）", "Amniotic fluid", ["羊水最大深度", "羊水指数"]),
            one("ob.umb.doppler", "脐动脉频谱", "Umbilical artery Doppler"),
        ]

    /// First trimester, 11–13⁺⁶ weeks (domain reference §2.2).
    static let firstTrimester: [Section] = [
        one("ob1.crl", "胎儿正中矢状切面（头臀长）", "Mid-sagittal crown–rump length", ["头臀长"]),
        one("ob1.nt", "NT测量切面", "Nuchal translucency", ["NT"]),
        one("ob1.head.tr", "颅脑横切面（脉络丛“蝴蝶征”）", "Axial head, choroid plexus", ["蝴蝶征"]),
        one("ob1.heart.4c", "早孕四腔心切面", "First-trimester four-chamber", ["四腔心"]),
        one("ob1.abd.cord", "早孕脐带腹壁插入", "First-trimester cord insertion", ["脐带腹壁插入"]),
        one("ob1.bladder", "早孕膀胱水平横切", "First-trimester bladder with umbilical arteries", ["膀胱水平横切"]),
        one("ob1.limbs.u", "早孕上肢", "First-trimester upper limbs", ["上肢"]),
        one("ob1.limbs.l", "早孕下肢", "First-trimester lower limbs", ["下肢"]),
        one("ob1.nasal", "鼻骨", "Nasal bone"),
        one("ob1.dv", "静脉导管", "Ductus venosus"),
    ]

    /// Gynaecology (domain reference §2.5).
    static let gynaecology: [Section] =
        [
            one("gyn.ut.sag", "子宫矢状切面", "Uterus sagittal", ["子宫纵切", "子宫矢状"]),
            one("gyn.ut.tr", "子宫横切面", "Uterus transverse", ["子宫横切"]),
            one("gyn.endo", "内膜厚度", "Endometrial thickness", ["子宫内膜"]),
        ]
        + pair("gyn.ov.#.long", "#卵巢长轴", "Ovary long axis, #", ["#卵巢"])
        + pair("gyn.ov.#.tr", "#卵巢短轴", "Ovary transverse, #", ["#卵巢横切"])
        + [
            one("gyn.cervix", "宫颈", "Cervix"),
            one("gyn.pod", "直肠子宫陷凹", "Pouch of Douglas"),
        ]
}
