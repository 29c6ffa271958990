import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "第一次拜访三十分钟的分配",
    parts: [
      ["一句话介绍，说好几点结束", ""],
      ["说出做过的功课，请他纠正", "“二期去年投产，对吗？”"],
      ["给他东西", "一页同行数据，一个踩过的坑"],
      ["听他讲", "少说，记要点"],
      ["定下一步：谁，做什么，哪天", ""],
    ],
    before: "去之前：查资料二十分钟",
    minute: "分钟",
  },
  en: {
    title: "How the thirty minutes of a first visit are spent",
    parts: [
      ["Introduction, and when you will finish", ""],
      ["Tell what you found out, be corrected", "“Phase two opened last year, right?”"],
      ["Give something", "a page of benchmarks, a lesson learned"],
      ["Listen", "say little, take notes"],
      ["Next step: who, what, which day", ""],
    ],
    before: "Before: twenty minutes of research",
    minute: "min",
  },
};

const MINUTES = [2, 8, 10, 7, 3];
const SCALE = 8.6;

export default function FirstVisitTimeline({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 320" role="img" fontSize="13">
      <title>{t.title}</title>
      <path d="M59 8 V34" className="stroke-ink-soft" strokeWidth="1.6" strokeDasharray="3 4" />
      <text x="80" y="24" fontSize="12" className="fill-ink-soft">
        {t.before}
      </text>
      {MINUTES.map((minutes, at) => {
        const from = MINUTES.slice(0, at).reduce((sum, one) => sum + one, 0);
        const y = 42 + from * SCALE;
        const height = minutes * SCALE;
        const [head, detail] = t.parts[at] ?? [];
        const middle = y + height / 2;
        return (
          <g key={from}>
            <rect x="48" y={y} width="22" height={height - 2} rx="3" className={at === 2 ? "fill-pine" : "fill-pine-soft stroke-pine"} strokeWidth="1" />
            <text x="40" y={y + 5} textAnchor="end" fontSize="12" className="fill-ink-soft">
              {from}
            </text>
            <text x="80" y={detail === "" ? middle + 4 : middle - 5} fontWeight="600" className="fill-ink">
              {head}
            </text>
            {detail !== "" && (
              <text x="80" y={middle + 15} fontSize="12" className="fill-ink-soft">
                {detail}
              </text>
            )}
          </g>
        );
      })}
      <text x="40" y={42 + 30 * SCALE + 4} textAnchor="end" fontSize="12" className="fill-ink-soft">
        30
      </text>
      <text x="48" y={42 + 30 * SCALE + 16} fontSize="12" className="fill-ink-soft">
        {t.minute}
      </text>
    </svg>
  );
}
