/** An observer's sheet: taps with their time, and what they come to. */
import { MARKS, type Mark } from "./scenario";

/** Something an observer did. Ids are the device's; the time is the server's clock as the device knew it. */
export type ObserverOp =
  | { opId: string; kind: "mark"; behaviourId: string; mark: Mark; at: Date }
  | { opId: string; kind: "clear"; behaviourId: string; at: Date }
  | { opId: string; kind: "note"; behaviourId: string | null; note: string; at: Date }
  | { opId: string; kind: "hand-in"; at: Date };

export const OP_KINDS = ["mark", "clear", "note", "hand-in"] as const satisfies readonly ObserverOp["kind"][];

/** What holds of a behaviour: the latest tap. */
export interface SheetMark {
  mark: Mark;
  at: Date;
}

export interface SheetNote {
  opId: string;
  behaviourId: string | null;
  note: string;
  at: Date;
}

export interface Sheet {
  marks: Map<string, SheetMark>;
  notes: SheetNote[];
  handedInAt: Date | null;
}

/** What operations come to, whatever order they arrived in: the latest tap on a behaviour holds. */
export function sheetOf(ops: readonly ObserverOp[]): Sheet {
  const sheet: Sheet = { marks: new Map(), notes: [], handedInAt: null };
  const inTime = ops.map((op, at) => ({ op, at })).sort((one, other) => one.op.at.getTime() - other.op.at.getTime() || one.at - other.at);
  for (const { op } of inTime) {
    if (op.kind === "mark") sheet.marks.set(op.behaviourId, { mark: op.mark, at: op.at });
    else if (op.kind === "clear") sheet.marks.delete(op.behaviourId);
    else if (op.kind === "note") sheet.notes.push({ opId: op.opId, behaviourId: op.behaviourId, note: op.note, at: op.at });
    else sheet.handedInAt ??= op.at;
  }
  return sheet;
}

/** Marks by behaviour. */
export type MarkMap = Readonly<Record<string, Mark>>;

/** Points of a mark: shown 2, partly 1, not shown 0. A behaviour without a mark was not shown. */
export const MARK_POINTS = { "shown": 2, "partly": 1, "not-shown": 0 } as const satisfies Record<Mark, number>;

/** Points of a checklist. */
export function checklistPoints(behaviours: readonly { id: string }[], marks: MarkMap): { points: number; max: number } {
  return { points: behaviours.reduce((sum, { id }) => sum + MARK_POINTS[marks[id] ?? "not-shown"], 0), max: behaviours.length * MARK_POINTS.shown };
}

/** The mark that has so many points. */
export function markOfPoints(points: number): Mark | undefined {
  return MARKS.find((mark) => MARK_POINTS[mark] === points);
}

/** Marks alone, without their time. */
export function markMap(sheet: Pick<Sheet, "marks">): MarkMap {
  return Object.fromEntries([...sheet.marks].map(([id, { mark }]) => [id, mark]));
}
