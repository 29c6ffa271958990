import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { evidencePath, groupsPath } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, ButtonLink, Card, DataList, EmptyState, Table, Tabs, type Tone } from "~/ui";
import type { ClassLearner, ClassPage } from "./class-page.view.server";
import type { HomeworkState } from "./homework";
import { classHomeworkPath, submissionPath } from "./paths";

export interface ClassScreenProps {
  page: ClassPage | null;
  cohortId: string;
  locale: Locale;
  timeZone: string;
}

const TONES: Record<HomeworkState | "new", Tone> = { "new": "neutral", "draft": "mist", "handed-in": "pine", "returned": "signal", "accepted": "ok" };

/** Homework of a chapter for who runs the cohort: study groups, versions, who reviews whom, how close reviewers come. */
export function ClassScreen({ page, cohortId, locale, timeZone }: ClassScreenProps) {
  const { t } = useTranslation("homework");
  if (page === null) return <EmptyState title={t("class.none")}>{t("class.noneText")}</EmptyState>;
  const { counts, gate } = page;
  return (
    <div className="grid gap-6">
      {page.chapters.length > 1 && <Tabs label={t("class.chapters")} tabs={page.chapters.map(({ slug, title }) => ({ to: classHomeworkPath(cohortId, slug), label: pick(title, locale) }))} />}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-xl">{pick(page.chapter.title, locale)}</h2>
        <ButtonLink to={groupsPath(cohortId, "study")}>{t("class.groups")}</ButtonLink>
      </div>
      <DataList
        columns
        items={[
          { term: t("class.handedIn"), value: t("class.of", { count: counts.handedIn, total: counts.learners }) },
          { term: t("class.accepted"), value: t("class.of", { count: counts.accepted, total: counts.learners }) },
          { term: t("class.rehearsals"), value: counts.rehearsals },
          { term: t("class.due"), value: gate.dueAt ? formatDate(gate.dueAt, { locale, timeZone, style: "short-date-time" }) : t("class.noDue") },
          { term: t("class.late"), value: t(gate.acceptLate ? "class.lateTaken" : "class.lateClosed") },
          { term: t("class.peerReviews"), value: gate.peerReviews },
        ]}
      />
      {page.groups.map((group) => (
        <Card key={group.id ?? "none"} look="flush" title={group.name ?? t("class.noGroup")} aside={<span className="text-sm text-ink-soft tabular">{t("class.people", { count: group.learners.length })}</span>}>
          <Learners learners={group.learners.filter(hasSomething)} name={group.name ?? t("class.noGroup")} page={page} cohortId={cohortId} locale={locale} timeZone={timeZone} />
          <NotBegun learners={group.learners.filter((learner) => !hasSomething(learner))} page={page} cohortId={cohortId} />
        </Card>
      ))}
      <p className="measure text-sm text-ink-soft">{t("class.qualityNote")}</p>
    </div>
  );
}

/** Whether there is anything to say of a learner beyond their name. */
function hasSomething({ state, submission, asked, rehearsals }: ClassLearner): boolean {
  return state !== "new" || submission !== null || asked > 0 || rehearsals > 0;
}

/** Learners of whom there is nothing yet: their names, not a row of dashes each. */
function NotBegun({ learners, page, cohortId }: { learners: readonly ClassLearner[]; page: ClassPage; cohortId: string }) {
  const { t } = useTranslation("homework");
  if (learners.length === 0) return null;
  return (
    <div className="border-t border-line px-4 py-3 text-sm first:border-t-0 sm:px-5">
      <p className="text-ink-soft tabular">{t("class.notBegun", { count: learners.length })}</p>
      <ul className="flex flex-wrap gap-x-5">
        {learners.map(({ name, enrolmentId }) => (
          <li key={enrolmentId}>
            <Link to={evidencePath(cohortId, enrolmentId, page.chapter.slug, "homework")} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Learners({ learners, name, page, cohortId, locale, timeZone }: { learners: readonly ClassLearner[]; name: string; page: ClassPage } & Omit<ClassScreenProps, "page">) {
  const { t } = useTranslation("homework");
  if (learners.length === 0) return null;
  return (
    <Table
      caption={name}
      cards
      rows={learners}
      rowKey={({ enrolmentId }) => enrolmentId}
      columns={[
        {
          key: "name",
          header: t("class.learner"),
          cell: ({ name: learner, enrolmentId }) => (
            <Link to={evidencePath(cohortId, enrolmentId, page.chapter.slug, "homework")} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
              {learner}
            </Link>
          ),
        },
        { key: "state", header: t("class.state"), cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge> },
        {
          key: "version",
          header: t("class.version"),
          cell: ({ submission }) =>
            submission ? (
              <span className="whitespace-nowrap tabular">
                <Link to={submissionPath(cohortId, submission.id)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                  {t("version.title", { number: submission.number })}
                </Link>{" "}
                {formatDate(submission.submittedAt, { locale, timeZone, style: "short-date" })} {submission.late && <Badge tone="danger">{t("version.late")}</Badge>}
              </span>
            ) : (
              "–"
            ),
        },
        {
          key: "reviewers",
          header: t("class.reviewers"),
          cell: ({ reviewers }) =>
            reviewers.length === 0 ? (
              "–"
            ) : (
              <ul className="grid gap-1">
                {reviewers.map(({ reviewer, state }) => (
                  <li key={reviewer} className="flex items-center gap-2 whitespace-nowrap">
                    {reviewer} <Badge tone={state === "done" ? "ok" : state === "over" ? "danger" : "neutral"}>{t(`reviewState.${state}`)}</Badge>
                  </li>
                ))}
              </ul>
            ),
        },
        { key: "given", header: t("class.given"), align: "end", cell: ({ asked, answered }) => (asked === 0 ? "–" : `${answered} / ${asked}`) },
        { key: "quality", header: t("class.quality"), align: "end", cell: ({ quality }) => (quality ? t("class.qualityValue", { percent: Math.round(quality.closeness * 100), count: quality.n }) : "–") },
        { key: "rehearsals", header: t("class.rehearsals"), align: "end", cell: ({ rehearsals }) => rehearsals },
      ]}
    />
  );
}
