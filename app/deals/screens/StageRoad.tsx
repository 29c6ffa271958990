import clsx from "clsx";
import Check from "lucide-react/icons/check";
import Flag from "lucide-react/icons/flag";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, type FormFailure } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import type { StageSpan } from "../deal";
import { daysFrom, isOpen, OPEN_STAGES, type Stage } from "../stage";
import { AgeBadge } from "./AgeBadge";
import { CloseDeal, CorrectMove, MoveStage } from "./StageForms";
import { dayText } from "./texts";

/** The stages as a road with dates: where the deal has been, where it is and how long against the deadline, and the way on. */
export function StageRoad({ page, today, locale, failureOf }: { page: DealPage; today: string; locale: Locale; failureOf: (form: string) => FormFailure | null }) {
  const { t } = useTranslation("deals");
  const { deal, history, limits, right } = page;
  const at = isOpen(deal.stage) ? OPEN_STAGES.indexOf(deal.stage) : OPEN_STAGES.length;
  const latest = (stage: Stage) => history.filter((span) => span.stage === stage).at(-1);
  const outcome = isOpen(deal.stage) ? undefined : history.at(-1);
  return (
    <Card id="stages" title={t("stages.title")} aside={<AgeBadge age={deal.age} limit={deal.limit} late={deal.late} />}>
      <ol className="grid gap-0 sm:grid-cols-5 sm:gap-2">
        {OPEN_STAGES.map((stage, index) => {
          const span = latest(stage);
          const here = index === at;
          const passed = index < at && span !== undefined;
          return (
            <li key={stage} aria-current={here ? "step" : undefined} className={clsx("flex gap-3 border-s-3 py-2 ps-3 sm:block sm:border-s-0 sm:border-t-3 sm:ps-0 sm:pt-3", passed || here ? "border-pine" : "border-line")}>
              <span className={clsx("grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular", passed ? "border-pine bg-pine text-on-pine" : here ? "border-pine text-pine" : "border-line-strong text-ink-soft")}>
                {passed ? <Check aria-hidden className="size-3.5" /> : index + 1}
              </span>
              <span className="min-w-0 sm:mt-1.5 sm:block">
                <span className={clsx("block text-sm leading-snug", here && "font-semibold")}>{t(`stage.${stage}`)}</span>
                <span className="block text-xs text-ink-soft tabular">{span ? stayText(span, today, t, locale) : t("stages.limit", { count: limits[stage] })}</span>
              </span>
            </li>
          );
        })}
      </ol>
      {outcome && (
        <p className="mt-4 flex items-start gap-2">
          <Flag aria-hidden className={clsx("mt-1 size-4.5 shrink-0", outcome.stage === "won" ? "text-ok" : "text-ink-soft")} />
          <span>
            {t(outcome.stage === "won" ? "stages.wonOn" : "stages.lostOn", { day: dayText(outcome.enteredOn, locale) })}
            {outcome.outcome && ` · ${t(`outcome.${outcome.outcome}`)}`}
            {outcome.reason && <span className="block text-ink-soft">{outcome.reason}</span>}
          </span>
        </p>
      )}
      {right === "work" && (
        <div className="mt-4 grid gap-1 border-t border-line pt-3">
          <MoveStage deal={deal} today={today} failure={failureOf("move")} />
          {isOpen(deal.stage) && (
            <>
              <CloseDeal outcome="won" deal={deal} today={today} failure={failureOf("close-won")} />
              <CloseDeal outcome="lost" deal={deal} today={today} failure={failureOf("close-lost")} />
            </>
          )}
          <CorrectMove history={history} today={today} locale={locale} failure={failureOf("correct")} />
        </div>
      )}
    </Card>
  );
}

function stayText(span: StageSpan, today: string, t: ReturnType<typeof useTranslation<"deals">>["t"], locale: Locale): string {
  const days = daysFrom(span.enteredOn, span.leftOn ?? today);
  return t(span.leftOn === null ? "stages.since" : "stages.stayed", { day: dayText(span.enteredOn, locale), count: days });
}
