import type { EarlyField } from "~/ui";
import { MARKS, type Mark } from "../scenario";

/** What a tap says. */
export interface Tap {
  behaviourId: string;
  mark: Mark;
}

const PREFIX = "marks.";

/** Of the fields that were filled in before the page's scripts ran, the observer's taps. */
export function tapsOf(fields: readonly EarlyField[]): Tap[] {
  return fields.flatMap(({ name, value }) => {
    const mark = MARKS.find((one) => one === value);
    return mark !== undefined && name.startsWith(PREFIX) ? [{ behaviourId: name.slice(PREFIX.length), mark }] : [];
  });
}
