import { useEffect, useRef, useState } from "react";
import type { EarlyField } from "~/ui";
import { chooseLevel, draftOver, type DraftHistory, type MarkDraft, sameDraft, undoChoice, withField } from "../draft";
import { dropDraft, storedDrafts, storeDraft } from "./draft-storage";

export interface RubricDraft {
  draft: MarkDraft;
  /** What was chosen here earlier and not saved was brought back. */
  restored: boolean;
  canUndo: boolean;
  choose(criterion: string, points: number): void;
  write(remark: string): void;
  undo(): void;
  /** Back to what the server holds. */
  discard(): void;
}

/**
 * A mark being made, kept on the device with every change until another mark holds. `initial` is the mark that holds, or
 * what a refused request sent back (`refused`: then it goes before what the device has). `early`: fields filled in before
 * scripts ran go before both.
 */
export function useRubricDraft(subject: string, seen: string, initial: MarkDraft, refused: boolean, early: readonly EarlyField[]): RubricDraft {
  const [history, setHistory] = useState<DraftHistory>({ now: initial, past: [] });
  const [restored, setRestored] = useState(false);
  const opened = useRef({ subject, seen, initial, refused, early });
  // Once, when the page opens: what the device kept.
  useEffect(() => {
    const { current: page } = opened;
    const kept = page.refused ? null : draftOver(storedDrafts(), page.subject, page.seen);
    const restores = kept !== null && !sameDraft(kept, page.initial);
    const history = page.early.reduce(withField, { now: restores ? kept : page.initial, past: [] });
    setRestored(restores);
    setHistory(history);
    if (page.early.length > 0) storeDraft(page.subject, { seen: page.seen, draft: history.now, at: Date.now() });
  }, []);
  const take = (next: DraftHistory): void => {
    if (next === history) return;
    setHistory(next);
    storeDraft(subject, { seen, draft: next.now, at: Date.now() });
  };
  return {
    draft: history.now,
    restored,
    canUndo: history.past.length > 0,
    choose: (criterion, points) => take(chooseLevel(history, criterion, points)),
    write: (remark) => take({ ...history, now: { ...history.now, remark } }),
    undo: () => take(undoChoice(history)),
    discard: () => {
      dropDraft(subject);
      setHistory({ now: initial, past: [] });
      setRestored(false);
    },
  };
}
