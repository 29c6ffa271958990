import clsx from "clsx";
import Check from "lucide-react/icons/check";
import Minus from "lucide-react/icons/minus";
import Sigma from "lucide-react/icons/sigma";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { CellValue } from "../content";
import type { CellDefinition } from "../definition";
import type { Computed } from "../evaluation";
import { type CellIo, shownText } from "./cell-io";
import { isNumeric, ratingValues } from "./looks";

export interface CellShowProps {
  cell: CellDefinition;
  value: CellValue | undefined;
  computed?: Computed;
  io: CellIo;
  /** In place of an empty cell. */
  empty?: string;
}

/** What stands in a cell, to be read: in the grid, on a card, on paper. */
export function CellShow({ cell, value, computed, io, empty = "" }: CellShowProps) {
  if (cell.formula !== undefined) return <ComputedShow cell={cell} computed={computed} io={io} />;
  if (value === undefined) return <span className="text-ink-faint">{empty}</span>;
  switch (cell.type) {
    case "choice":
    case "choices":
      return <Chosen cell={cell} ids={Array.isArray(value) ? value : [String(value)]} io={io} />;
    case "rating":
      return typeof value === "number" ? <Rating cell={cell} value={value} /> : <>{shownText(cell, value, io)}</>;
    case "check":
      return <Tick on={value === true} />;
    default:
      return <span className={clsx("break-words whitespace-pre-wrap", isNumeric(cell) && "tabular")}>{shownText(cell, value, io)}</span>;
  }
}

function ComputedShow({ cell, computed, io }: Pick<CellShowProps, "cell" | "computed" | "io">) {
  const { t } = useTranslation("sheets");
  if (computed && "flag" in computed) return <Tick on={computed.flag} />;
  return (
    <span className="inline-flex items-baseline gap-1.5 tabular">
      <Sigma role="img" aria-label={t("cell.computed")} className="size-3.5 shrink-0 self-center text-ink-faint" />
      <span className="font-semibold text-ink">{computed ? shownText(cell, computed, io) : "–"}</span>
    </span>
  );
}

/** Options by their names; what is no option (any more) is shown as it was typed. */
function Chosen({ cell, ids, io }: { cell: CellDefinition; ids: readonly string[]; io: CellIo }) {
  return (
    <span className="flex flex-wrap gap-1">
      {ids.map((id) => {
        const option = cell.options?.find((one) => one.id === id);
        return (
          <span key={id} className={clsx("rounded-sm px-1.5 leading-6", option ? "bg-paper-deep text-ink" : "text-ink underline decoration-danger decoration-wavy")}>
            {option ? pick(option.label, io.locale) : id}
          </span>
        );
      })}
    </span>
  );
}

/** The figure, and how it lies between the ends. Around zero the squares grow from the middle. */
function Rating({ cell, value }: { cell: CellDefinition; value: number }) {
  const values = ratingValues(cell);
  const around = (cell.min ?? 1) < 0;
  const filled = (one: number): boolean => (around ? (value < 0 ? one >= value && one < 0 : one > 0 && one <= value) : one <= value);
  return (
    <span className="inline-flex items-center gap-2">
      <span className="min-w-[1.5em] font-semibold tabular">{around && value > 0 ? `+${value}` : String(value).replace("-", "−")}</span>
      {values.length <= 7 && (
        <svg aria-hidden viewBox={`0 0 ${values.length * 9 - 2} 9`} className="h-2.5 w-auto">
          {values.map((one, at) =>
            around && one === 0 ? (
              <rect key={one} x={at * 9 + 2.5} y="0" width="2" height="9" className="fill-ink-faint" />
            ) : (
              <rect key={one} x={at * 9 + 0.5} y="1" width="6.5" height="7" rx="1.5" className={clsx(filled(one) ? (around && value < 0 ? "fill-mist stroke-mist" : "fill-pine stroke-pine") : "fill-none stroke-line-strong")} strokeWidth="1" />
            ),
          )}
        </svg>
      )}
    </span>
  );
}

export function Tick({ on }: { on: boolean }) {
  const { t } = useTranslation("sheets");
  const Icon = on ? Check : Minus;
  return (
    <span className={clsx("inline-grid size-5 place-items-center rounded-sm border align-middle", on ? "border-pine bg-pine text-on-pine" : "border-line-strong text-transparent")}>
      <Icon role="img" aria-label={on ? t("cell.yes") : t("cell.no")} className="size-4" />
    </span>
  );
}
