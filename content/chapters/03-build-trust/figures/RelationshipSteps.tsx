import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "关系的四个阶段：客户在每一级会说什么，怎样上一级",
    stages: [
      ["认识", "“哦，衡能的小林。”"],
      ["互动", "“数据发你了，帮我看看。”"],
      ["私交", "“说实话，我最近挺难的。”"],
      ["同盟", "“会上这一条，我来讲。”"],
    ],
    lifts: ["给一件有用的，请一件小事", "走到他的兴趣点里去", "把他的目标和项目连起来"],
  },
  en: {
    title: "The four stages of a relationship: what a customer says on each step, and what lifts it to the next",
    stages: [
      ["Acquaintance", "“Ah, Lin from Hengneng.”"],
      ["Interaction", "“Here's our data. Have a look?”"],
      ["Personal relation", "“To be honest, it's been hard.”"],
      ["Alliance", "“I'll explain that in the meeting.”"],
    ],
    lifts: ["give something useful, ask a small favour", "meet him where his interest lies", "tie his aim to the project"],
  },
};

export default function RelationshipSteps({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 326" role="img" fontSize="13">
      <title>{t.title}</title>
      {t.stages.map(([name, says], at) => {
        const x = 6 + at * 26;
        const y = 262 - at * 84;
        return (
          <g key={name}>
            <rect x={x} y={y} width="270" height="56" rx="8" className={at === 3 ? "fill-pine stroke-pine" : "fill-paper stroke-line-strong"} strokeWidth="1.2" />
            <circle cx={x + 24} cy={y + 28} r="13" className={at === 3 ? "fill-on-pine" : "fill-pine-soft"} />
            <text x={x + 24} y={y + 33} textAnchor="middle" fontWeight="700" className="fill-pine">
              {at + 1}
            </text>
            <text x={x + 48} y={y + 24} fontSize="14" fontWeight="700" className={at === 3 ? "fill-on-pine" : "fill-ink"}>
              {name}
            </text>
            <text x={x + 48} y={y + 44} className={at === 3 ? "fill-on-pine" : "fill-ink-soft"}>
              {says}
            </text>
          </g>
        );
      })}
      {t.lifts.map((lift, at) => {
        const x = 50 + at * 26;
        const y = 252 - at * 84;
        return (
          <g key={lift}>
            <path d={`M${x} ${y + 8} V${y - 6} M${x - 4} ${y - 3} L${x} ${y - 9} L${x + 4} ${y - 3}`} fill="none" className="stroke-pine" strokeWidth="1.8" />
            <text x={x + 12} y={y + 4} fontSize="12" className="fill-pine">
              {lift}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
