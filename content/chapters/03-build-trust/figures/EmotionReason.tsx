import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "采购的两头靠感觉，中间讲道理",
    feeling: "感觉",
    reason: "道理",
    stages: ["起念头", "立项", "定标准", "比较", "签字"],
    says: ["“不能再拖了”", "“哪家得分高”", "“交给谁放心”"],
  },
  en: {
    title: "Feeling rules the beginning and the end of a purchase, reason the middle",
    feeling: "Feeling",
    reason: "Reason",
    stages: ["Idea", "Approval", "Criteria", "Compare", "Sign"],
    says: ["“It can't wait.”", "“Best score?”", "“Whom to trust?”"],
  },
};

const PLACES = [8, 180, 352];
const ANCHORS = ["start", "middle", "end"] as const;

export default function EmotionReason({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 216" role="img" fontSize="13">
      <title>{t.title}</title>
      <path d="M8 60 C96 60 96 138 180 138 S264 60 352 60 V156 H8 Z" className="fill-pine-soft" />
      <path d="M8 130 C96 130 96 52 180 52 S264 130 352 130" fill="none" className="stroke-ink-soft" strokeWidth="1.6" strokeDasharray="5 4" />
      <path d="M8 60 C96 60 96 138 180 138 S264 60 352 60" fill="none" className="stroke-pine" strokeWidth="2.2" />
      <text x="8" y="48" fontWeight="600" className="fill-pine">
        {t.feeling}
      </text>
      <text x="352" y="48" textAnchor="end" fontWeight="600" className="fill-pine">
        {t.feeling}
      </text>
      <text x="180" y="40" textAnchor="middle" fontWeight="600" className="fill-ink-soft">
        {t.reason}
      </text>
      <line x1="8" x2="352" y1="156" y2="156" className="stroke-ink" strokeWidth="1.4" />
      {t.stages.map((stage, at) => (
        <g key={stage}>
          <line x1={36 + at * 72} x2={36 + at * 72} y1="152" y2="160" className="stroke-ink" strokeWidth="1.4" />
          <text x={36 + at * 72} y="177" textAnchor="middle" fontSize="12" className="fill-ink">
            {stage}
          </text>
        </g>
      ))}
      {t.says.map((says, at) => (
        <text key={says} x={PLACES[at]} y="204" textAnchor={ANCHORS[at]} fontSize="12" className={at === 1 ? "fill-ink-soft" : "fill-pine"}>
          {says}
        </text>
      ))}
    </svg>
  );
}
