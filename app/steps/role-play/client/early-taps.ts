import { MARKS, type Mark } from "../scenario";

/** What a tap says. */
export interface Tap {
  behaviourId: string;
  mark: Mark;
}

type Radio = Pick<HTMLInputElement, "name" | "value" | "checked" | "defaultChecked">;

const PREFIX = "marks.";
const seen = new WeakMap<Element, Tap[]>();

/**
 * What was tapped in the server's page before its scripts ran. Read while the sheet hydrates, before React puts the radio
 * buttons back to what the server knew; hydration may begin again, so the first reading holds.
 */
export function earlyTaps(sheet: Element | null): Tap[] {
  if (sheet === null) return [];
  const taps = seen.get(sheet) ?? tapsAmong([...sheet.querySelectorAll<HTMLInputElement>('input[type="radio"]')]);
  seen.set(sheet, taps);
  return taps;
}

/** Of these radio buttons, those that are chosen though the server's page did not choose them. */
export function tapsAmong(radios: readonly Radio[]): Tap[] {
  return radios.flatMap(({ name, value, checked, defaultChecked }) => {
    const mark = MARKS.find((one) => one === value);
    return checked && !defaultChecked && mark !== undefined && name.startsWith(PREFIX) ? [{ behaviourId: name.slice(PREFIX.length), mark }] : [];
  });
}
