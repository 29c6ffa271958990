import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { ageingSums, type Bucket, bucketOf, openInvoices, type OpenInvoice } from "./ageing";
import { fullMoney, shortDay, shortMoney } from "./format";
import { Gap, Hatched } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LEFT = 92;
const FULL = 152;
const TOP = 6;
const BAR = 26;
const LETTER = 36;
const MOST_LETTERS = 6;

/** The older, the denser the hatching. */
const GAP: Record<Bucket, number | null> = { not_due: null, due_30: 10, due_60: 7, due_90: 5, due_over: 3.5 };

function Letter({ invoice, y, letter, day, money }: { invoice: OpenInvoice; y: number; letter: string; day: string; money: string }): ReactElement {
  const missing = (invoice.overdue ?? 0) > 0 && (invoice.letter === "" || invoice.letterOn === "");
  return (
    <g>
      {missing ? <Gap x={14} y={y + 12} /> : <path d={`M5 ${y + 6} h18 v13 h-18 Z l9 7 l9 -7`} fill="none" className="stroke-pine" strokeWidth="1.4" />}
      <SvgLines x={32} y={y + 12} text={[day, letter].filter(Boolean).join(" ")} width={230} size={12} weight={600} className={missing ? "fill-signal" : "fill-ink"} />
      <SvgLines x={32} y={y + 27} text={[invoice.customer, invoice.invoice].filter(Boolean).join(" ")} width={240} size={11} className="fill-ink-soft" />
      <text x="356" y={y + 12} textAnchor="end" fontSize="12" className="fill-ink">
        {money}
      </text>
      <SvgLines x={356} y={y + 27} text={invoice.owner} width={80} size={11} anchor="end" className="fill-ink-soft" />
    </g>
  );
}

/** Money by age, older bars hatched more densely, and the next letters in the order in which they are due. */
export function AgeingBars({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const sums = ageingSums(content, evaluation);
  const most = Math.max(...sums.map((sum) => sum.amount), 1);
  const open = openInvoices(content, evaluation);
  const waiting = open.filter((invoice) => (invoice.overdue ?? 0) > 0 || invoice.letter !== "");
  const letters = waiting.slice(0, MOST_LETTERS);
  const bars = TOP + sums.length * BAR + 12;
  const overdue = sums.slice(1).reduce((sum, one) => sum + one.amount, 0);
  const missing = waiting.filter((invoice) => (invoice.overdue ?? 0) > 0 && (invoice.letter === "" || invoice.letterOn === "")).length;
  const label = (bucket: Bucket): string => t(`ageingBars.bucket.${bucket}`);
  const undated = open.filter((invoice) => invoice.overdue === null || invoice.open === null).length;
  const notes = open.length === 0 ? [t("ageingBars.empty")] : [...(undated > 0 ? [t("ageingBars.undated", { count: undated })] : []), ...(undated === open.length ? [] : [overdue > 0 ? t("ageingBars.overdue", { money: fullMoney(overdue, locale, currency) }) : t("ageingBars.none")]), ...(missing > 0 ? [t("ageingBars.noLetter", { count: missing })] : [])];
  return (
    <PictureFrame
      title={t("ageingBars.title")}
      height={bars + 18 + Math.max(letters.length, 1) * LETTER + (waiting.length > MOST_LETTERS ? 18 : 0)}
      notes={notes}
      table={{
        head: [labelOf(definition, "invoices", "bucket", locale), t("ageingBars.what"), labelOf(definition, "invoices", "open_amount", locale), labelOf(definition, "invoices", "next_letter", locale), labelOf(definition, "invoices", "letter_on", locale)],
        rows: [
          ...sums.map((sum) => [label(sum.bucket), t("ageingBars.sum", { count: sum.invoices }), fullMoney(sum.amount, locale, currency), "", ""]),
          ...open.map((invoice) => [
            invoice.overdue === null ? "" : label(bucketOf(invoice.overdue)),
            [invoice.customer, invoice.invoice].filter(Boolean).join(" "),
            invoice.open === null ? "" : fullMoney(invoice.open, locale, currency),
            optionLabel(definition, "invoices", "next_letter", invoice.letter, locale),
            invoice.letterOn,
          ]),
        ],
        numbers: [2],
      }}
    >
      {sums.map((sum, at) => {
        const y = TOP + at * BAR;
        const width = (sum.amount / most) * FULL;
        const gap = GAP[sum.bucket];
        return (
          <g key={sum.bucket}>
            <text x={LEFT - 8} y={y + 15} textAnchor="end" fontSize="12" className="fill-ink-soft">
              {label(sum.bucket)}
            </text>
            {gap === null ? <rect x={LEFT} y={y + 2} width={width} height="18" className="fill-pine" /> : <Hatched x={LEFT} y={y + 2} width={width} height={18} gap={gap} className={sum.bucket === "due_over" ? "fill-signal-soft" : "fill-paper-deep"} stroke={sum.bucket === "due_over" ? "stroke-signal" : "stroke-ink-soft"} />}
            <text x={LEFT + width + 7} y={y + 15} fontSize="11.5" className={sum.amount > 0 ? "fill-ink" : "fill-ink-faint"}>
              {sum.amount > 0 ? t("ageingBars.bar", { money: shortMoney(sum.amount, locale, currency), count: sum.invoices }) : "0"}
            </text>
          </g>
        );
      })}
      <line x1={LEFT} x2={LEFT} y1={TOP} y2={bars - 12} className="stroke-ink-soft" strokeWidth="1.2" />
      <SvgLines x={4} y={bars + 8} text={t("ageingBars.letters")} width={300} size={12} weight={700} className="fill-pine" />
      {letters.map((invoice, at) => (
        <Letter
          key={invoice.row.id}
          invoice={invoice}
          y={bars + 18 + at * LETTER}
          letter={invoice.letter === "" ? t("ageingBars.noNext") : optionLabel(definition, "invoices", "next_letter", invoice.letter, locale)}
          day={invoice.letterOn ? shortDay(invoice.letterOn, locale) : invoice.letter ? t("ageingBars.noDay") : ""}
          money={invoice.open === null ? "?" : shortMoney(invoice.open, locale, currency)}
        />
      ))}
      {letters.length === 0 && <SvgLines x={4} y={bars + 32} text={t("ageingBars.noLetters")} width={340} size={12} className="fill-ink-soft" />}
      {waiting.length > MOST_LETTERS && <SvgLines x={32} y={bars + 18 + letters.length * LETTER + 12} text={t("ageingBars.more", { count: waiting.length - MOST_LETTERS })} width={300} size={11.5} className="fill-ink-soft" />}
    </PictureFrame>
  );
}
