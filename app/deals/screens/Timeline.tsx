import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import { BUYING_ROLES } from "../deal";
import { formatMoney, type Money } from "../money";
import type { TimelineEntry } from "../timeline.view.server";
import { dayText, nameIn } from "./texts";

/** Everything that happened to the deal, newest first, corrections beside what they corrected. */
export function Timeline({ entries, locale, timeZone }: { entries: readonly TimelineEntry[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("deals");
  const say = useSayings(locale);
  return (
    <Card id="timeline" title={t("timeline.title")}>
      <ol className="grid gap-3 border-s border-line ps-4">
        {entries.map((entry, index) => (
          <li key={index} className="relative text-sm before:absolute before:top-2 before:-left-[1.3rem] before:size-2 before:rounded-full before:bg-line-strong">
            <p>{say(entry)}</p>
            {(entry.kind === "corrected" || (entry.kind === "moved" && entry.reason !== null)) && <p className="text-ink-soft">{entry.reason}</p>}
            <p className="text-xs text-ink-soft tabular">
              {[formatDate(entry.at, { locale, timeZone, style: "date" }), entry.by && nameIn(entry.by, locale), entry.via === "import" || entry.via === "api" ? t(`timeline.via.${entry.via}`) : null].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What an entry says, in a sentence. */
function useSayings(locale: Locale): (entry: TimelineEntry) => string {
  const { t } = useTranslation("deals");
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const bilingual = (value: unknown): string => text((value as Partial<Record<Locale, string>> | undefined)?.[locale]);
  const money = (value: unknown): string => formatMoney(value as Money, locale);
  return (entry) => {
    switch (entry.kind) {
      case "moved":
        return t(entry.outcome === null ? "timeline.moved" : "timeline.closed", { stage: t(`stage.${entry.stage}`), day: dayText(entry.on, locale), outcome: entry.outcome === null ? "" : t(`outcome.${entry.outcome}`) });
      case "corrected":
        return t(entry.withdrawn ? "timeline.withdrawn" : "timeline.corrected", { stage: t(`stage.${entry.stage}`), from: dayText(entry.before, locale), to: dayText(entry.on, locale) });
      case "created":
        return t("timeline.created", { amount: money({ minor: text(entry.details.amountMinor) || "0", currency: text(entry.details.currency) || "CNY" }) });
      case "changed": {
        const { title, money: sums, expectedClose } = entry.details as Record<string, { from: unknown; to: unknown } | undefined>;
        const said = [
          sums && t("timeline.amount", { from: money(sums.from), to: money(sums.to) }),
          expectedClose && t("timeline.expectedClose", { to: expectedClose.to === null ? t("head.noDate") : dayText(text(expectedClose.to), locale) }),
          title && t("timeline.renamed", { from: text(title.from), to: text(title.to) }),
        ];
        return said.filter(Boolean).join(t("semicolon"));
      }
      case "next-action":
        return "text" in entry.details ? t("timeline.action", { text: text(entry.details.text), day: dayText(text(entry.details.due), locale) }) : t("timeline.actionDone", { text: text(entry.details.done) });
      case "owner":
        return t("timeline.owner", { from: text(entry.details.from), to: text(entry.details.to) });
      case "person-added":
      case "person-removed": {
        const roles = BUYING_ROLES.filter((role) => (entry.details.roles as string[]).includes(role)).map((role) => t(`role.${role}`)).join(t("comma"));
        return t(entry.kind === "person-added" ? "timeline.personAdded" : "timeline.personRemoved", { name: text(entry.details.name), roles });
      }
      case "sheet-added": {
        const from = entry.details.from as { title?: string; version?: number } | undefined;
        return from ? t("timeline.sheetCopied", { title: bilingual(entry.details.title), from: text(from.title), version: from.version ?? 1 }) : t("timeline.sheetAdded", { title: bilingual(entry.details.title) });
      }
      case "sheet-removed":
        return t("timeline.sheetRemoved", { title: bilingual(entry.details.title) });
    }
  };
}
