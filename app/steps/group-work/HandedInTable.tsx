import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Card, Table } from "~/ui";
import type { Decision } from "./group-sheet";
import { groupSheetPath } from "./paths";

export interface HandedInTableProps {
  cohortId: string;
  work: readonly {
    submissionId: string;
    groupSheetId: string;
    group: string;
    tool: Bilingual;
    customer: string;
    number: number;
    sheetVersion: number;
    at: Date;
    members: readonly string[];
    part: number;
    whole: number;
    decisions: readonly { kind: Decision; by: string; remark: string | null; at: Date }[];
  }[];
  locale: Locale;
  timeZone: string;
}

const TONES = { accepted: "ok", returned: "danger", "taken-back": "danger" } as const;

/** The evidence of group work of one learner: what was handed in while they were in the group, and what came of it. */
export function HandedInTable({ cohortId, work, locale, timeZone }: HandedInTableProps) {
  const { t } = useTranslation("group-work");
  const when = (at: Date) => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <Card look="flush" title={t("evidence.title")}>
      <Table
        caption={t("evidence.title")}
        cards
        rows={work}
        rowKey={(one) => one.submissionId}
        columns={[
          {
            key: "sheet",
            header: t("evidence.sheet"),
            cell: (one) => (
              <>
                <Link to={groupSheetPath(cohortId, one.groupSheetId)} className="-my-2 inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                  {one.customer}
                </Link>
                <span className="block text-sm text-ink-soft">{[pick(one.tool, locale), t("evidence.version", { version: one.sheetVersion })].join(t("dot"))}</span>
              </>
            ),
          },
          { key: "number", header: t("evidence.number"), align: "end", cell: (one) => one.number },
          { key: "at", header: t("evidence.handedIn"), cell: (one) => when(one.at) },
          {
            key: "members",
            header: t("evidence.members"),
            cell: (one) => (
              <>
                {one.group}
                <span className="block text-sm text-ink-soft">{one.members.join(t("comma"))}</span>
              </>
            ),
          },
          { key: "part", header: t("evidence.part"), align: "end", cell: (one) => t("evidence.partOf", { part: one.part, whole: one.whole }) },
          {
            key: "verdict",
            header: t("evidence.verdict"),
            cell: (one) =>
              one.decisions.length === 0 ? (
                t("evidence.waiting")
              ) : (
                <ul className="grid gap-1">
                  {one.decisions.map((decision) => (
                    <li key={String(decision.at)}>
                      <Badge tone={TONES[decision.kind]}>{t(`evidence.decision.${decision.kind}`)}</Badge> <span className="text-sm text-ink-soft">{[decision.by, when(decision.at)].join(t("dot"))}</span>
                      {decision.remark && <span className="block text-sm whitespace-pre-line">{decision.remark}</span>}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Card>
  );
}
