import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "四种购买角色在采购的哪一段是主角",
    stages: ["发现需求", "立项", "定标准", "比较", "承诺", "使用"],
    roles: ["发起者", "设计者", "决策者", "使用者"],
    lead: "主角",
    voice: "有发言权",
  },
  en: {
    title: "In which part of a purchase each buying role takes the lead",
    stages: ["Need", "Approval", "Criteria", "Compare", "Commit", "Use"],
    roles: ["Initiator", "Designer", "Decision-maker", "User"],
    lead: "takes the lead",
    voice: "has a say",
  },
};

const LEFT = 100;
const STEP = 43;
/** Columns in which a role leads, and in which it has a say. */
const PARTS: { lead: readonly (readonly [number, number])[]; voice: readonly (readonly [number, number])[] }[] = [
  { lead: [[0, 1]], voice: [[1, 1]] },
  { lead: [[2, 2]], voice: [[1, 1]] },
  { lead: [[1, 1], [4, 1]], voice: [[3, 1]] },
  { lead: [[5, 1]], voice: [[0, 1], [3, 1]] },
];

export default function RolesAlongBuying({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 240" role="img" fontSize="13">
      <title>{t.title}</title>
      {t.stages.map((stage, at) => (
        <g key={stage}>
          <line x1={LEFT + at * STEP} x2={LEFT + at * STEP} y1="46" y2="200" className="stroke-line" strokeWidth="1" />
          <text x={LEFT + at * STEP + STEP / 2} y={at % 2 === 0 ? 16 : 36} textAnchor="middle" fontSize="12" className="fill-ink">
            {stage}
          </text>
        </g>
      ))}
      <line x1={LEFT + 6 * STEP} x2={LEFT + 6 * STEP} y1="46" y2="200" className="stroke-line" strokeWidth="1" />
      {t.roles.map((role, row) => (
        <g key={role}>
          <text x="2" y={71 + row * 38} fontSize="12.5" fontWeight="600" className="fill-ink">
            {role}
          </text>
          {PARTS[row]?.voice.map(([from, length]) => <rect key={from} x={LEFT + from * STEP + 3} y={56 + row * 38} width={length * STEP - 6} height="22" rx="4" className="fill-pine-soft stroke-pine" strokeWidth="1" strokeDasharray="3 3" />)}
          {PARTS[row]?.lead.map(([from, length]) => <rect key={from} x={LEFT + from * STEP + 3} y={56 + row * 38} width={length * STEP - 6} height="22" rx="4" className="fill-pine stroke-pine" strokeWidth="1" />)}
        </g>
      ))}
      <path d={`M${LEFT} 200 H356 M350 196 L358 200 L350 204`} fill="none" className="stroke-ink" strokeWidth="1.4" />
      <rect x={LEFT} y="217" width="18" height="13" rx="3" className="fill-pine" />
      <text x={LEFT + 25} y="228" fontSize="12" className="fill-ink-soft">
        {t.lead}
      </text>
      <rect x={LEFT + 130} y="217" width="18" height="13" rx="3" className="fill-pine-soft stroke-pine" strokeWidth="1" strokeDasharray="3 3" />
      <text x={LEFT + 155} y="228" fontSize="12" className="fill-ink-soft">
        {t.voice}
      </text>
    </svg>
  );
}
