import PencilLine from "lucide-react/icons/pencil-line";
import Eye from "lucide-react/icons/eye";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { sheetPath } from "~/sheets/paths";
import { ButtonLink, Callout, Card, type FormFailure, Meter } from "~/ui";
import { CheckList } from "./CheckList";
import type { FindingLine, MissingLine } from "./check-list";
import { ContributionLedger, type ContributionLedgerProps } from "./ContributionLedger";
import type { GroupSheetState } from "./group-sheet";
import { GroupStateBadge } from "./GroupStateBadge";
import { HandInForm } from "./HandInForm";
import { RatePeers, type RatePeersProps } from "./RatePeers";
import { SubmissionHistory, type SubmissionOfHistory } from "./SubmissionHistory";

export interface OwnSheetCardProps {
  /** The tool in the reader's language. */
  tool: string;
  sheet: {
    id: string;
    sheetId: string;
    customer: string;
    state: GroupSheetState;
    facts: { done: number; of: number; complete: boolean; missing: readonly MissingLine[]; findings: readonly FindingLine[]; changedAt: Date; changedBy: string | null; openRemarks: number; contributions: ContributionLedgerProps<{ personId: string; name: string; share: number; filled: number; improved: number; fixed: number; resolved: number }>["people"] };
    submissions: readonly SubmissionOfHistory[];
    rating: RatePeersProps["rating"] | null;
  };
  members: number;
  requireComplete: boolean;
  failure: FormFailure | null;
  locale: Locale;
  timeZone: string;
}

/** The group's sheet for its member: what the instructor said, how far it is, what is missing, who did what. */
export function OwnSheetCard({ tool, sheet, members, requireComplete, failure, locale, timeZone }: OwnSheetCardProps) {
  const { t } = useTranslation("group-work");
  const { facts, state, submissions } = sheet;
  const [last] = submissions;
  const writable = state === "open" || state === "returned";
  const when = (at: Date) => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <Card as="article" title={t("own.sheet", { customer: sheet.customer, tool })} aside={<GroupStateBadge state={state} />}>
      <div className="grid gap-5">
        {state === "returned" && last?.decision && (
          <Callout kind="now" title={t(`own.${last.decision.kind === "taken-back" ? "takenBack" : "returned"}`, { who: last.decision.by, when: when(last.decision.at) })}>
            <p className="whitespace-pre-line">{last.decision.remark}</p>
          </Callout>
        )}
        {state === "submitted" && last && <p>{t("own.submitted", { number: last.number, who: last.by, when: when(last.at) })}</p>}
        {state === "accepted" && last?.decision && (
          <Callout kind="key" title={t("own.accepted", { who: last.decision.by, when: when(last.decision.at) })}>
            {last.decision.remark && <p className="whitespace-pre-line">{last.decision.remark}</p>}
          </Callout>
        )}
        <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end sm:gap-6">
          <div>
            <Meter label={t("own.completeness")} value={facts.done} max={Math.max(1, facts.of)} text={t("own.doneOf", { done: facts.done, of: facts.of })} />
            <p className="mt-1 text-sm text-ink-soft">
              {[facts.changedBy && t("own.changed", { who: facts.changedBy, when: when(facts.changedAt) }), facts.openRemarks > 0 && t("own.remarks", { count: facts.openRemarks })].filter(Boolean).join(t("dot"))}
            </p>
          </div>
          <ButtonLink to={sheetPath(sheet.sheetId)} variant={writable ? "primary" : "secondary"} icon={writable ? <PencilLine aria-hidden className="size-4.5" /> : <Eye aria-hidden className="size-4.5" />}>
            {t(writable ? "own.write" : "own.look")}
          </ButtonLink>
        </div>
        <CheckList missing={facts.missing} findings={facts.findings} />
        {writable && <HandInForm groupSheetId={sheet.id} facts={facts} requireComplete={requireComplete} members={members} again={submissions.length > 0} failure={failure} />}
        {sheet.rating && sheet.rating.others.length > 0 && <RatePeers groupSheetId={sheet.id} rating={sheet.rating} locale={locale} />}
        <section>
          <h3 className="text-base">{t("ledger.title")}</h3>
          <ContributionLedger people={facts.contributions} locale={locale} />
        </section>
        {submissions.length > 0 && (
          <section>
            <h3 className="text-base">{t("history.title")}</h3>
            <SubmissionHistory submissions={submissions} locale={locale} timeZone={timeZone} />
          </section>
        )}
      </div>
    </Card>
  );
}
