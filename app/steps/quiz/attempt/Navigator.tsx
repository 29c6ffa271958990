import clsx from "clsx";
import Flag from "lucide-react/icons/flag";
import { useTranslation } from "react-i18next";
import type { At, PlaceState } from "./paper-state";

/** A number per question: answered is filled, flagged has a flag, current a ring. Each is a button of the paper's form. */
export function Navigator({ places, at, form }: { places: readonly PlaceState[]; at: At; form: string }) {
  const { t } = useTranslation("quiz");
  return (
    <ol aria-label={t("paper.questions")} className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
      {places.map(({ position, answered, flagged, conflict }) => {
        const says = [t(answered ? "paper.answered" : "paper.unanswered"), flagged && t("paper.flagged"), conflict && t("paper.conflict")].filter(Boolean);
        return (
          <li key={position}>
            <button
              type="submit"
              form={form}
              name="go"
              value={position}
              aria-current={at === position ? "step" : undefined}
              aria-label={`${t("paper.number", { number: position })}${t("paper.comma")}${says.join(t("paper.comma"))}`}
              className={clsx(
                "relative grid h-11 w-full place-items-center rounded-md border font-semibold tabular",
                conflict ? "border-danger bg-danger-soft text-danger" : answered ? "border-pine bg-pine text-on-pine" : "border-dashed border-line-strong bg-surface text-ink hover:border-pine",
                at === position && "outline-2 outline-offset-2 outline-ink",
              )}
            >
              {position}
              {flagged && <Flag aria-hidden className="absolute -end-1 -top-1.5 size-4.5 fill-signal-soft stroke-signal" strokeWidth={2.25} />}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
