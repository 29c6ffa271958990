import { Link } from "@remix-run/react";
import TrendingDown from "lucide-react/icons/trending-down";
import TrendingUp from "lucide-react/icons/trending-up";
import { useTranslation } from "react-i18next";
import type { CompetencyLine } from "./first-screen.view.server";
import { PictureBox } from "./PictureBox";
import { peoplePath } from "./paths";
import { unknownOf } from "./ready";

/** The bars with their names on the left and numbers on the right; a line leads to the people behind it. */
export function ReadinessList({ lines, picture, team, since, live }: { lines: readonly CompetencyLine[]; picture: string; team: string | null; since: string | null; live: boolean }) {
  const { t } = useTranslation("dashboards");
  const sentence = ({ competency, counts }: CompetencyLine) => t("first.line", { competency: t(`competencies.${competency}`), ready: counts.ready, unknown: unknownOf(counts), notReady: counts.notReady, people: counts.people });
  return (
    <>
      <Legend />
      <div className="relative mt-2">
        {/* The bars are one picture, stretched over the list: beside the words, on a phone below them. */}
        <div className="absolute inset-x-0 top-3 -bottom-3 sm:inset-y-0 sm:start-44 sm:end-32 2xl:start-64 2xl:end-40">
          <PictureBox fill svg={picture} label={lines.map(sentence).join(t("stop"))} />
        </div>
        <ul>
          {lines.map((line) => {
            const { competency, counts, change } = line;
            const inside = (
              <>
                <span className="shrink-0 truncate font-semibold sm:w-42 2xl:w-62 2xl:text-lg">{t(`competencies.${competency}`)}</span>
                <span className="ms-auto flex shrink-0 items-center justify-end gap-1.5 text-end tabular sm:w-30 2xl:w-38">
                  {change && since && <ChangeMark difference={change.difference} since={since} />}
                  <span>
                    <span className="text-lg font-semibold 2xl:text-2xl">{counts.ready}</span>
                    <span className="text-ink-soft"> / {counts.people}</span>
                  </span>
                </span>
              </>
            );
            const look = "relative flex h-16 items-start rounded-sm sm:h-11 sm:items-center 2xl:h-14";
            return (
              <li key={competency}>
                {live ? (
                  <Link to={peoplePath(competency, { team })} aria-label={t("open", { what: sentence(line) })} className={`${look} hover:bg-pine-soft/40`}>
                    {inside}
                  </Link>
                ) : (
                  <span className={look}>{inside}</span>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

/** What colours and patterns of the bars mean. */
function Legend() {
  const { t } = useTranslation("dashboards");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {(
        [
          ["ready", "bg-pine"],
          ["unknown", "bg-paper-deep text-ink pattern-hatch border border-line-strong"],
          ["not-ready", "bg-danger text-on-danger pattern-dots"],
        ] as const
      ).map(([key, look]) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden className={`inline-block size-3.5 rounded-xs ${look}`} />
          {t(`standing.${key}`)}
        </li>
      ))}
    </ul>
  );
}

function ChangeMark({ difference, since }: { difference: number; since: string }) {
  const { t } = useTranslation("dashboards");
  const points = Math.round(Math.abs(difference) * 100);
  const words = t(difference > 0 ? "first.more" : "first.fewer", { points, since });
  const Icon = difference > 0 ? TrendingUp : TrendingDown;
  return (
    <span title={words} className={`flex items-center gap-0.5 text-sm ${difference > 0 ? "text-ok" : "text-danger"}`}>
      <Icon aria-hidden className="size-4" />
      <span aria-hidden>{points}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
