import { useEffect, useRef } from "react";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import type { LiveStore, SheetStore } from "../client/store";
import type { Desk } from "./desk";

function tellsOfComments(store: SheetStore | null): store is LiveStore {
  return store !== null && "onComments" in store;
}

/** Reads the page's data again when remarks were written, and when the sheet was handed in or given back. */
export function useFreshness({ store, status }: Desk): void {
  const revalidate = useQuietRevalidation();
  useEffect(() => (tellsOfComments(store) ? store.onComments(revalidate) : undefined), [store, revalidate]);
  const locked = status === "locked" || status === "refused";
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    if (status === "connecting") return;
    if (before.current !== null && before.current !== locked) revalidate();
    before.current = locked;
  }, [locked, status, revalidate]);
}
