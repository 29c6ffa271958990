/** What devices send, as it is taken. */
import { z } from "zod";
import { type Beat, MOST_BEATS } from "./beat";
import type { WatchedStretch } from "./watched";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const id = z.string().min(1).max(80);

const beat = z.object({
  id: z.uuid(),
  sectionId: id,
  activeMs: z.number().min(0).max(600_000),
  position: z.number().min(0).max(1),
  anchor: z.string().max(120).nullable(),
  reachedEnd: z.boolean(),
  ageMs: z.number().catch(0).transform((age) => Math.min(Math.max(0, age), WEEK_MS)),
}) satisfies z.ZodType<Beat>;

const stretch = z.object({ mediaId: id, from: z.number().min(0), to: z.number().min(0) }) satisfies z.ZodType<WatchedStretch>;

/** What a device sent, as far as it can be understood. */
export interface PreviewRecord {
  beats: Beat[];
  watched: WatchedStretch[];
}

const record = z.object({ beats: z.array(z.unknown()).default([]), watched: z.array(z.unknown()).default([]) });

/** Parses a posted record; null when it is none. An entry that is broken spoils only itself: nobody could mend it on the device. */
export function parseRecord(text: string): PreviewRecord | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = record.safeParse(json);
  if (!parsed.success) return null;
  return { beats: whole(beat, parsed.data.beats), watched: whole(stretch, parsed.data.watched) };
}

function whole<T>(schema: z.ZodType<T>, entries: readonly unknown[]): T[] {
  return entries.slice(0, MOST_BEATS).flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}
