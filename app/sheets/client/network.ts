/** What a window knows of its network, and by what name others know it. Outside of a browser there is always a network. */

/** Whether the browser knows that there is none; what it does not know shows when the line breaks. */
export function isOffline(): boolean {
  return typeof window !== "undefined" && !window.navigator.onLine;
}

/** Hears that the network is back (or somebody, to the window) and that it is gone; answers how to stop. */
export function hearNetwork({ back, gone }: { back: () => void; gone: () => void }): () => void {
  if (typeof window === "undefined") return () => undefined;
  const listen = (act: "addEventListener" | "removeEventListener"): void => {
    window[act]("online", back);
    window[act]("focus", back);
    window[act]("offline", gone);
  };
  listen("addEventListener");
  return () => listen("removeEventListener");
}

/** A name for this window among those that write. */
export function newWindowName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join("");
}
