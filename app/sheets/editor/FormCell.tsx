import clsx from "clsx";
import MessageSquare from "lucide-react/icons/message-square";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { CellAddress, CellValue } from "../content";
import type { CellDefinition } from "../definition";
import { CellNotes } from "./CellNotes";
import { CellShow } from "./CellShow";
import { useDesk } from "./desk";
import { FormControl } from "./FormControl";
import { HOLDS } from "./form-names";
import { PeerRing } from "./PeerRing";

export interface FormCellProps {
  cell: CellDefinition;
  address: CellAddress;
  value: CellValue | undefined;
  /** Ratings and short choices in one line: in checklists and beside one another. */
  inline?: boolean;
  hideLabel?: boolean;
  className?: string;
}

/** A cell as a field of a form: label, hint, control, and what there is to say about it. Works before scripts, as part of a plain form. */
export function FormCell({ cell, address, value, inline = false, hideLabel = false, className }: FormCellProps) {
  const { t } = useTranslation("sheets");
  const { io, marks, screen, evaluation, acts, fillable } = useDesk();
  const id = useId();
  const found = marks.at(address);
  const computed = cell.formula !== undefined;
  const grouped = cell.type === "choice" || cell.type === "choices" || cell.type === "rating";
  const noted = found.problem || found.unread !== undefined || found.findings.length > 0;
  const describedBy = clsx(cell.hint && `${id}-hint`, noted && `${id}-notes`) || undefined;
  const Label = grouped || computed || !fillable ? "span" : "label";
  return (
    <div data-cell={address} className={clsx("sheet-field relative min-w-0 scroll-mt-24", className)}>
      <div data-part="label" className="flex items-start justify-between gap-2">
        <Label {...(Label === "label" ? { htmlFor: id } : { id: `${id}-label` })} className={clsx("block text-sm font-semibold text-ink", hideLabel && "sr-only")}>
          {pick(cell.label, io.locale)}
          {cell.required && fillable && <RequiredMark missing={found.missing} />}
        </Label>
        {found.comments > 0 && (
          <button type="button" onClick={() => acts.openPanel("comments", address)} className="tap -mt-2.5 -me-2 -mb-1 inline-flex items-center justify-center gap-1 text-sm font-semibold text-pine">
            <MessageSquare role="img" aria-label={t("cell.comments", { count: found.comments })} className="size-4 fill-pine-soft" />
            {found.comments}
          </button>
        )}
      </div>
      {cell.hint && (
        <p data-part="hint" id={`${id}-hint`} className={clsx("mt-0.5 text-sm leading-snug text-ink-soft", hideLabel && "sr-only")}>
          {pick(cell.hint, io.locale)}
        </p>
      )}
      <div data-part="control" className={clsx("relative", !hideLabel && "mt-1.5")}>
        {computed || !fillable ? (
          <div aria-labelledby={`${id}-label`} className={clsx("min-h-11 rounded-md border border-line px-3 py-2", computed ? "sheet-computed" : "bg-paper")}>
            <CellShow cell={cell} value={value} computed={evaluation.computed[address]} io={io} empty={t("cell.empty")} />
          </div>
        ) : (
          <>
            <input type="hidden" name={HOLDS} value={address} />
            <FormControl id={id} cell={cell} address={address} value={value} inline={inline} describedBy={describedBy} invalid={found.problem !== undefined || found.unread !== undefined} />
          </>
        )}
        <PeerRing peers={found.peers.filter(({ personId }) => personId !== screen.me.id)} />
      </div>
      {noted && (
        <div data-part="notes" id={`${id}-notes`}>
          <CellNotes marks={found} locale={io.locale} />
        </div>
      )}
    </div>
  );
}

function RequiredMark({ missing }: { missing: boolean }) {
  const { t } = useTranslation("sheets");
  return missing ? <span className="ms-1.5 font-normal text-ink-faint">{t("cell.required")}</span> : null;
}
