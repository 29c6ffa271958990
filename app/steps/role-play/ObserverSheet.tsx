import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "~/platform/device";
import { useServerClock } from "~/platform/use-server-clock";
import { Button, Card, SaveStatus, SubmitButton, useEarlyFields } from "~/ui";
import { Anchors } from "./Checklist";
import { tapsOf } from "./client/early-taps";
import { useMarks } from "./client/use-marks";
import { MarkChoice } from "./MarkChoice";
import type { RoundScreen, ScreenSheet } from "./round-screen";
import type { Mark } from "./scenario";
import type { ShownBehaviour } from "./shown";

interface ObserverSheetProps {
  screen: RoundScreen;
  sheet: ScreenSheet;
  checklist: readonly ShownBehaviour[];
  onSent: () => void;
}

const SHEET_ID = "sheet";
const SAVE_LOOKS = { "saved": "saved", "saving": "saving", "offline": "offline", "signed-out": "offline", "refused": "conflict" } as const;

/** The observer's checklist: one tap a behaviour, with its time. A plain form before JavaScript and without it. */
export function ObserverSheet({ screen, sheet: loaded, checklist, onSent }: ObserverSheetProps) {
  const { t } = useTranslation("role-play");
  const serverNow = useServerClock(screen.now);
  // On a slow phone the page stands there to be tapped before its scripts have come.
  const fields = useEarlyFields(SHEET_ID);
  const [early] = useState(() => ({ taps: tapsOf(fields), at: screen.now }));
  const { sheet, state, add } = useMarks({ roundId: screen.roundId, sheet: loaded, early, onSent });
  const note = useRef<HTMLInputElement>(null);
  const at = (): string => new Date(serverNow).toISOString();
  const chosen = new Map(sheet.marks.map((one) => [one.behaviourId, one]));
  const closed = sheet.handedInAt !== null;
  const tap = (behaviourId: string, mark: Mark): void => add({ opId: newId(), kind: "mark", behaviourId, mark, at: at() });
  const addNote = (): void => {
    const text = note.current?.value.trim() ?? "";
    if (text === "" || !note.current) return;
    add({ opId: newId(), kind: "note", behaviourId: null, note: text, at: at() });
    note.current.value = "";
  };
  const missing = checklist.length - checklist.filter((one) => chosen.has(one.id)).length;
  return (
    <Card title={t("sheet.title")} aside={<SaveStatus state={SAVE_LOOKS[state]} />} id={SHEET_ID}>
      <p className="text-sm text-ink-soft">{t(closed ? "sheet.closed" : "sheet.hint")}</p>
      <Form
        method="post"
        // What a browser fills in again after a reload would count as tapped.
        autoComplete="off"
        className="mt-3 grid gap-4"
        onSubmit={(event) => {
          // With scripts every tap is on its way already; only the end is said here, in the same queue.
          event.preventDefault();
          addNote();
          if ((event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") === "hand-in") add({ opId: newId(), kind: "hand-in", at: at() });
        }}
      >
        {checklist.map((behaviour) => (
          <fieldset key={behaviour.id} disabled={closed} className="min-w-0 border-b border-line pb-3">
            <legend className="mb-2 font-semibold">{behaviour.text}</legend>
            <MarkChoice name={`marks.${behaviour.id}`} value={chosen.get(behaviour.id)?.mark ?? null} onMark={(mark) => tap(behaviour.id, mark)} at={seconds(screen, chosen.get(behaviour.id)?.at)} />
            <details className="mt-1 text-sm">
              <summary className="inline-flex min-h-11 items-center text-ink-soft underline underline-offset-4">{t("sheet.anchors")}</summary>
              <Anchors behaviour={behaviour} />
            </details>
          </fieldset>
        ))}
        {sheet.notes.length > 0 && (
          <ul className="grid gap-1 text-sm">
            {sheet.notes.map((one) => (
              <li key={one.id}>
                <span className="me-2 text-ink-soft tabular">{clockOf(seconds(screen, one.at))}</span>
                {one.note}
              </li>
            ))}
          </ul>
        )}
        {!closed && (
          <>
            <label className="grid gap-1">
              <span className="font-semibold">{t("sheet.note")}</span>
              <span className="flex gap-2">
                <input ref={note} name="note" maxLength={500} className="min-h-11 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-3" />
                <Button type="submit" name="intent" value="save-sheet" variant="secondary">
                  {t("sheet.save")}
                </Button>
              </span>
            </label>
            {screen.state !== "running" && (
              <div>
                {missing > 0 && <p className="mb-2 text-sm text-ink-soft">{t("sheet.missing", { count: missing })}</p>}
                <SubmitButton name="intent" value="hand-in">
                  {t("sheet.handIn")}
                </SubmitButton>
              </div>
            )}
          </>
        )}
      </Form>
    </Card>
  );
}

function seconds(screen: RoundScreen, at: string | undefined): number | null {
  return at === undefined || screen.startedAt === null ? null : Math.max(0, (new Date(at).getTime() - new Date(screen.startedAt).getTime()) / 1000);
}

/** `3:05` of a conversation. */
export function clockOf(sec: number | null): string {
  if (sec === null) return "";
  return `${Math.floor(sec / 60)}:${String(Math.floor(sec % 60)).padStart(2, "0")}`;
}
