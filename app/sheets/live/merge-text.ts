import * as Y from "yjs";
import { textChange } from "./text-diff";

/** Two people changed `base` without knowing of one another: what both wrote stands in the answer, what either deleted does not. */
export function mergeText(base: string, theirs: string, mine: string): string {
  const origin = new Y.Doc();
  origin.getText().insert(0, base);
  const branches = [theirs, mine].map((text) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
    const change = textChange(base, text);
    if (change && change.remove > 0) doc.getText().delete(change.at, change.remove);
    if (change && change.insert !== "") doc.getText().insert(change.at, change.insert);
    return Y.encodeStateAsUpdate(doc);
  });
  for (const update of branches) Y.applyUpdate(origin, update);
  return origin.getText().toJSON();
}
