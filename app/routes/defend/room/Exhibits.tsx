import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { SheetView } from "~/sheets";
import { ExhibitView } from "~/steps/homework";
import { Card, Disclosure } from "~/ui";
import type { Exhibits as Loaded } from "./exhibits.server";

/** The candidate's sheets, homework and role-plays, each to be opened; all of it is on the page, so that it can be read where there is no network. */
export function Exhibits({ exhibits: { sheets, homework, rolePlays }, locale, timeZone }: { exhibits: Loaded; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  const day = (at: Date | string): string => formatDate(at, { locale, timeZone, style: "short-date" });
  if (sheets.length + homework.length + rolePlays.length === 0) return <p className="text-ink-soft">{t("table.nothing")}</p>;
  return (
    <>
      {sheets.map(({ id, title, done, of, changedAt, definition, content, evaluation, currency }) => (
        <Card key={id}>
          <Disclosure summary={<Head title={title} fact={t("table.sheet", { kind: pick(definition.title, locale), done, of, at: day(changedAt) })} />}>
            <div className="pt-3">
              <SheetView definition={definition} content={content} evaluation={evaluation} currency={currency} locale={locale} size="record" picture />
            </div>
          </Disclosure>
        </Card>
      ))}
      {homework.map(({ number, submittedAt, parts }) => (
        <Card key={`${number} ${String(submittedAt)}`}>
          <Disclosure summary={<Head title={t("table.homework")} fact={t("table.handedIn", { number, at: day(submittedAt) })} />}>
            <div className="grid gap-3 pt-3">
              <ExhibitView parts={parts} locale={locale} />
            </div>
          </Disclosure>
        </Card>
      ))}
      {rolePlays.length > 0 && (
        <Card>
          <Disclosure summary={<Head title={t("table.rolePlay")} fact={t("table.rounds", { count: rolePlays.length })} />}>
            <ul className="divide-y divide-line pt-2">
              {rolePlays.map(({ roundId, title, role, state, result, startedAt }) => (
                <li key={roundId} className="flex flex-wrap justify-between gap-x-4 py-2">
                  <span>
                    {pick(title, locale)}
                    <span className="block text-sm text-ink-soft">{[t(`role-play:role.${role}`), startedAt === null ? null : day(startedAt)].filter(Boolean).join(t("dot"))}</span>
                  </span>
                  {role === "salesperson" && state === "done" && result?.share != null && <span className="text-sm tabular">{t(`role-play:result.${result.passed ? "passed" : "failed"}`, { percent: Math.round(result.share * 100) })}</span>}
                </li>
              ))}
            </ul>
          </Disclosure>
        </Card>
      )}
    </>
  );
}

function Head({ title, fact }: { title: string; fact: string }) {
  return (
    <span className="min-w-0">
      <span className="block font-semibold">{title}</span>
      <span className="block text-sm text-ink-soft tabular">{fact}</span>
    </span>
  );
}
