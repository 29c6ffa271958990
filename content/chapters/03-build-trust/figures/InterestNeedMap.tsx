import type { ReactElement } from "react";

const TEXT = {
  zh: {
    title: "兴趣和需求各问一句，分出局外人、朋友、供应商和合作伙伴",
    interest: "兴趣满足",
    need: "需求满足",
    friend: ["朋友", "聊得来，没有事可做", "人一调走就断", "去找痛点"],
    partner: ["合作伙伴", "事办得好，人信得过", "能长久", ""],
    outsider: ["局外人", "在门外转", "还没有开始", ""],
    supplier: ["供应商", "事办得好，人不熟", "有更便宜的就断", "去认识人"],
  },
  en: {
    title: "Two questions, interest and need, tell outsiders, friends, suppliers and partners apart",
    interest: "Interest met",
    need: "Need met",
    friend: ["Friend", "You get on, no business", "Ends when he moves", "find a pain"],
    partner: ["Partner", "Good work and trust", "Lasts", ""],
    outsider: ["Outsider", "Outside the door", "Not begun yet", ""],
    supplier: ["Supplier", "Good work, no ties", "Ends over price", "know people"],
  },
};

type Cell = readonly string[];

function Box({ x, y, cell, strong = false }: { x: number; y: number; cell: Cell; strong?: boolean }): ReactElement {
  return (
    <g>
      <rect x={x} y={y} width="158" height="118" rx="8" className={strong ? "fill-pine stroke-pine" : "fill-paper stroke-line-strong"} strokeWidth="1.2" />
      <text x={x + 12} y={y + 28} fontSize="15" fontWeight="700" className={strong ? "fill-on-pine" : "fill-ink"}>
        {cell[0]}
      </text>
      <text x={x + 12} y={y + 52} fontSize="12" className={strong ? "fill-on-pine" : "fill-ink"}>
        {cell[1]}
      </text>
      <text x={x + 12} y={y + 72} fontSize="12" className={strong ? "fill-on-pine" : "fill-ink-soft"}>
        {cell[2]}
      </text>
    </g>
  );
}

export default function InterestNeedMap({ lang }: { lang: "zh" | "en" }): ReactElement {
  const t = TEXT[lang];
  return (
    <svg viewBox="0 0 360 290" role="img" fontSize="13">
      <title>{t.title}</title>
      <Box x={32} y={8} cell={t.friend} />
      <Box x={198} y={8} cell={t.partner} strong />
      <Box x={32} y={134} cell={t.outsider} />
      <Box x={198} y={134} cell={t.supplier} />
      <text x="44" y="110" fontSize="12" fontWeight="600" className="fill-pine">
        {t.friend[3]}
      </text>
      <path d="M132 106 H198" className="stroke-pine" strokeWidth="2" />
      <path d="M212 106 l-12 -6 v12 Z" className="fill-on-pine" />
      <text x="210" y="238" fontSize="12" fontWeight="600" className="fill-pine">
        {t.supplier[3]}
      </text>
      <path d="M336 240 V126" className="stroke-pine" strokeWidth="2" />
      <path d="M336 108 l-6 12 h12 Z" className="fill-on-pine" />
      <path d="M20 252 V14 M16 20 L20 12 L24 20 M32 264 H354 M346 260 L354 264 L346 268" fill="none" className="stroke-ink-soft" strokeWidth="1.3" />
      <text x="0" y="0" transform="translate(13 130) rotate(-90)" textAnchor="middle" fontSize="12" className="fill-ink-soft">
        {t.interest}
      </text>
      <text x="194" y="282" textAnchor="middle" fontSize="12" className="fill-ink-soft">
        {t.need}
      </text>
    </svg>
  );
}
