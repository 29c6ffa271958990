import { useEffect, useState } from "react";

export interface ShownCode {
  code: string;
  qr: { path: string; size: number };
  /** Milliseconds from when it was read. */
  validFor: number;
}

const RETRY_MS = 2_000;

/** The check-in code of the moment, read again whenever it changes. Null where one cannot check in. */
export function useCode(path: string, initial: ShownCode | null): { card: ShownCode; until: number } | null {
  const [held, setHeld] = useState(() => (initial ? { card: initial, until: 0 } : null));
  const active = initial !== null;
  useEffect(() => {
    if (!active) return setHeld(null);
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const read = async (): Promise<void> => {
      let next = RETRY_MS;
      try {
        const response = await fetch(path, { headers: { Accept: "application/json" } });
        if (response.ok && !gone) {
          const card = (await response.json()) as ShownCode;
          setHeld({ card, until: Date.now() + card.validFor });
          next = card.validFor + 100;
        }
      } catch {
        // Tried again below.
      }
      if (!gone) timer = setTimeout(() => void read(), next);
    };
    void read();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [path, active]);
  return held;
}
