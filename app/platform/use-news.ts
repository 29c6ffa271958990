/** News of something in the browser: by server-sent events, and by asking every few seconds where those don't get through. */
import { useEffect, useRef, useState } from "react";

const ASK_EVERY_MS = 8_000;

const NOTHING_NAMED: Record<string, (data: string) => void> = {};

/**
 * Calls `onNews` when the stream at `path` says that something changed (with what it says), and, with nothing, when the stream opens (what happened
 * since the page was read, or while the line was down, nobody tells again) and whenever it has to ask; calls the handler of `named` for events of that name
 * (a constant object, or one that keeps its names). Answers whether news get through; true until they turn out not to.
 */
export function useNews(path: string, onNews: (what: string) => void, named: Record<string, (data: string) => void> = NOTHING_NAMED): boolean {
  const [connected, setConnected] = useState(true);
  const tell = useRef({ onNews, named });
  tell.current = { onNews, named };
  const names = Object.keys(named).join(" ");
  useEffect(() => {
    let heardAt = 0;
    const source = new EventSource(path);
    const hear = (): void => {
      heardAt = Date.now();
      setConnected(true);
    };
    source.onopen = () => {
      hear();
      tell.current.onNews("");
    };
    source.onmessage = (event: MessageEvent<string>) => {
      hear();
      tell.current.onNews(event.data);
    };
    for (const name of names.split(" ").filter(Boolean)) {
      source.addEventListener(name, (event) => {
        hear();
        tell.current.named[name]?.((event as MessageEvent<string>).data);
      });
    }
    source.onerror = () => setConnected(false);
    // A proxy may hold the stream back: then the page reads again by itself.
    const timer = setInterval(() => {
      if (source.readyState !== EventSource.OPEN || heardAt === 0) tell.current.onNews("");
    }, ASK_EVERY_MS);
    return () => {
      source.close();
      clearInterval(timer);
    };
  }, [path, names]);
  return connected;
}
