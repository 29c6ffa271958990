type Send = (data: string, event?: string) => void;

const HEADERS = { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no" };

/** A response of server-sent events: `begin` gets the way to send and answers what undoes it when the reader is gone. */
export function eventStream(signal: AbortSignal, begin: (send: Send) => () => void): Response {
  const encoder = new TextEncoder();
  let stop: (() => void) | undefined;
  const end = (): void => {
    stop?.();
    stop = undefined;
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          end();
        }
      };
      write(": news\nretry: 3000\n\n");
      stop = begin((data, event) => write(`${event === undefined ? "" : `event: ${event}\n`}data: ${data}\n\n`));
      signal.addEventListener("abort", () => {
        end();
        try {
          controller.close();
        } catch {
          // The reader cancelled it already.
        }
      });
      if (signal.aborted) end();
    },
    cancel: end,
  });
  return new Response(body, { headers: HEADERS });
}
