import { useCallback, useEffect, useState } from "react";
import { useSectionActivity } from "./section-activity";

/**
 * State that stays on this device, per person and place in the text. Starts with `initial` on the server and while the page comes
 * to life, then with what was kept; `revive` answers null for anything that no longer fits. A device without storage forgets.
 */
export function useDeviceState<T>(name: string, initial: T, revive: (kept: unknown) => T | null): [T, (next: T) => void] {
  const { storageScope, slug, sectionId } = useSectionActivity();
  const key = `roadbook:${storageScope}:${slug}/${sectionId}/${name}`;
  const [state, setState] = useState(initial);
  useEffect(() => {
    const kept = read(key);
    const revived = kept === undefined ? null : revive(kept);
    if (revived !== null) setState(revived);
    // oxlint-disable-next-line react/exhaustive-deps -- what `revive` takes is decided by the content, which stays while the page does
  }, [key]);
  const set = useCallback(
    (next: T) => {
      setState(next);
      write(key, next);
    },
    [key],
  );
  return [state, set];
}

function read(key: string): unknown {
  try {
    const text = window.localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the exercise works, it is only not kept.
  }
}
