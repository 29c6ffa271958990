/** What the compile steps find out about a file besides its code. */
import type { Block, ModuleUses, TocEntry } from "../chapter";
import type { Call } from "./static-value";

/** Something in a content file that has to change, at a line of it. */
export interface CompileProblem {
  line: number;
  message: string;
}

export interface Collected {
  toc: TocEntry[];
  blocks: Block[];
  uses: ModuleUses;
  /** Line of the first use, by `term:<id>`, `checkin:<id>` and so on. */
  lines: Record<string, number>;
  /** Components with their data, in order: what `content:check` looks at. */
  calls: Call[];
  problems: CompileProblem[];
}

/** Nothing found yet. */
export function emptyCollection(): Collected {
  return { toc: [], blocks: [], uses: { terms: [], checkins: [], components: [], media: [], slides: [] }, lines: {}, calls: [], problems: [] };
}
