import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { sheetPath } from "~/sheets/paths";
import { buttonClass, ButtonLink, Card, ConfirmButton, Meter } from "~/ui";
import type { FindingLine } from "./check-list";
import type { GroupSheetState } from "./group-sheet";
import { GroupStateBadge } from "./GroupStateBadge";
import { groupProjectorPath, groupSheetPath } from "./paths";

export interface TileSheet {
  id: string;
  sheetId: string;
  groupName: string;
  customer: string;
  state: GroupSheetState;
  facts: { done: number; of: number; complete: boolean; findings: readonly FindingLine[]; changedAt: Date; changedBy: string | null; openRemarks: number; contributions: readonly { personId: string; share: number }[] };
  submission: { number: number; note: string | null; at: Date; by: string } | null;
}

export interface GroupTileProps {
  cohortId: string;
  group: {
    id: string;
    name: string;
    members: readonly { enrolmentId: string; personId: string; name: string; nameLatin: string | null }[];
    sheets: readonly { tool: { key: string; title: Bilingual }; sheet: TileSheet | null }[];
  };
  /** Who has the group's sheets open now. */
  present: ReadonlySet<string>;
  mayTeach: boolean;
  locale: Locale;
  timeZone: string;
}

/** One group beside the others: who is there, how far the sheet is, what the checks say, who does how much. */
export function GroupTile({ cohortId, group, present, mayTeach, locale, timeZone }: GroupTileProps) {
  const { t } = useTranslation("group-work");
  const [first] = group.sheets;
  return (
    <Card as="article" title={group.name} aside={group.sheets.length === 1 && <GroupStateBadge state={first?.sheet?.state ?? null} />}>
      <ul className="mb-3 grid gap-1">
        {group.members.map((member) => (
          <Member key={member.enrolmentId} name={personName(member, locale)} here={present.has(member.personId)} share={first?.sheet?.facts.contributions.find((one) => one.personId === member.personId)?.share ?? null} />
        ))}
      </ul>
      {group.sheets.map(({ tool, sheet }) => (
        <div key={tool.key} className="border-t border-line py-3 last:pb-0">
          {group.sheets.length > 1 && (
            <p className="mb-1 flex flex-wrap items-baseline justify-between gap-2">
              <strong>{pick(tool.title, locale)}</strong>
              <GroupStateBadge state={sheet?.state ?? null} />
            </p>
          )}
          {sheet ? <SheetOfTile cohortId={cohortId} sheet={sheet} mayTeach={mayTeach} locale={locale} timeZone={timeZone} /> : <p className="text-sm text-ink-soft">{t("room.notBegun")}</p>}
        </div>
      ))}
    </Card>
  );
}

function Member({ name, here, share }: { name: string; here: boolean; share: number | null }) {
  const { t } = useTranslation("group-work");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-3 text-sm">
      <span className={clsx("flex min-w-0 items-center gap-2", !here && "text-ink-soft")}>
        <span aria-hidden className={clsx("size-2 shrink-0 rounded-full border", here ? "border-pine bg-pine" : "border-line-strong")} />
        <span className="truncate">{name}</span>
        {here && <span className="sr-only">{t("room.here")}</span>}
      </span>
      {share !== null && <Meter label={t("ledger.shareOf", { name })} value={Math.round(share * 100)} hideLabel />}
    </li>
  );
}

/** How a sheet stands, and what can be done about it from here. */
export function SheetOfTile({ cohortId, sheet, mayTeach, locale, timeZone }: { cohortId: string; sheet: TileSheet; mayTeach: boolean; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("group-work");
  const { facts, state, submission } = sheet;
  const shown = facts.findings.slice(0, 2);
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{sheet.customer}</p>
      <Meter label={t("own.completeness")} value={facts.done} max={Math.max(1, facts.of)} text={t("own.doneOf", { done: facts.done, of: facts.of })} />
      {shown.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {shown.map((finding) => (
            <li key={finding.id} className="flex items-start gap-1.5">
              {finding.severity === "problem" ? <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-danger" /> : <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-mist" />}
              <span className="sr-only">{t(`check.severity.${finding.severity}`)}</span>
              <span className="min-w-0">{finding.message}</span>
            </li>
          ))}
          {facts.findings.length > shown.length && <li className="text-ink-soft">{t("room.moreFindings", { count: facts.findings.length - shown.length })}</li>}
        </ul>
      )}
      <p className="text-sm text-ink-soft tabular">
        {[
          facts.changedBy && t("room.changed", { who: facts.changedBy, when: formatDate(facts.changedAt, { locale, timeZone, style: "short-date-time" }) }),
          facts.openRemarks > 0 && t("own.remarks", { count: facts.openRemarks }),
          submission && state === "submitted" && t("room.handedIn", { number: submission.number, who: submission.by }),
        ]
          .filter(Boolean)
          .join(t("dot"))}
      </p>
      {submission?.note && state === "submitted" && <p className="text-sm">{t("history.note", { text: submission.note })}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink to={groupSheetPath(cohortId, sheet.id)} size="sm" variant={state === "submitted" ? "primary" : "secondary"}>
          {t(state === "submitted" ? "room.judge" : "room.look")}
        </ButtonLink>
        {mayTeach && state === "submitted" && submission && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="sheet" value={sheet.id} />
            <input type="hidden" name="seen" value={submission.number} />
            <ConfirmButton name="intent" value="accept" size="sm" variant="secondary" harmless title={t("decide.acceptTitle", { group: sheet.groupName })} consequence={t("decide.acceptText")} confirmLabel={t("decide.accept")}>
              {t("decide.accept")}
            </ConfirmButton>
          </Form>
        )}
        <Link to={sheetPath(sheet.sheetId)} className={buttonClass("quiet", "sm")}>
          {t("room.comment")}
        </Link>
        {mayTeach && (
          <a href={groupProjectorPath(cohortId, sheet.id)} target="roadbook-projector" className={buttonClass("quiet", "sm")}>
            {t("room.project")}
          </a>
        )}
      </div>
    </div>
  );
}
