/** What there is to say at each cell: problems, findings, what is missing, comments, who is there. Looked up by address. */
import type { CellAddress, SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import type { CellProblem, Evaluation, Finding } from "../evaluation";
import type { Peer } from "../client/store";
import type { CommentThread } from "../comment";

/** What was meant for a cell and made no value there, and why. */
export interface Unread {
  text: string;
  problem: CellProblem;
}

export interface CellMarks {
  problem?: CellProblem;
  unread?: Unread;
  findings: Finding[];
  /** Required, and empty. */
  missing: boolean;
  /** Open comments. */
  comments: number;
  peers: Peer[];
}

const NOTHING: CellMarks = { findings: [], missing: false, comments: 0, peers: [] };

export interface Marks {
  at(address: CellAddress): CellMarks;
  /** Everything at a row and its cells, for its card. */
  ofRow(table: string, row: string): { problems: number; warnings: number; missing: number; comments: number; peers: Peer[] };
}

interface Sources {
  evaluation: Evaluation;
  comments: readonly CommentThread[];
  peers: readonly Peer[];
  unread?: ReadonlyMap<CellAddress, Unread>;
}

export function marksOf({ evaluation, comments, peers, unread }: Sources): Marks {
  const all = new Map<CellAddress, CellMarks>();
  const mark = (address: CellAddress): CellMarks => {
    const known = all.get(address) ?? { findings: [], missing: false, comments: 0, peers: [] };
    all.set(address, known);
    return known;
  };
  for (const [address, problem] of Object.entries(evaluation.problems)) mark(address).problem = problem;
  for (const finding of evaluation.findings) if (finding.at !== null) mark(finding.at).findings.push(finding);
  for (const missing of evaluation.completeness.missing) if (missing.kind === "cell") mark(missing.at).missing = true;
  for (const { address, resolved } of comments) if (resolved === null) mark(address).comments++;
  for (const [address, meant] of unread ?? []) mark(address).unread = meant;
  for (const peer of peers) if (peer.at !== null) mark(peer.at).peers.push(peer);
  return {
    at: (address) => all.get(address) ?? NOTHING,
    ofRow(table, row) {
      const prefix = `${table}/${row}`;
      const sum = { problems: 0, warnings: 0, missing: 0, comments: 0, peers: [] as Peer[] };
      for (const [address, marks] of all) {
        if (address !== prefix && !address.startsWith(`${prefix}/`)) continue;
        sum.problems += (marks.problem || marks.unread !== undefined ? 1 : 0) + marks.findings.filter(({ severity }) => severity === "problem").length;
        sum.warnings += marks.findings.filter(({ severity }) => severity === "warning").length;
        sum.missing += marks.missing ? 1 : 0;
        sum.comments += marks.comments;
        sum.peers.push(...marks.peers);
      }
      return sum;
    },
  };
}

/** Threads in the order of the sheet: the sheet's own first, then fields, then tables by rows and columns; what is gone last. */
export function orderOfAddresses(definition: SheetDefinition, content: SheetContent): (address: CellAddress) => number {
  const order = new Map<CellAddress, number>([["", 0]]);
  for (const { id } of definition.fields) order.set(id, order.size);
  for (const table of definition.tables) {
    order.set(table.id, order.size);
    for (const row of content.tables[table.id] ?? []) {
      order.set(`${table.id}/${row.id}`, order.size);
      for (const column of table.columns) order.set(`${table.id}/${row.id}/${column.id}`, order.size);
    }
  }
  return (address) => order.get(address) ?? Number.MAX_SAFE_INTEGER;
}
