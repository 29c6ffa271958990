import { useTranslation } from "react-i18next";
import { roadPath } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { short } from "~/marking";
import { ButtonLink, Card, Meter } from "~/ui";
import { quizPath } from "../paths";
import type { ResultScreen } from "../result-screen.view.server";
import { useWaitText } from "../wait-text";

/** The score against the pass mark, and what it means: passed and what comes next, tries left, or whom one waits for. */
export function ResultHead({ result, locale, timeZone }: { result: ResultScreen; locale: Locale; timeZone: string }) {
  const { t } = useTranslation(["quiz", "road"]);
  const wait = useWaitText(locale, timeZone);
  const { percent, points, markedMax, pending, passed } = result.result;
  const pass = Math.round(result.passMark * 100);
  const left = Math.max(0, result.attemptsAllowed - result.attemptsUsed);
  const waits = result.waiting !== null && result.waiting.waitsFor !== "learner" ? wait(result.waiting) : null;
  const road = roadPath(result.enrolmentId, result.chapterSlug);
  return (
    <Card>
      {passed === null ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <strong className="text-xl">{t("result.pendingTitle")}</strong>
            <span className="tabular">{t("result.marked", { points: short(points), max: short(markedMax) })}</span>
          </p>
          <p className="mb-3 text-sm text-ink-soft tabular">{t("result.passMark", { percent: pass })}</p>
        </>
      ) : (
        <>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <span className="text-3xl font-semibold tabular">{percent}%</span>
            <strong className={passed ? "text-ok" : "text-danger"}>{t(passed ? "result.passedTitle" : "result.failedTitle")}</strong>
          </p>
          <div className="mt-2 mb-4">
            <Meter label={t("result.score")} hideLabel value={percent} target={pass} />
            <p className="mt-1 text-sm text-ink-soft tabular">{t("result.passMark", { percent: pass })}</p>
          </div>
        </>
      )}
      {pending > 0 && <p>{t("result.pending", { count: pending })}</p>}
      {waits !== null && !passed && (
        <p>
          {waits.text} <span className="text-ink-soft tabular">{waits.by}</span>
        </p>
      )}
      {passed === false && <p className="tabular">{left > 0 ? t("result.left", { count: left }) : t("result.noneLeft")}</p>}
      {passed && <NextStep result={result} wait={wait} />}
      <div className="mt-4 flex flex-wrap gap-3">
        {passed === false && left > 0 && (
          <ButtonLink to={quizPath(result.enrolmentId, result.chapterSlug)} variant="primary">
            {t("intro.startAgain")}
          </ButtonLink>
        )}
        <ButtonLink to={road} variant={passed ? "primary" : "secondary"}>
          {t("result.toRoad")}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** The road after a pass: the gate is open, and this is behind it. */
function NextStep({ result, wait }: { result: ResultScreen; wait: ReturnType<typeof useWaitText> }) {
  const { t } = useTranslation(["quiz", "road"]);
  const { next } = result;
  switch (next.kind) {
    case "act":
      return <p>{t("result.nextAct", { step: t(`road:step.${next.step}`) })}</p>;
    case "blocked": {
      const { text, by } = wait(next.blocker);
      return (
        <p>
          {t("result.nextWait", { step: t(`road:step.${next.step}`) })} {text} <span className="text-ink-soft tabular">{by}</span>
        </p>
      );
    }
    default:
      return <p>{t("result.nextNone")}</p>;
  }
}
