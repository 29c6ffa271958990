import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { isDone, type Step, type StepState, type WaitsFor } from "~/pipeline";
import { RoadGrid } from "~/ui";
import { evidencePath, learnerPath } from "./paths";
import { personName } from "./person-name";

export interface CohortGridProps {
  caption: string;
  cohortId: string;
  chapters: readonly { slug: string; title: string; steps: readonly Step[] }[];
  rows: readonly { enrolmentId: string; name: string; nameLatin: string | null; cells: readonly (Cell | null)[] }[];
  locale: Locale;
  timeZone: string;
}

interface Cell {
  state: StepState;
  waitingFor: WaitsFor | null;
  dueAt: Date | null;
  late: boolean;
}

/** Learner × step: each cell says in words where it stands and leads to its evidence. */
export function CohortGrid({ caption, cohortId, chapters, rows, locale, timeZone }: CohortGridProps) {
  const { t } = useTranslation("cohorts");
  const columns = chapters.flatMap((chapter) => chapter.steps.map((step) => ({ chapter: chapter.slug, step })));
  const words = ({ state, waitingFor, dueAt, late }: Cell): string =>
    [
      t(`ui:state.${state}`),
      !isDone(state) && waitingFor && waitingFor !== "previous-step" && t("grid.waitsFor", { who: t(`road:party.${waitingFor}`) }),
      dueAt && t(late ? "grid.overdue" : "grid.due", { day: formatDate(dueAt, { locale, timeZone, style: "short-date" }) }),
    ]
      .filter(Boolean)
      .join(locale === "zh" ? "，" : ", ");
  return (
    <RoadGrid
      caption={caption}
      groups={chapters.map((chapter) => ({ key: chapter.slug, title: chapter.title, steps: chapter.steps.map((step) => ({ key: step, title: t(`road:step.${step}`), short: t(`road:short.${step}`) })) }))}
      rows={rows.map((row) => ({
        key: row.enrolmentId,
        name: personName(row, locale),
        href: learnerPath(cohortId, row.enrolmentId),
        cells: row.cells.map((cell, at) => {
          const column = columns[at];
          return cell && column ? { state: cell.state, late: cell.late, text: words(cell), href: evidencePath(cohortId, row.enrolmentId, column.chapter, column.step) } : null;
        }),
      }))}
    />
  );
}
