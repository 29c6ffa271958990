import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { sheetPath } from "~/sheets";
import { Badge, type Tone } from "~/ui";
import type { ShownApplication } from "./application-list.view.server";

const TONES = { waiting: "mist", returned: "danger", confirmed: "ok", removed: "neutral" } as const satisfies Record<ShownApplication["state"], Tone>;

/** Where an application stands, with how well the tool was used where it is confirmed. */
export function ApplicationBadge({ application: { state, level, late }, forManager = false }: { application: Pick<ShownApplication, "state" | "level" | "late">; forManager?: boolean }) {
  const { t } = useTranslation("field");
  if (state === "waiting" && late) return <Badge tone={forManager ? "signal" : "mist"}>{t("state.late")}</Badge>;
  return <Badge tone={TONES[state]}>{state === "confirmed" && level !== null ? t("state.confirmedLevel", { level: t(`level.${level}.name`) }) : t(`state.${state}`)}</Badge>;
}

/** What was used where and what it changed. */
export function ApplicationFacts({ application, locale, timeZone }: { application: ShownApplication; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("field");
  const { sheetId, versionBefore, versionAfter, cellsChanged, note, usedOn, dueAt } = application;
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <>
      {note !== null && <p className="leading-7 whitespace-pre-line">{note}</p>}
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft tabular">
        <span>{t("fact.usedOn", { day: day(usedOn) })}</span>
        {sheetId !== null && versionAfter !== null && (
          <Link to={sheetPath(sheetId)} className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
            {versionBefore === 0 ? t("fact.firstSheet", { version: versionAfter, count: cellsChanged }) : versionAfter > (versionBefore ?? 0) ? t("fact.sheetMoved", { before: versionBefore, after: versionAfter, count: cellsChanged }) : t("fact.sheetSame", { version: versionAfter })}
          </Link>
        )}
        {dueAt !== null && <span>{t("fact.due", { day: formatDate(dueAt, { locale, timeZone, style: "short-date" }) })}</span>}
      </p>
    </>
  );
}

/** The tool and the deal as one line. */
export function ApplicationTitle({ application: { tool, accountName, dealTitle }, locale }: { application: Pick<ShownApplication, "tool" | "accountName" | "dealTitle">; locale: Locale }) {
  return (
    <>
      {pick(tool, locale)} <span className="font-normal text-ink-soft">· {accountName} · {dealTitle}</span>
    </>
  );
}
