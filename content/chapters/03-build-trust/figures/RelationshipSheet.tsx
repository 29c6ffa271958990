import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "客户关系发展表的样子：他是谁，现在在哪，要去哪",
    heads: ["他是谁", "态度", "现在→目标", "下一步"],
    rows: [
      ["潘玉清", "决策者", "6月18日"],
      ["骆启明", "发起者", "6月12日"],
      ["谢康平", "设计者", "6月20日"],
      ["葛大成", "使用者", ""],
    ],
    missing: "谁？哪天？",
    legend: ["现在的阶段", "目标阶段"],
  },
  en: {
    title: "What the relationship development sheet looks like: who they are, where they stand, where to take them",
    heads: ["Who", "Attitude", "Stage", "Next"],
    rows: [
      ["Yuqing Pan", "Decision-maker", "18 June"],
      ["Qiming Luo", "Initiator", "12 June"],
      ["Kangping Xie", "Designer", "20 June"],
      ["Dacheng Ge", "User", ""],
    ],
    missing: "Who? When?",
    legend: ["stage now", "target stage"],
  },
};

/** Attitude −2…+2, stage now and target 1…4, per row. */
const STATE = [
  { attitude: 0, now: 1, target: 2 },
  { attitude: 1, now: 3, target: 4 },
  { attitude: -1, now: 1, target: 2 },
  { attitude: 1, now: 2, target: 3 },
];
const COLUMNS = [8, 112, 190, 268];

export default function RelationshipSheet({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 266" role="img" fontSize="13">
      <title>{t.title}</title>
      <rect x="1" y="1" width="358" height="226" rx="8" className="fill-paper stroke-line-strong" strokeWidth="1.2" />
      <path d="M1 33 V9 a8 8 0 0 1 8 -8 H351 a8 8 0 0 1 8 8 V33 Z" className="fill-pine-soft stroke-line-strong" strokeWidth="1.2" />
      {t.heads.map((head, at) => (
        <text key={head} x={COLUMNS[at]} y="22" fontSize="12" fontWeight="600" className="fill-pine">
          {head}
        </text>
      ))}
      {t.rows.map(([name, role, date], row) => {
        const y = 33 + row * 48.5;
        const { attitude, now, target } = STATE[row] ?? { attitude: 0, now: 1, target: 1 };
        return (
          <g key={name}>
            {row > 0 && <line x1="1" x2="359" y1={y} y2={y} className="stroke-line" strokeWidth="1" />}
            <text x="8" y={y + 21} fontWeight="600" className="fill-ink">
              {name}
            </text>
            <text x="8" y={y + 39} fontSize="12" className="fill-ink-soft">
              {role}
            </text>
            <line x1="114" x2="170" y1={y + 25} y2={y + 25} className="stroke-line-strong" strokeWidth="1.2" />
            {[-2, -1, 0, 1, 2].map((value) => (
              <line key={value} x1={142 + value * 14} x2={142 + value * 14} y1={y + 21} y2={y + 29} className="stroke-line-strong" strokeWidth="1.2" />
            ))}
            <circle cx={142 + attitude * 14} cy={y + 25} r="6" className={attitude < 0 ? "fill-signal" : "fill-pine"} />
            <text x={142 + attitude * 14} y={y + 15} textAnchor="middle" fontSize="12" className="fill-ink-soft">
              {attitude > 0 ? `+${attitude}` : String(attitude).replace("-", "−")}
            </text>
            {[1, 2, 3, 4].map((stage) => (
              <rect
                key={stage}
                x={190 + (stage - 1) * 18}
                y={y + 34 - stage * 6}
                width="14"
                height={stage * 6}
                rx="2"
                className={stage <= now ? "fill-pine stroke-pine" : stage <= target ? "fill-pine-soft stroke-pine" : "fill-paper-deep stroke-line"}
                strokeWidth="1"
                strokeDasharray={stage > now && stage <= target ? "2 2" : undefined}
              />
            ))}
            <text x="268" y={y + 30} fontSize={date === "" ? 12 : 13} fontWeight={date === "" ? 600 : 400} className={date === "" ? "fill-signal" : "fill-ink"}>
              {date === "" ? t.missing : date}
            </text>
          </g>
        );
      })}
      <rect x="112" y="242" width="14" height="14" rx="2" className="fill-pine" />
      <text x="132" y="254" fontSize="12" className="fill-ink-soft">
        {t.legend[0]}
      </text>
      <rect x="232" y="242" width="14" height="14" rx="2" className="fill-pine-soft stroke-pine" strokeWidth="1" strokeDasharray="2 2" />
      <text x="252" y="254" fontSize="12" className="fill-ink-soft">
        {t.legend[1]}
      </text>
    </svg>
  );
}
