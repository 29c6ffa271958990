/** News of something in the browser: by server-sent events, and by asking every few seconds where those don't get through. */
import { useEffect, useRef, useState } from "react";

const ASK_EVERY_MS = 8_000;

/** Calls `onNews` when the stream at `path` says that something changed. False before JavaScript and while nothing gets through. */
export function useNews(path: string, onNews: () => void): boolean {
  const [connected, setConnected] = useState(false);
  const tell = useRef(onNews);
  tell.current = onNews;
  useEffect(() => {
    let heardAt = 0;
    const source = new EventSource(path);
    const hear = (): void => {
      heardAt = Date.now();
      setConnected(true);
    };
    source.onopen = hear;
    source.onmessage = () => {
      hear();
      tell.current();
    };
    source.onerror = () => setConnected(false);
    // A proxy may hold the stream back: then the page reads again by itself.
    const timer = setInterval(() => {
      if (source.readyState !== EventSource.OPEN || heardAt === 0) tell.current();
    }, ASK_EVERY_MS);
    return () => {
      source.close();
      clearInterval(timer);
    };
  }, [path]);
  return connected;
}
