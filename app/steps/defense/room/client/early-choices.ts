type Radio = Pick<HTMLInputElement, "name" | "value" | "checked" | "defaultChecked">;

const NAME = /^v\.(\d+)$/;
const seen = new WeakMap<Element, { position: number; value: string }[]>();

/**
 * What was tapped in the server's page before its scripts ran. Read while the sheet hydrates, before React puts the radio
 * buttons back to what the server knew; hydration may begin again, so the first reading holds.
 */
export function earlyChoices(sheet: Element | null): { position: number; value: string }[] {
  if (sheet === null) return [];
  const choices = seen.get(sheet) ?? choicesAmong([...sheet.querySelectorAll<HTMLInputElement>('input[type="radio"]')]);
  seen.set(sheet, choices);
  return choices;
}

/** Of these radio buttons, those that are chosen though the server's page did not choose them. */
export function choicesAmong(radios: readonly Radio[]): { position: number; value: string }[] {
  return radios.flatMap(({ name, value, checked, defaultChecked }) => {
    const position = NAME.exec(name)?.[1];
    return checked && !defaultChecked && position !== undefined ? [{ position: Number(position), value }] : [];
  });
}
