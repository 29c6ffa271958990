import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card, CONTROL, useHydrated } from "~/ui";
import type { RoomPage } from "./room-page.view.server";

export interface VerdictRefill {
  outcome: string;
  what: string;
  due: string;
  checker: string;
}

const OUTCOMES = ["pass", "conditional", "fail"] as const;

/** Pass, conditional pass or fail; of a condition what, by when, who looks at it. */
export function VerdictChoice({ checkers, refill, today }: { checkers: RoomPage["checkers"]; refill: VerdictRefill | null; today: string }) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const [outcome, setOutcome] = useState(refill?.outcome ?? "");
  const asks = outcome === "conditional" || !hydrated;
  return (
    <Card title={t("verdict.title")}>
      <fieldset className="grid gap-2">
        <legend className="sr-only">{t("verdict.title")}</legend>
        {OUTCOMES.map((one) => (
          <label key={one} className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft">
            <input type="radio" name="outcome" aria-label={t(`outcome.${one}`)} value={one} required checked={outcome === one} onChange={() => setOutcome(one)} className="mt-0.5 size-5 shrink-0" />
            <span>
              <span className="font-semibold">{t(`outcome.${one}`)}</span>
              <span className="block text-sm text-ink-soft">{t(`outcomeHint.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {asks && (
        <div className="mt-4 grid gap-4">
          <label className="grid gap-1">
            <span className="text-sm font-semibold">{t("condition.what")}</span>
            <textarea name="what" rows={2} maxLength={1000} defaultValue={refill?.what} required={outcome === "conditional"} className={CONTROL} />
          </label>
          <div className="grid gap-4 sm:grid-cols-2">
            <label className="grid content-start gap-1">
              <span className="text-sm font-semibold">{t("condition.due")}</span>
              <input type="date" name="due" min={today} defaultValue={refill?.due} required={outcome === "conditional"} className={CONTROL} />
            </label>
            <label className="grid content-start gap-1">
              <span className="text-sm font-semibold">{t("condition.checker")}</span>
              <select name="checker" defaultValue={refill?.checker} className={CONTROL}>
                {checkers.map(({ personId, name, as }) => (
                  <option key={personId} value={personId}>
                    {t("condition.checkerAs", { name, as: t(`checker.${as}`) })}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </div>
      )}
    </Card>
  );
}
