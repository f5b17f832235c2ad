extension ExamCatalogue {
    /// Abdomen (domain reference §2.4).
    static let abdomen: [Section] =
        [
            one("abd.liver.porta1", "第一肝门（右肋缘下斜切）", "Porta hepatis"),
            one("abd.liver.pv", "门静脉主干长轴", "Main portal vein", ["门静脉", "门静脉主干"]),
            one("abd.liver.pv.pw", "门静脉频谱", "Portal vein spectral Doppler"),
            one("abd.liver.porta2", "第二肝门", "Hepatic vein confluence"),
            one("abd.liver.left.sag", "左肝-腹主动脉矢状", "Left lobe sagittal at the aorta", ["左肝矢状", "左肝矢状切面"]),
            one("abd.liver.gongzi", "左叶“工”字结构", "Left portal vein, umbilical portion", ["左叶工字结构", "工字结构"]),
            one("abd.liver.right.ic", "右肝肋间斜切", "Right lobe intercostal", ["右肝肋间"]),
            one("abd.liver.right.max", "右肝最大斜径", "Right lobe largest oblique diameter"),
            one("abd.liver.kidney", "肝肾切面", "Hepato-renal", ["肝肾"]),
            one("abd.gb.long", "胆囊长轴", "Gallbladder long axis", ["胆囊", "胆囊长轴切面"]),
            one("abd.gb.tr", "胆囊短轴", "Gallbladder transverse", ["胆囊横切"]),
            one("abd.cbd", "胆总管长轴", "Common bile duct", ["胆总管"]),
            one("abd.panc.long", "胰腺长轴", "Pancreas long axis", ["胰腺"]),
            one("abd.panc.head", "胰头", "Pancreatic head and uncinate process"),
            one("abd.spleen.long", "脾长轴", "Spleen long axis", ["脾", "脾脏", "脾脏长轴"]),
            one("abd.spleen.hilum", "脾门（脾静脉）", "Splenic vein at the hilum", ["脾静脉"]),
        ]
        + pair("abd.kidney.long.#", "#肾长轴", "Kidney long axis, #", ["#肾"])
        + pair("abd.kidney.tr.#", "#肾短轴", "Kidney transverse, #", ["#肾横切"])
        + [
            one("abd.bladder.sag", "膀胱矢状切面", "Bladder sagittal", ["膀胱纵切"]),
            one("abd.bladder.tr", "膀胱横切面", "Bladder transverse", ["膀胱横切"]),
            one("abd.prostate.tr", "前列腺横切面", "Prostate transverse", ["前列腺横切"]),
            one("abd.prostate.sag", "前列腺矢状切面", "Prostate sagittal", ["前列腺纵切"]),
            one("abd.aorta.long", "腹主动脉长轴", "Abdominal aorta long axis", ["腹主动脉"]),
            one("abd.aorta.tr", "腹主动脉短轴", "Abdominal aorta transverse", ["腹主动脉横切"]),
            one("abd.ivc", "下腔静脉", "Inferior vena cava"),
            one("abd.ureter", "输尿管", "Ureter"),
            one("abd.adrenal", "肾上腺", "Adrenal gland"),
            one("abd.appendix", "阑尾", "Appendix"),
        ]
}
