import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Callout, Card } from "~/ui";
import { clockOf } from "./ObserverSheet";
import { Recordings } from "./Recordings";
import { TURNS } from "./round";
import type { RoundScreen, ScreenSheet } from "./round-screen";
import { ResultBadge } from "./SessionBadge";
import type { ShownBehaviour } from "./shown";

/** The debrief in its fixed order, with what each is to say; then what the observers saw, and what it came to. */
export function Debrief({ screen, locale, timeZone }: { screen: RoundScreen; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("role-play");
  const { turn, state, sheets, checklist, result, assessment } = screen;
  const reached = turn === null ? TURNS.length : TURNS.indexOf(turn);
  return (
    <>
      {state === "debrief" && (
        <Card title={t("debrief.title")}>
          <ol className="grid gap-2">
            {TURNS.map((one, at) => (
              <li key={one} aria-current={one === turn ? "step" : undefined} className={clsx("rounded-md px-3 py-2", one === turn ? "bg-pine-soft" : at < reached ? "text-ink-soft" : "bg-paper")}>
                <p className="font-semibold">
                  {at + 1}. {t(`role.${one}`)}
                </p>
                <p className={one === turn ? "leading-7" : "text-sm"}>{t(`debrief.${one}`)}</p>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {result && (
        <Card title={t("result.title")} aside={<ResultBadge result={result} />}>
          <p>{result.by === null ? t("result.nobody") : t(`result.by.${result.by}`, { mark: Math.round(result.passMark * 100) })}</p>
          {assessment?.remark && (
            <Callout className="mt-3" title={assessment.by}>
              <p className="whitespace-pre-wrap">{assessment.remark}</p>
            </Callout>
          )}
        </Card>
      )}
      {sheets && checklist && sheets.map((sheet) => <SheetCard key={sheet.observerId} sheet={sheet} checklist={checklist} startedAt={screen.startedAt} />)}
      {(state === "done" || turn === "observer") && <Recordings recordings={screen.recordings} sheets={sheets ?? []} checklist={checklist ?? []} locale={locale} timeZone={timeZone} />}
    </>
  );
}

/** One observer's sheet, to be read. */
export function SheetCard({ sheet, checklist, startedAt }: { sheet: ScreenSheet; checklist: readonly ShownBehaviour[]; startedAt: string | Date | null }) {
  const { t } = useTranslation("role-play");
  const marks = new Map(sheet.marks.map((one) => [one.behaviourId, one]));
  const from = startedAt === null ? null : new Date(startedAt).getTime();
  const at = (instant: string | undefined): string => (instant === undefined || from === null ? "" : clockOf(Math.max(0, (new Date(instant).getTime() - from) / 1000)));
  return (
    <Card title={t("sheet.of", { name: sheet.name })} aside={<span className="text-sm text-ink-soft">{t(sheet.handedInAt ? "sheet.handedIn" : "sheet.open")}</span>}>
      <ul className="grid gap-2">
        {checklist.map((behaviour) => {
          const mark = marks.get(behaviour.id);
          return (
            <li key={behaviour.id} className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line pb-2 last:border-b-0">
              <span>{behaviour.text}</span>
              <span className="text-end text-sm">
                {mark ? t(`mark.${mark.mark}`) : t("mark.none")} <span className="text-ink-soft tabular">{at(mark?.at)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {sheet.notes.length > 0 && (
        <ul className="mt-3 grid gap-1 text-sm">
          {sheet.notes.map((note) => (
            <li key={note.id}>
              <span className="me-2 text-ink-soft tabular">{at(note.at)}</span>
              {note.note}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
