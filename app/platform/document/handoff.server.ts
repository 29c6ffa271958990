import type { EntryContext } from "@remix-run/node";

/** Remix's own record of what it has read of the loaders' data for the browser; it renders from there. */
interface Handoff {
  serverHandoffStream?: { getReader(): object };
  renderMeta?: { streamCache?: Record<number, { result: { done: boolean; value: string } }> };
}

/** In turbo-stream's encoding a promise is an array that begins with "P"; inside of texts the quotes are escaped. */
const PROMISE = '["P",';

/**
 * Reads the loaders' data as Remix has encoded it for the browser. Null when a part of it is still awaited: then the page
 * must be rendered as a stream. Either way `context` stays fit for rendering.
 */
export async function readHandoff(context: EntryContext): Promise<string | null> {
  const handoff = context as Handoff;
  const stream = context.serverHandoffStream;
  if (!stream) return null;
  const reader = stream.getReader();
  handoff.serverHandoffStream = { getReader: () => reader };
  const decoder = new TextDecoder();
  let text = "";
  for (let chunk = await reader.read(); ; chunk = await reader.read()) {
    if (!chunk.done) text += decoder.decode(chunk.value, { stream: true });
    if (chunk.done || text.includes(PROMISE)) {
      setHandoff(context, text, chunk.done);
      return chunk.done ? text : null;
    }
  }
}

/** Makes `text` the data that the page hands to the browser; Remix renders it as one script. */
export function setHandoff(context: EntryContext, text: string, done = true): void {
  const handoff = context as Handoff;
  handoff.renderMeta = { ...handoff.renderMeta, streamCache: { 0: { result: { done, value: text } } } };
  if (done) handoff.serverHandoffStream = { getReader: () => ({}) };
}

const ESCAPES: Record<string, string> = { "&": "\\u0026", ">": "\\u003e", "<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029" };

/** The data as it stands in the page's script, exactly as Remix writes it there. */
export function scriptText(text: string): string {
  return JSON.stringify(text).replace(/[&><\u2028\u2029]/g, (character) => ESCAPES[character] ?? character);
}
