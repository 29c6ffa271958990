import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, Meter } from "~/ui";
import { CheckList } from "./CheckList";
import type { FindingLine, MissingLine } from "./check-list";
import { ContributionLedger } from "./ContributionLedger";
import type { PeerView } from "./peer-rating";
import { SubmissionHistory, type SubmissionOfHistory } from "./SubmissionHistory";

interface Part {
  personId: string;
  name: string;
  nameLatin?: string | null;
  share: number;
  filled: number;
  improved: number;
  fixed: number;
  resolved: number;
}

export interface GroupSheetFactsProps {
  facts: { done: number; of: number; missing: readonly MissingLine[]; findings: readonly FindingLine[]; contributions: readonly Part[] };
  submissions: readonly SubmissionOfHistory[];
  /** Who was in the group when it was last handed in. */
  parts: readonly (Part & { peers: PeerView })[];
  locale: Locale;
  timeZone: string;
}

/** What there is to know of a group's sheet beside what is written in it. */
export function GroupSheetFacts({ facts, submissions, parts, locale, timeZone }: GroupSheetFactsProps) {
  const { t } = useTranslation("group-work");
  return (
    <>
      <Card title={t("check.title")}>
        <div className="mb-4">
          <Meter label={t("own.completeness")} value={facts.done} max={Math.max(1, facts.of)} text={t("own.doneOf", { done: facts.done, of: facts.of })} />
        </div>
        <CheckList missing={facts.missing} findings={facts.findings} />
      </Card>
      <Card title={t("ledger.title")}>
        {parts.length > 0 ? <ContributionLedger people={parts} more={(part) => <Peers view={part.peers} />} locale={locale} /> : <ContributionLedger people={facts.contributions} locale={locale} />}
      </Card>
      {submissions.length > 0 && (
        <Card title={t("history.title")}>
          <SubmissionHistory submissions={submissions} locale={locale} timeZone={timeZone} />
        </Card>
      )}
    </>
  );
}

function Peers({ view }: { view: PeerView }) {
  const { t } = useTranslation("group-work");
  if (view.middle === null) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-sm">
      <span>{t("peers.middle", { level: t(`rate.level.${Math.round(view.middle)}`), count: view.raters })}</span>
      {view.flag && <Badge tone={view.flag === "little-part" ? "danger" : "mist"}>{t(`peers.flag.${view.flag}`)}</Badge>}
    </span>
  );
}
