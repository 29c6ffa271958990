import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "评审会上，你在门外，三种支持者各做一件事",
    room: "评审会",
    doubt: "“高温撑得住吗？”",
    you: "你在门外",
    people: [
      ["说好话", "“同行做完，", "单耗降了9%。”"],
      ["解围", "“我带班长去看过，", "22个月了还在用。”"],
      ["挡住对手", "“停电谁承担？", "请各家书面答。”"],
    ],
  },
  en: {
    title: "In the evaluation you wait outside, and three supporters each do one thing",
    room: "Evaluation",
    doubt: "“Will it stand the heat?”",
    you: "You, outside the door",
    people: [
      ["Speaks for us", "“They cut energy", "by 9 per cent.”"],
      ["Rescues us", "“I saw it with my crew.", "It still runs.”"],
      ["Holds rivals back", "“Who's liable? All", "answer in writing.”"],
    ],
  },
};

/** Where each person sits, and where their words stand. */
const SEATS = [
  { x: 66, y: 150, bubble: { x: 4, y: 206, w: 132 }, tail: "M58 206 L66 197 L74 206" },
  { x: 180, y: 92, bubble: { x: 100, y: 6, w: 160 }, tail: "M172 56 L180 66 L188 56" },
  { x: 294, y: 150, bubble: { x: 224, y: 206, w: 132 }, tail: "M286 206 L294 197 L302 206" },
];

export default function ThreeSupporters({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 310" role="img" fontSize="13">
      <title>{t.title}</title>
      <ellipse cx="180" cy="156" rx="80" ry="34" className="fill-paper-deep stroke-ink-soft" strokeWidth="1.3" />
      <text x="180" y="151" textAnchor="middle" fontSize="12" className="fill-ink-soft">
        {t.room}
      </text>
      <text x="180" y="170" textAnchor="middle" fontSize="12" className="fill-ink">
        {t.doubt}
      </text>
      {SEATS.map((seat, at) => {
        const words = t.people[at] ?? [];
        return (
          <g key={words[0]}>
            <circle cx={seat.x} cy={seat.y - 8} r="9" className="fill-pine" />
            <path d={`M${seat.x - 15} ${seat.y + 18} a15 15 0 0 1 30 0 Z`} className="fill-pine" />
            <rect x={seat.bubble.x} y={seat.bubble.y} width={seat.bubble.w} height="50" rx="8" className="fill-pine-soft stroke-pine" strokeWidth="1.1" />
            <path d={seat.tail} className="fill-pine-soft stroke-pine" strokeWidth="1.1" />
            <text x={seat.bubble.x + seat.bubble.w / 2} y={seat.bubble.y + 21} textAnchor="middle" fontSize="12" className="fill-ink">
              {words[1]}
            </text>
            <text x={seat.bubble.x + seat.bubble.w / 2} y={seat.bubble.y + 39} textAnchor="middle" fontSize="12" className="fill-ink">
              {words[2]}
            </text>
          </g>
        );
      })}
      <text x="66" y="191" textAnchor="middle" fontWeight="700" className="fill-pine">
        {t.people[0]?.[0]}
      </text>
      <text x="202" y="90" fontWeight="700" className="fill-pine">
        {t.people[1]?.[0]}
      </text>
      <text x="296" y="191" textAnchor="middle" fontWeight="700" className="fill-pine">
        {t.people[2]?.[0]}
      </text>
      <path d="M16 272 H152 M208 272 H344" className="stroke-ink" strokeWidth="1.6" />
      <path d="M152 272 L166 262" className="stroke-ink" strokeWidth="1.6" />
      <circle cx="180" cy="278" r="6" className="fill-ink-soft" />
      <text x="180" y="302" textAnchor="middle" fontSize="12" className="fill-ink-soft">
        {t.you}
      </text>
    </svg>
  );
}
