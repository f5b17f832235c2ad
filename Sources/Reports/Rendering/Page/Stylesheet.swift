/// The pages' style: phone first, wider screens add columns, paper drops what can't be used there.
enum Stylesheet {
    /// CSS without outside parts.
    static let text = """
        :root{--ink:#16202a;--soft:#51606e;--line:#d5dde4;--paper:#fff;--ground:#f2f5f7;--a:#17703a;--b:#17648a;--c:#8a5a00;--d:#b3261e;--none:#51606e;--critical:#ff5a52;--major:#ff9a2e;--minor:#ffdb3a;--info:#6fd0ff}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
        input.language{position:absolute;opacity:0;width:1px;height:1px}
        #show-zh:checked~.page .en,#show-en:checked~.page .zh{display:none}
        .page{max-width:1180px;margin:0 auto;padding:12px}
        h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
        h1{font-size:1.3rem;line-height:1.3}
        h2{font-size:1.1rem;line-height:1.35}
        h3{font-size:1rem;line-height:1.35}
        a{color:#0b5394}
        .top{display:flex;gap:12px;align-items:flex-start;justify-content:space-between;margin-bottom:12px}
        .kind{color:var(--soft);font-size:.875rem}
        .sub{color:var(--soft);font-size:.9rem}
        .switch{display:flex;flex:none;border:1px solid #8494a2;border-radius:8px;overflow:hidden;background:var(--paper)}
        .switch label{padding:8px 10px;font-size:.875rem;cursor:pointer;line-height:1.2}
        #show-zh:checked~.page label[for=show-zh],#show-en:checked~.page label[for=show-en]{background:var(--ink);color:#fff}
        #show-zh:focus-visible~.page .switch,#show-en:focus-visible~.page .switch{outline:3px solid #2b7de9;outline-offset:2px}
        .panel,.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:14px;margin-bottom:12px}
        .glance{display:grid;gap:12px;margin-bottom:12px}
        .glance>*{margin:0}
        .lead{display:flex;gap:14px;align-items:center}
        .verdict h3{margin-top:12px}
        .badge{flex:none;min-width:104px;text-align:center;color:#fff;background:var(--none);border-radius:10px;padding:8px 10px;line-height:1.15}
        .badge .big{display:block;font-size:1.9rem;font-weight:700;white-space:nowrap}
        .badge .words{font-size:1.35rem}
        .files{margin:6px 0 6px 1.2em}
        .files a{display:inline-block;padding:4px 0}
        .badge .points{display:block;font-size:1.1rem}
        .badge .tag{display:inline-block;margin-top:5px;font-size:.8rem;border:1px solid #fff;border-radius:99px;padding:1px 8px}
        .level-A{background:var(--a)}.level-B{background:var(--b)}.level-C{background:var(--c)}.level-D{background:var(--d)}
        .facts{list-style:none;display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--soft);font-size:.9rem;margin-top:4px}
        .fix ol{padding-left:1.5em;margin-top:6px}
        .fix li{margin-bottom:7px}
        .fix li:last-child{margin-bottom:0}
        .fix .where{color:var(--soft);font-size:.9rem}
        .chips{list-style:none;display:flex;flex-wrap:wrap;gap:6px;margin-top:6px}
        .chip{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:1px 10px;font-size:.875rem;background:var(--paper)}
        .chips .chip{border-color:var(--d);color:var(--d)}
        .chips a{color:inherit}
        .chip.review{border-color:#5b3fa8;color:#5b3fa8}
        .chip.mute{color:var(--soft)}
        .note{color:var(--soft);font-size:.9rem}
        .section{margin:20px 0 8px}
        .legend{display:flex;flex-wrap:wrap;gap:4px 14px;font-size:.85rem;color:var(--soft);margin-bottom:8px;align-items:center}
        .number{display:inline-block;min-width:1.5em;height:1.5em;line-height:1.5em;padding:0 .3em;border-radius:99px;text-align:center;font-size:.8rem;font-weight:700;color:#000;border:1px solid #0006}
        .critical{background:var(--critical)}.major{background:var(--major)}.minor{background:var(--minor)}.info{background:var(--info)}
        .dash{display:inline-block;width:2em;border-top:2px dashed #0d8a8a;vertical-align:middle}
        .card{display:grid;gap:12px;grid-template-columns:minmax(0,1fr)}
        .cards-small{display:grid;gap:10px;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));margin-bottom:12px}
        .cards-small .card{margin:0;padding:10px;align-content:start}
        .picture{position:relative;background:#000;border-radius:6px;overflow:hidden;line-height:0;align-self:start;justify-self:center;width:100%}
        .picture img{width:100%;height:auto;display:block}
        .picture svg{position:absolute;inset:0;width:100%;height:100%}
        .nopicture{display:flex;align-items:center;justify-content:center;min-height:110px;background:#e3e9ee;color:var(--soft);border-radius:6px}
        .area{fill:none;stroke:#4fe3e3;stroke-width:1.5;stroke-dasharray:6 5;vector-effect:non-scaling-stroke}
        .halo{fill:none;stroke:#000;stroke-opacity:.75;stroke-width:4.5;vector-effect:non-scaling-stroke}
        .mark{fill-opacity:.14;stroke-width:2.5;vector-effect:non-scaling-stroke}
        .mark.critical{fill:var(--critical);stroke:var(--critical)}.mark.major{fill:var(--major);stroke:var(--major)}
        .mark.minor{fill:var(--minor);stroke:var(--minor)}.mark.info{fill:var(--info);stroke:var(--info)}
        .dead{fill:#ffb6db;fill-opacity:.16;stroke:#ffb6db;stroke-width:1.2;stroke-dasharray:2 3;vector-effect:non-scaling-stroke}
        .deadkey{display:inline-block;width:.9em;height:.9em;margin-right:.4em;vertical-align:-.1em;background:#ffb6db;border:1px dashed #a0527c}
        .excluded{stroke:#fff;stroke-opacity:.55;stroke-width:1;vector-effect:non-scaling-stroke}
        .disc{stroke:#000;stroke-width:1;vector-effect:non-scaling-stroke}
        .disc.critical{fill:var(--critical)}.disc.major{fill:var(--major)}.disc.minor{fill:var(--minor)}.disc.info{fill:var(--info)}
        .picture text{font:700 1px sans-serif;text-anchor:middle;dominant-baseline:central;fill:#000}
        .line{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:center}
        .pill{color:#fff;background:var(--none);border-radius:6px;padding:1px 9px;font-weight:700;white-space:nowrap}
        .pill.level-A{background:var(--a)}.pill.level-B{background:var(--b)}.pill.level-C{background:var(--c)}.pill.level-D{background:var(--d)}
        .pill.plain{background:#fff;color:var(--none);border:1px solid currentColor;font-weight:400}
        .pill.plain.level-A{color:var(--a)}.pill.plain.level-B{color:var(--b)}.pill.plain.level-C{color:var(--c)}.pill.plain.level-D{color:var(--d)}
        .apart{display:flex;flex-wrap:wrap;gap:2px 8px;align-items:center;margin-top:2px}
        .open-work{list-style:none;font-size:.95rem}
        .advice-list{list-style:none;margin:6px 0 12px}
        .advice-list li{border-left:4px solid #5b3fa8;padding:2px 0 2px 10px;margin-bottom:8px}
        .expert,.said{border-left:4px solid #5b3fa8;background:#f5f2fb;border-radius:0 6px 6px 0;padding:6px 10px;margin-top:8px}
        .expert.earlier,.said{border-left-color:#8494a2;background:#f2f5f7}
        .said.open{border-left-color:var(--c)}
        .expert p+p,.said p+p{margin-top:2px}
        .expert .advice{font-size:1.05rem}
        h4{margin:10px 0 0;font-size:.9rem;color:var(--soft)}
        .chip.confirmed{border-color:var(--a);color:var(--a)}.chip.added{border-color:#5b3fa8;color:#5b3fa8}.chip.rejected,.chip.unjudged{color:var(--soft)}
        .findings .out .what{text-decoration:line-through}
        .findings .out{color:var(--soft)}
        .number.none{background:#e3e9ee}
        .findings{list-style:none;margin-top:8px}
        .findings li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 8px;padding:7px 0;border-top:1px solid var(--line)}
        .findings .what{font-weight:600}
        .findings .values{color:var(--soft);font-size:.875rem}
        .number.square{border-radius:3px}
        .why{margin-top:8px;font-size:.9rem}
        .why summary{cursor:pointer;color:#0b5394;padding:4px 0}
        .why .item{border-top:1px solid var(--line);padding:6px 0}
        .why .steps{list-style:none;margin-top:2px}
        .why .steps li{padding:2px 0 2px 10px;border-left:3px solid transparent}
        .why .steps .decides{border-left-color:#5b3fa8}
        .why .out{color:var(--soft)}
        .why .values{color:var(--soft)}
        .why .sum{list-style:none;border-top:1px solid var(--line);padding-top:6px}
        code{font-size:.85em;color:var(--soft)}
        .scale{width:120px;height:12px;vertical-align:middle;margin:0 8px}
        .scale path{stroke:var(--ink);stroke-width:2.5;fill:none}
        .zone-good{fill:#cfe3d6}.zone-warn{fill:#f3df8e}.zone-defect{fill:#eba95c}.zone-severe{fill:#c8553d}
        .hash{color:var(--soft);font-size:.75rem;margin-top:6px}
        .scroll{overflow-x:auto}
        .scroll table{min-width:620px}
        .scroll.tight table{min-width:470px}
        .wide td:first-child,.wide th:first-child{min-width:7em}
        .wide th{white-space:normal;vertical-align:bottom}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:4px}
        th,td{overflow-wrap:break-word;text-align:left;padding:5px 8px;border-bottom:1px solid var(--line);vertical-align:top}
        th{font-weight:600;white-space:nowrap;color:var(--soft)}
        .num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .name{min-width:9em}
        .num.lacks{white-space:normal;max-width:11em}
        .standard .num b{font-weight:600}.standard .num b .note{font-weight:400}
        .file{min-width:9em;overflow-wrap:anywhere}
        dl.pairs{display:grid;grid-template-columns:auto minmax(0,1fr);gap:2px 14px;font-size:.9rem;margin-top:6px}
        dl.pairs dt{color:var(--soft);white-space:nowrap}
        dl.pairs.signed{gap:6px 14px;margin-bottom:10px}
        .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:10px}
        .tile{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:10px}
        .tile b{display:block;white-space:nowrap;font-size:1.45rem;line-height:1.2;font-variant-numeric:tabular-nums}
        .tile span{color:var(--soft);font-size:.85rem}
        .tiles,.columns{margin-bottom:12px}
        .columns{display:grid;gap:12px;grid-template-columns:minmax(0,1fr)}
        .columns .panel{margin:0}
        .bars{list-style:none;margin-top:8px}
        .bars li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 10px;margin-bottom:8px;font-size:.9rem;align-items:baseline}
        .bars svg{grid-column:1/-1;width:100%;height:14px;display:block}
        .bars .num{color:var(--soft)}
        td.num .note{display:block}
        .who{display:inline-flex;gap:6px;align-items:center;font-size:.9rem;color:var(--soft)}
        .headline{font-size:1.05rem;font-weight:600;margin:6px 0 2px}
        .panel table{margin:6px 0}
        .matrix{width:auto}
        .matrix td,.matrix th{padding:3px 12px}
        .matrix .same{background:#e3f1e8;font-weight:600}
        .track{fill:#e6ecf0}
        .bar{fill:#3f6f95}.bar.A{fill:var(--a)}.bar.B{fill:var(--b)}.bar.C{fill:#b57700}.bar.D{fill:var(--d)}
        .bar.critical{fill:#b3261e}.bar.major{fill:#c25e00}.bar.minor{fill:#9c7a00}.bar.info{fill:#3f6f95}
        .whisker{stroke:#16202a;stroke-width:1.5;vector-effect:non-scaling-stroke;fill:none}
        .minute ul{list-style:none;margin-top:6px}
        .minute li{display:grid;grid-template-columns:4.6em minmax(0,1fr);gap:0 10px;padding:6px 0;border-top:1px solid var(--line);align-items:baseline}
        .minute li:first-child{border-top:0}
        .state{font-size:.85rem;font-weight:700;text-align:center;border:1.5px solid currentColor;border-radius:6px;padding:0 4px;line-height:1.5;color:var(--soft)}
        .state-act .state{background:var(--d);border-color:var(--d);color:#fff}
        .state-watch .state{color:var(--c)}
        .state-good .state{color:var(--a)}
        .plots{display:grid;gap:12px;grid-template-columns:minmax(0,1fr);margin-bottom:12px}
        .plots .panel{margin:0;display:flex;flex-direction:column}
        .plot{width:100%;max-width:520px;height:auto;display:block;margin:8px auto;font-family:inherit}
        .plots figcaption{font-size:.9rem}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .plots .note{font-size:.8rem}
        @media(min-width:700px){.plots{grid-template-columns:repeat(2,minmax(0,1fr))}}
        @media(min-width:1040px){.plots{grid-template-columns:repeat(3,minmax(0,1fr))}}
        @media(min-width:760px){
        .cards-small{grid-template-columns:repeat(auto-fill,minmax(210px,1fr))}
        .page{padding:18px 22px}
        h1{font-size:1.5rem}
        .glance.two,.columns{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}
        .card.wide{grid-template-columns:minmax(0,40%) minmax(0,1fr)}
        .card.show{grid-template-columns:minmax(0,60%) minmax(0,1fr)}
        dl.pairs.identity{grid-template-columns:auto minmax(0,1fr) auto minmax(0,1fr)}
        .columns .full{grid-column:1/-1}
        }
        @media print{
        @page{size:A4;margin:14mm 12mm}
        html{font-size:13px}
        .tiles{grid-template-columns:repeat(auto-fill,minmax(80px,1fr));gap:6px}
        .tile{padding:6px}
        body{background:#fff;font-size:1rem}
        .page{max-width:none;padding:0}
        .switch{display:none}
        .card,.keep,.legend,.tile,.glance>*,.columns .panel,tr,.findings li,.fix li,.bars li,.expert,.said{break-inside:avoid}
        .scroll table,.scroll.tight table{min-width:0}
        h2,h3,.section,.legend{break-after:avoid}
        .glance.two,.columns{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
        .card.wide{grid-template-columns:minmax(0,40%) minmax(0,1fr)}
        dl.pairs.identity{grid-template-columns:auto minmax(0,1fr) auto minmax(0,1fr)}
        .cards-small{display:block}
        .cards-small .card{display:inline-grid;width:31.5%;margin:0 1% 8px 0;vertical-align:top}
        .scroll{overflow:visible}
        .plots{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}
        .plots .panel,.minute li{break-inside:avoid}
        .minute li{padding:3px 0}
        .columns .full{grid-column:1/-1}
        .card.long{break-inside:auto}
        .picture{break-inside:avoid}
        .why:not([open]){display:none}
        .why .item{break-inside:avoid}
        *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        }
        """
}
