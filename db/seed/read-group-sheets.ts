import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

const cell = z.union([z.string(), z.number(), z.array(z.string())]);
const row = z.object({ id: z.string().regex(/^[a-z-]+$/), by: z.string(), better: z.object({ by: z.string() }).catchall(cell).optional() }).catchall(cell);
const sheet = z.object({
  id: z.string(),
  customer: z.string(),
  project: z.string(),
  /** Who began it. */
  by: z.string(),
  /** The group's word with the hand-in. */
  note: z.string().optional(),
  /** The instructor's remark where it was sent back once, and with the acceptance. */
  returned: z.string().optional(),
  accepted: z.string().optional(),
  rows: z.array(row),
});

export type DemoSheet = z.infer<typeof sheet>;

/** What the demo's groups wrote, by id. @throws ZodError when the file is wrong. */
export async function readGroupSheets(): Promise<Map<string, DemoSheet>> {
  const sheets = z.array(sheet).parse(parse(await readFile("content/demo/group-sheets.yaml", "utf8")));
  return new Map(sheets.map((one) => [one.id, one]));
}
