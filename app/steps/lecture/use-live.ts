/** News of a session in the browser: by server-sent events, and by asking every few seconds where those don't get through. */
import { useEffect, useRef, useState } from "react";
import { eventsPath } from "./paths";
import type { LiveSnapshot } from "./snapshot";

const POLL_MS = 5_000;

export interface LiveOptions {
  /** Presenter and projector also hear that somebody checked in or answered. */
  onRoom?: () => void;
}

export interface Live {
  snapshot: LiveSnapshot;
  /** Whether news arrive; false before JavaScript, and while the network is away. */
  connected: boolean;
}

/** The session as it stands now, from `initial` (the loader's) on. */
export function useLive(sessionId: string, initial: LiveSnapshot, { onRoom }: LiveOptions = {}): Live {
  const [live, setLive] = useState<Live>({ snapshot: initial, connected: false });
  const loaded = JSON.stringify(initial);
  useEffect(() => setLive((before) => ({ ...before, snapshot: JSON.parse(loaded) as LiveSnapshot })), [loaded]);
  const tell = useRef(onRoom);
  tell.current = onRoom;
  const room = onRoom !== undefined;

  useEffect(() => {
    let heard = false;
    const hear = (text: string): void => {
      heard = true;
      setLive({ snapshot: JSON.parse(text) as LiveSnapshot, connected: true });
    };
    const source = new EventSource(`${eventsPath(sessionId)}${room ? "?room=1" : ""}`);
    source.onmessage = (event: MessageEvent<string>) => hear(event.data);
    source.addEventListener("room", () => tell.current?.());
    const ask = async (): Promise<void> => {
      if (source.readyState === EventSource.OPEN && heard) return;
      try {
        const response = await fetch(`${eventsPath(sessionId)}?once=1`, { headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(`status ${response.status}`);
        hear(await response.text());
        heard = false;
        tell.current?.();
      } catch {
        setLive((before) => ({ ...before, connected: false }));
      }
    };
    const timer = setInterval(() => void ask(), POLL_MS);
    return () => {
      source.close();
      clearInterval(timer);
    };
  }, [sessionId, room]);
  return live;
}
