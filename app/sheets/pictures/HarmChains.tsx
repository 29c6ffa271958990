import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { shortMoney } from "./format";
import { type HarmChain, harmChains, isWhole, type Link } from "./harm-chain";
import { Gap, Tick } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const WIDTH = 104;
const COLUMNS = [4, 128, 252] as const;
const TOP = 26;
const BOX = 68;
const ROW = BOX + 32;

/** One of the three boxes; without text a gap to be filled. */
function Box({ x, y, text, link, strong = false, empty, calm }: { x: number; y: number; text: string; link: Link; strong?: boolean; empty: string; calm: boolean }): ReactElement {
  const missing = text === "";
  return (
    <g>
      <rect x={x} y={y} width={WIDTH} height={BOX} rx="6" className={missing ? (calm ? "fill-none stroke-line-strong" : "fill-none stroke-signal") : strong ? "fill-pine-soft stroke-pine" : "fill-paper-deep stroke-line-strong"} strokeWidth="1.2" strokeDasharray={missing ? "4 3" : link === "weak" ? "2 2" : undefined} />
      {missing ? (
        <SvgLines x={x + WIDTH / 2} y={y + BOX / 2 + 4} text={empty} width={WIDTH - 8} size={11} anchor="middle" weight={600} className={calm ? "fill-ink-faint" : "fill-signal"} />
      ) : (
        <SvgLines x={x + 7} y={y + 17} text={text} width={WIDTH - 13} size={11.5} maxLines={4} leading={15} className="fill-ink" />
      )}
    </g>
  );
}

/** The arrow to the next box; broken where the link does not hold. */
function Arrow({ x, y, link, calm }: { x: number; y: number; link: Link; calm: boolean }): ReactElement {
  if (link !== "holds") return <Gap x={x + 10} y={y} calm={calm} />;
  return <path d={`M${x + 3} ${y} h13 m-5 -4 l5 4 l-5 4`} fill="none" className="stroke-pine" strokeWidth="1.8" />;
}

function Chain({ chain, y, foot, labels, calm }: { chain: HarmChain; y: number; foot: string; labels: readonly string[]; calm: boolean }): ReactElement {
  const middle = y + BOX / 2;
  return (
    <g>
      <Box x={COLUMNS[0]} y={y} text={chain.flaw} link="holds" empty={labels[0] ?? ""} calm={calm} />
      <Arrow x={COLUMNS[0] + WIDTH} y={middle} link={chain.links.harm} calm={calm} />
      <Box x={COLUMNS[1]} y={y} text={chain.harm} link={chain.links.harm} strong empty={labels[1] ?? ""} calm={calm} />
      <Arrow x={COLUMNS[1] + WIDTH} y={middle} link={chain.links.evidence} calm={calm} />
      <Box x={COLUMNS[2]} y={y} text={chain.evidence} link={chain.links.evidence} empty={labels[2] ?? ""} calm={calm} />
      {isWhole(chain) ? <Tick x={12} y={y + BOX + 14} /> : <Gap x={12} y={y + BOX + 14} r={7} calm={calm} />}
      <SvgLines x={26} y={y + BOX + 18} text={foot} width={328} size={11.5} className="fill-ink-soft" />
    </g>
  );
}

/** Each flaw with the harm and the evidence, and where the chain is broken. No vendor is named: it may stand on a wall. */
export function HarmChains({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const chains = harmChains(content, evaluation);
  const heads = [labelOf(definition, "flaws", "flaw", locale), t("harmChains.harm"), labelOf(definition, "flaws", "evidence", locale)];
  const broken = chains.filter((chain) => !isWhole(chain)).length;
  const cost = (chain: HarmChain): string => (chain.cost === null ? "" : shortMoney(chain.cost, locale, currency));
  const foot = (chain: HarmChain): string => [chain.cost === null ? t("harmChains.noSize") : t("harmChains.size", { money: cost(chain) }), chain.bearer, chain.sayable ? "" : t("harmChains.notSayable")].filter(Boolean).join(" · ");
  const shown = chains.length > 0 ? chains : [{ id: "none", flaw: "", harm: "", evidence: "", links: { harm: "missing", evidence: "missing" }, cost: null, bearer: "", sayable: false } satisfies HarmChain];
  const state = (link: Link): string => t(`harmChains.link.${link}`);
  return (
    <PictureFrame
      title={t("harmChains.title")}
      height={TOP + shown.length * ROW}
      notes={[chains.length === 0 ? t("harmChains.empty") : broken > 0 ? t("harmChains.broken", { count: broken }) : t("harmChains.whole")]}
      table={{
        head: [...heads, t("harmChains.linkHarm"), t("harmChains.linkEvidence"), t("harmChains.loss")],
        rows: chains.map((chain) => [chain.flaw, chain.harm, chain.evidence, state(chain.links.harm), state(chain.links.evidence), cost(chain)]),
        numbers: [5],
      }}
    >
      {heads.map((head, at) => (
        <SvgLines key={head} x={(COLUMNS[at] ?? 0) + WIDTH / 2} y={16} text={head} width={WIDTH + 12} size={12} anchor="middle" weight={600} className="fill-ink-soft" />
      ))}
      {shown.map((chain, at) => (
        <Chain key={chain.id} calm={chains.length === 0} chain={chain} y={TOP + at * ROW} foot={chains.length === 0 ? t("harmChains.noSize") : foot(chain)} labels={(["flaw", "harm", "evidence"] as const).map((part) => t(`harmChains.gap.${part}`))} />
      ))}
    </PictureFrame>
  );
}
