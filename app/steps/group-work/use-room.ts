import { useCallback, useEffect, useState } from "react";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { groupRoomNewsPath } from "./paths";

const NOBODY: ReadonlySet<string> = new Set();

export interface Room {
  /** Who has one of these sheets open. */
  present(sheetIds: readonly string[]): ReadonlySet<string>;
  connected: boolean;
}

/** Keeps the instructor's room as it is: reads again when something changed, and hears who is where. */
export function useRoom(cohortId: string, chapterSlug: string): Room {
  const [people, setPeople] = useState<Record<string, string[]>>({});
  const path = groupRoomNewsPath(cohortId, chapterSlug);
  const onPresence = useCallback((text: string) => {
    const { sheetId, personIds } = JSON.parse(text) as { sheetId: string; personIds: string[] };
    setPeople((before) => ({ ...before, [sheetId]: personIds }));
  }, []);
  const connected = useNews(path, useQuietRevalidation(), { presence: onPresence });
  useEffect(() => {
    if (!connected) setPeople({});
  }, [connected]);
  return { connected, present: (sheetIds) => (sheetIds.length === 0 ? NOBODY : new Set(sheetIds.flatMap((id) => people[id] ?? []))) };
}
