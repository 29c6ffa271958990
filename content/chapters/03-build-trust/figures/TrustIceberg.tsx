import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "信任的冰山：水面上的话给谁都行，水面下的话只说给信得过的人",
    free: "不用信任",
    tip: ["谁来问都给", "参数、数量、交期"],
    below: "水面下，只说给信得过的人",
    levels: [
      ["动机", "“集团年底要考核单耗。”"],
      ["顾虑", "“上次断过电，厂长还记着。”"],
      ["对手", "“另一家也来过两趟。”"],
      ["立场", "“这一条，会上我来讲。”"],
    ],
  },
  en: {
    title: "The iceberg of trust: anyone hears what is above the water, only a trusted person hears what is below",
    free: "No trust needed",
    tip: ["Given to anyone", "specs and dates"],
    below: "Below: for those he trusts",
    levels: [
      ["Motive", "“The group will rate our energy use.”"],
      ["Worry", "“We lost power once. He remembers.”"],
      ["Rivals", "“Others have been here twice.”"],
      ["Position", "“I'll explain that one.”"],
    ],
  },
};

export default function TrustIceberg({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 360" role="img" fontSize="13">
      <title>{t.title}</title>
      <rect x="0" y="104" width="360" height="256" rx="10" className="fill-mist-soft" />
      <path d="M92 104 L110 60 L140 34 L178 16 L214 32 L248 62 L270 104 Z" className="fill-paper stroke-ink" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M92 104 L270 104 L322 134 L342 196 L330 262 L292 318 L236 346 L126 346 L68 318 L30 262 L18 196 L40 134 Z" className="fill-pine-soft stroke-pine" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M0 104 q11 -7 22 0 t22 0 t22 0 t22 0 M272 104 q11 -7 22 0 t22 0 t22 0 t22 0" fill="none" className="stroke-ink-soft" strokeWidth="1.4" />
      <text x="6" y="40" fontSize="12" className="fill-ink-soft">
        {t.free}
      </text>
      <text x="180" y="70" textAnchor="middle" fontWeight="600" className="fill-ink">
        {t.tip[0]}
      </text>
      <text x="180" y="90" textAnchor="middle" fontSize="12" className="fill-ink">
        {t.tip[1]}
      </text>
      <text x="180" y="128" textAnchor="middle" fontSize="12" className="fill-ink-soft">
        {t.below}
      </text>
      {t.levels.map(([name, says], at) => (
        <g key={name}>
          {at > 0 && <line x1="120" x2="240" y1={139 + at * 49} y2={139 + at * 49} className="stroke-pine" strokeWidth="0.8" strokeDasharray="2 4" />}
          <text x="180" y={158 + at * 49} textAnchor="middle" fontWeight="600" className="fill-pine">
            {name}
          </text>
          <text x="180" y={177 + at * 49} textAnchor="middle" className="fill-ink">
            {says}
          </text>
        </g>
      ))}
    </svg>
  );
}
