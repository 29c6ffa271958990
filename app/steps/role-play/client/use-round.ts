import { useCallback, useEffect, useRef, useState } from "react";
import { useNews } from "~/platform/use-news";
import { rolePlayEventsPath, roundStatePath } from "../paths";
import type { RoundScreen } from "../round-screen";

/**
 * The round as it stands now, from the loader's on. Read by itself when somebody does something, without the router: a page
 * whose network is away stays as it is.
 */
export function useRound(loaded: RoundScreen): { screen: RoundScreen; read: () => void; connected: boolean } {
  const [screen, setScreen] = useState(loaded);
  useEffect(() => setScreen(loaded), [loaded]);
  const busy = useRef(false);
  const again = useRef(false);
  const { roundId } = loaded;
  const read = useCallback(() => {
    if (busy.current) {
      again.current = true;
      return;
    }
    busy.current = true;
    void fetch(roundStatePath(roundId), { headers: { accept: "application/json" }, credentials: "same-origin" })
      .then(async (response) => {
        if (response.ok) setScreen((await response.json()) as RoundScreen);
      })
      .catch(() => undefined)
      .finally(() => {
        busy.current = false;
        if (again.current) {
          again.current = false;
          read();
        }
      });
  }, [roundId]);
  const connected = useNews(rolePlayEventsPath(loaded.sessionId), read);
  return { screen, read, connected };
}
