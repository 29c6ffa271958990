import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "任务或人际、强势或随和，两个维度分出四种性格",
    top: "强势",
    bottom: "随和",
    left: "人际",
    right: "任务",
    cells: [
      ["人际·强势", "招手，讲故事", "当场拉人去看", "要参与"],
      ["任务·强势", "问来意，看结论", "打断，定期限", "要结果"],
      ["人际·随和", "倒茶，问家常", "说“再商量一下”", "要安心"],
      ["任务·随和", "看表，记笔记", "说“书面回我”", "要依据"],
    ],
  },
  en: {
    title: "Task or people, forceful or easy-going: two dimensions make four personalities",
    top: "Forceful",
    bottom: "Easy-going",
    left: "People",
    right: "Task",
    cells: [
      ["People · forceful", "waves, tells stories,", "takes you along", "Wants a part in it"],
      ["Task · forceful", "asks your purpose,", "cuts in, sets dates", "Wants results"],
      ["People · easy-going", "pours tea, asks after", "you, will consult", "Wants assurance"],
      ["Task · easy-going", "reads, takes notes,", "wants it in writing", "Wants evidence"],
    ],
  },
};

export default function PersonalityField({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 290" role="img" fontSize="13">
      <title>{t.title}</title>
      {t.cells.map((cell, at) => {
        const x = at % 2 === 0 ? 25 : 183;
        const y = at < 2 ? 26 : 148;
        return (
          <g key={cell[0]}>
            <rect x={x} y={y} width="152" height="114" rx="8" className="fill-paper stroke-line-strong" strokeWidth="1.2" />
            <text x={x + 12} y={y + 26} fontWeight="700" className="fill-ink">
              {cell[0]}
            </text>
            <text x={x + 12} y={y + 49} fontSize="12" className="fill-ink-soft">
              {cell[1]}
            </text>
            <text x={x + 12} y={y + 67} fontSize="12" className="fill-ink-soft">
              {cell[2]}
            </text>
            <rect x={x + 8} y={y + 80} width="136" height="25" rx="5" className="fill-pine-soft" />
            <text x={x + 16} y={y + 97} fontWeight="600" className="fill-pine">
              {cell[3]}
            </text>
          </g>
        );
      })}
      <text x="180" y="17" textAnchor="middle" fontWeight="600" className="fill-pine">
        {t.top}
      </text>
      <text x="180" y="281" textAnchor="middle" fontWeight="600" className="fill-pine">
        {t.bottom}
      </text>
      <text transform="translate(17 144) rotate(-90)" textAnchor="middle" fontWeight="600" className="fill-pine">
        {t.left}
      </text>
      <text transform="translate(343 144) rotate(90)" textAnchor="middle" fontWeight="600" className="fill-pine">
        {t.right}
      </text>
    </svg>
  );
}
