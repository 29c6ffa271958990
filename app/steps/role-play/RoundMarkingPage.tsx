import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { type MarkDraft, MarkingFrame, type MarkingPlace, RubricForm, useClaim } from "~/marking";
import { Callout, Card, PageHeader } from "~/ui";
import { HiddenBrief, SalesBrief, Scene } from "./Briefing";
import { Checklist } from "./Checklist";
import { SheetCard } from "./Debrief";
import { rolePlaySessionPath } from "./paths";
import { Recordings } from "./Recordings";
import { roundAdmits } from "./round";
import type { RoundPage } from "./round-page.view.server";
import { MARKS } from "./scenario";
import { ResultBadge, RoundBadge } from "./SessionBadge";
import { MARK_POINTS } from "./sheet";

/** Why a mark was not taken; what was chosen comes back. */
export interface MarkRefusal {
  problem: string;
  draft: MarkDraft;
}

interface RoundMarkingPageProps {
  page: RoundPage;
  /** Null for who may look, not mark. */
  place: MarkingPlace | null;
  locale: Locale;
  timeZone: string;
  now: Date;
  refusal: MarkRefusal | null;
}

/** A round as the instructor sees it: everything that belongs to it beside the checklist as rubric. */
export function RoundMarkingPage(props: RoundMarkingPageProps) {
  const { page, place } = props;
  if (place !== null && roundAdmits(page.state, "assess")) return <Marking key={page.roundId} {...props} place={place} />;
  return <Reading {...props} />;
}

function Reading(props: RoundMarkingPageProps) {
  const { page } = props;
  const { t } = useTranslation("role-play");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={page.salesperson.name} badge={<RoundBadge state={page.state} />} lead={t("mark.lead", { chapter: t("chapter", page.chapter), title: page.scenario.title })} crumbs={[{ to: rolePlaySessionPath(page.cohort.id, page.sessionId), label: page.sessionTitle }]} />
      {page.voidReason && (
        <Callout kind="danger" title={t("round.void")} className="mb-4">
          {page.voidReason}
        </Callout>
      )}
      <div className="grid gap-4">
        <Exhibit {...props} />
      </div>
    </div>
  );
}

function Marking({ page, place, locale, timeZone, now, refusal }: RoundMarkingPageProps & { place: MarkingPlace }) {
  const { t } = useTranslation("role-play");
  const claim = useClaim(place);
  const rubric = { criteria: page.checklist.map((one) => ({ id: one.id, title: one.text, levels: [...MARKS].reverse().map((mark) => ({ points: MARK_POINTS[mark], text: one.anchors[mark] })) })) };
  const saved = page.assessment;
  const initial = { criteria: Object.fromEntries(Object.entries(saved?.marks ?? {}).map(([id, mark]) => [id, MARK_POINTS[mark]])), remark: saved?.remark ?? "" };
  return (
    <MarkingFrame
      place={place}
      claim={claim}
      title={page.salesperson.name}
      badge={<ResultBadge result={page.result} />}
      lead={t("mark.lead", { chapter: t("chapter", page.chapter), title: page.scenario.title })}
      crumbs={[{ to: rolePlaySessionPath(page.cohort.id, page.sessionId), label: page.sessionTitle }]}
      notice={
        refusal && (
          <div role="alert" className="mb-4">
            <Callout kind="danger">{t(`error.${refusal.problem}`)}</Callout>
          </div>
        )
      }
      exhibit={<Exhibit page={page} locale={locale} timeZone={timeZone} />}
      locale={locale}
      timeZone={timeZone}
      now={now}
    >
      <RubricForm
        rubric={rubric}
        subject={`role-play:${page.roundId}`}
        seen={saved?.id ?? null}
        initial={refusal?.draft ?? initial}
        refused={refusal !== null}
        acts={[{ value: "save", label: t(saved === null ? "mark.save" : "mark.again") }]}
        ways={{ previous: place.previous, next: place.next, again: place.done?.path ?? null }}
        held={claim !== null && !claim.mine}
      />
    </MarkingFrame>
  );
}

function Exhibit({ page, locale, timeZone }: Pick<RoundMarkingPageProps, "page" | "locale" | "timeZone">) {
  const { t } = useTranslation("role-play");
  const { review, checklist } = page;
  return (
    <>
      <Card title={t("result.title")} aside={<ResultBadge result={page.result} />}>
        <p>{page.result.by === null ? t("result.nobody") : t(`result.by.${page.result.by}`, { mark: Math.round(page.result.passMark * 100) })}</p>
        <p className="mt-1 text-ink-soft">{t("board.parts", { salesperson: page.salesperson.name, customer: page.customer, observers: page.sheets.map((sheet) => sheet.name).join(t("and")) })}</p>
      </Card>
      <Recordings recordings={page.recordings} sheets={page.sheets} checklist={checklist} locale={locale} timeZone={timeZone} />
      {page.sheets.map((sheet) => (
        <SheetCard key={sheet.observerId} sheet={sheet} checklist={checklist} startedAt={page.startedAt} />
      ))}
      {review && (
        <Card title={t("review.of", { name: page.salesperson.name })}>
          <ul className="grid gap-1">
            {checklist.flatMap((one) => (review.marks[one.id] ? [<li key={one.id}>{t("review.line", { text: one.text, mark: t(`mark.${review.marks[one.id]}`) })}</li>] : []))}
          </ul>
          {review.wentWell && <p className="mt-2 whitespace-pre-wrap">{t("review.wentWellIs", { text: review.wentWell })}</p>}
          {review.nextTime && <p className="mt-2 whitespace-pre-wrap">{t("review.nextTimeIs", { text: review.nextTime })}</p>}
        </Card>
      )}
      <details className="rounded-lg border border-line bg-surface px-4 py-2">
        <summary className="flex min-h-11 items-center font-semibold">{t("mark.papers")}</summary>
        <div className="grid gap-4 py-2">
          <Scene scenario={page.scenario} />
          <SalesBrief brief={page.salesBrief} />
          <HiddenBrief brief={page.hiddenBrief} />
          <Card title={t("sheet.title")}>
            <Checklist checklist={checklist} />
          </Card>
        </div>
      </details>
    </>
  );
}
