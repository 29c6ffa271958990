import { useTranslation } from "react-i18next";
import { COHORTS_PATH, cohortPath } from "~/cohorts";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { MarkingFrame, type MarkingPlace, type Rubric, useClaim } from "~/marking";
import { sheetPath } from "~/sheets/paths";
import { SheetView, type SheetViewProps } from "~/sheets";
import { ButtonLink, buttonClass, Callout, Card, Flash, type FormFailure, PageHeader } from "~/ui";
import { DecideForm, TakeBackForm } from "./DecideForm";
import type { GroupSheetState } from "./group-sheet";
import { GroupSheetFacts, type GroupSheetFactsProps } from "./GroupSheetFacts";
import { GroupStateBadge } from "./GroupStateBadge";
import { groupProjectorPath, groupRoomPath } from "./paths";
import { useRoom } from "./use-room";

export interface GroupSheetScreenProps {
  page: {
    sheet: { id: string; sheetId: string; groupName: string; customer: string; state: GroupSheetState; chapterSlug: string };
    tool: Bilingual;
    exhibit: { sheet: { currency: string }; definition: SheetViewProps["definition"]; content: SheetViewProps["content"]; evaluation: SheetViewProps["evaluation"] };
    facts: GroupSheetFactsProps["facts"] & { openRemarks: number };
    submissions: GroupSheetFactsProps["submissions"];
    parts: GroupSheetFactsProps["parts"];
    rubric: { hash: string; rubric: Rubric } | null;
    given: { points: Record<string, number>; remark: string | null } | null;
  };
  cohort: { id: string; name: string; timeZone: string };
  chapter: { number: number; title: Bilingual } | null;
  /** Where it stands in the marking queue; null for who does not mark. */
  place: MarkingPlace | null;
  mayTeach: boolean;
  done: string | null;
  /** Judged by levels rather than by two buttons; `otherForm` leads to the other. */
  byLevels: boolean;
  otherForm: string;
  answer: { intent: string; failure: FormFailure | null; draft: { criteria: Record<string, number>; remark: string } | null } | null;
  locale: Locale;
  now: Date;
}

/** One group's sheet for its instructor: what is written beside its checks, and the word on what was handed in. */
export function GroupSheetScreen(props: GroupSheetScreenProps) {
  const { page, place, mayTeach } = props;
  // Read again as the group writes.
  useRoom(props.cohort.id, page.sheet.chapterSlug);
  return mayTeach && place && page.sheet.state === "submitted" ? <Judged {...props} place={place} key={page.submissions[0]?.id} /> : <Looked {...props} />;
}

/** Handed in: beside the form that decides, as everything that is marked. */
function Judged({ page, place, cohort, chapter, answer, byLevels, otherForm, locale, now }: GroupSheetScreenProps & { place: MarkingPlace }) {
  const { t } = useTranslation(["group-work", "marking"]);
  const claim = useClaim(place);
  const { sheet } = page;
  return (
    <MarkingFrame
      place={place}
      claim={claim}
      title={t("judge.title", { group: sheet.groupName, customer: sheet.customer })}
      badge={<GroupStateBadge state={sheet.state} />}
      lead={[pick(page.tool, locale), chapter && t("chapter", { number: chapter.number, title: pick(chapter.title, locale) })].filter(Boolean).join(t("dot"))}
      crumbs={[{ to: groupRoomPath(cohort.id, sheet.chapterSlug), label: t("judge.room", { cohort: cohort.name }) }]}
      notice={answer?.failure && <Notice failure={answer.failure} />}
      exhibit={<Exhibit page={page} cohortId={cohort.id} locale={locale} />}
      locale={locale}
      timeZone={cohort.timeZone}
      now={now}
    >
      <DecideForm
        groupSheetId={sheet.id}
        seen={page.submissions[0]?.number ?? 1}
        rubric={page.rubric}
        draft={answer?.draft ?? null}
        held={claim !== null && !claim.mine}
        ways={{ previous: place.previous, next: place.next, again: place.done?.path ?? null }}
        byLevels={byLevels}
        otherForm={otherForm}
        locale={locale}
      />
      <div className="mt-6 grid gap-4">
        <GroupSheetFacts facts={page.facts} submissions={page.submissions} parts={page.parts} locale={locale} timeZone={cohort.timeZone} />
      </div>
    </MarkingFrame>
  );
}

/** At work, sent back or accepted. */
function Looked({ page, cohort, chapter, mayTeach, done, answer, locale }: GroupSheetScreenProps) {
  const { t } = useTranslation(["group-work", "cohorts"]);
  const { sheet, submissions, rubric, given } = page;
  const [last] = submissions;
  const levels = given && rubric ? rubric.rubric.criteria.flatMap((criterion) => criterion.levels.filter((level) => level.points === given.points[criterion.id]).map((level) => ({ id: criterion.id, title: pick(criterion.title, locale), text: pick(level.text, locale) }))) : [];
  return (
    <>
      <PageHeader
        title={t("judge.title", { group: sheet.groupName, customer: sheet.customer })}
        badge={<GroupStateBadge state={sheet.state} />}
        lead={[pick(page.tool, locale), chapter && t("chapter", { number: chapter.number, title: pick(chapter.title, locale) })].filter(Boolean).join(t("dot"))}
        crumbs={[{ to: COHORTS_PATH, label: t("cohorts:list.title") }, { to: cohortPath(cohort.id), label: cohort.name }, { to: groupRoomPath(cohort.id, sheet.chapterSlug), label: t("title") }]}
      />
      <Flash messages={done ? [{ id: `${done} ${submissions.length} ${sheet.state}`, tone: "ok", text: t(`done.${done}`) }] : []} />
      {answer?.failure && answer.intent !== "take-back" && <Notice failure={answer.failure} />}
      <div className="mt-4 grid items-start gap-6 xl:grid-cols-[minmax(0,1.6fr)_minmax(22rem,1fr)]">
        <div className="grid min-w-0 gap-4">
          <Exhibit page={page} cohortId={cohort.id} locale={locale} />
        </div>
        <div className="grid min-w-0 gap-4">
          {levels.length > 0 && (
            <Card title={t("judge.levels")}>
              <dl className="divide-y divide-line">
                {levels.map((level) => (
                  <div key={level.id} className="py-2">
                    <dt className="text-sm text-ink-soft">{level.title}</dt>
                    <dd>{level.text}</dd>
                  </div>
                ))}
              </dl>
            </Card>
          )}
          {mayTeach && sheet.state === "accepted" && last && <TakeBackForm seen={last.number} members={page.parts.length} failure={answer?.intent === "take-back" ? answer.failure : null} />}
          <GroupSheetFacts facts={page.facts} submissions={submissions} parts={page.parts} locale={locale} timeZone={cohort.timeZone} />
        </div>
      </div>
    </>
  );
}

function Notice({ failure }: { failure: FormFailure }) {
  const { t } = useTranslation("group-work");
  return (
    <div role="alert" className="my-4">
      <Callout kind="danger" title={t("judge.notDone")}>
        {[...failure.formErrors, ...Object.keys(failure.fieldErrors)].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Callout>
    </div>
  );
}

/** What is written, with the ways to the sheet itself and to the wall. */
function Exhibit({ page, cohortId, locale }: { page: GroupSheetScreenProps["page"]; cohortId: string; locale: Locale }) {
  const { t } = useTranslation("group-work");
  const { exhibit, sheet, facts } = page;
  return (
    <Card
      title={t("judge.exhibit")}
      aside={
        <span className="flex flex-wrap gap-2">
          <ButtonLink to={sheetPath(sheet.sheetId)} size="sm">
            {t("judge.comment", { count: facts.openRemarks })}
          </ButtonLink>
          <a href={groupProjectorPath(cohortId, sheet.id)} target="roadbook-projector" className={buttonClass("quiet", "sm")}>
            {t("room.project")}
          </a>
        </span>
      }
    >
      <SheetView definition={exhibit.definition} content={exhibit.content} evaluation={exhibit.evaluation} locale={locale} currency={exhibit.sheet.currency} size="record" picture />
    </Card>
  );
}
