import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stepPath } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card } from "~/ui";
import type { CompetencyView } from "./capability-page.view.server";
import { GapText } from "./GapText";
import { IntervalBar } from "./IntervalBar";
import { figurePath } from "./paths";

const TONES = { "ready": "ok", "unsure": "neutral", "not-ready": "danger", "insufficient": "neutral" } as const;

/** One competency: the figure, who sees it differently, and what would bring the next evidence. */
export function CompetencyCard({ one, personId, self, locale, timeZone }: { one: CompetencyView; personId: string; self: boolean; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("capability");
  const name = t(`quiz:competency.${one.competency}`);
  return (
    <Card
      as="li"
      level={3}
      title={
        <Link to={figurePath(personId, one.competency)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
          {name}
        </Link>
      }
      aside={<Badge tone={TONES[one.standing]}>{t(`standing.${one.standing}`)}</Badge>}
    >
      <IntervalBar estimate={one.estimate} />
      {one.gaps.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm">
          {one.gaps.slice(0, 2).map((gap) => (
            <li key={`${gap.higher} ${gap.lower}`}>
              <GapText gap={gap} />
            </li>
          ))}
        </ul>
      )}
      {one.newestAt && <p className="mt-2 text-sm text-ink-soft tabular">{t("figure.newest", { at: formatDate(one.newestAt, { locale, timeZone, style: "date" }) })}</p>}
      {self && one.standing !== "ready" && (
        <div className="mt-3 border-t border-line pt-2 text-sm">
          <p className="text-ink-soft">{t("next.title")}</p>
          {one.next.length === 0 && <p>{t("next.nothing")}</p>}
          <ul>
            {one.next.map((next) => (
              <li key={`${next.enrolmentId} ${next.chapterSlug} ${next.step}`} className="flex flex-wrap items-center gap-x-2">
                <Link to={stepPath(next.enrolmentId, next.chapterSlug, next.step)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                  {t("next.item", { number: next.chapterNumber, step: t(`road:step.${next.step}`) })}
                </Link>
                <span className="text-ink-soft tabular">{t("next.worth", { worth: next.worth })}</span>
                {!next.open && <span className="text-ink-soft">{t("next.later")}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
