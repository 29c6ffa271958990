import { useState } from "react";
import { useHydrated } from "./use-hydrated";

/** A field of the server's page that somebody filled in before the page's scripts ran. */
export interface EarlyField {
  name: string;
  value: string;
}

type Choice = Pick<HTMLInputElement, "name" | "value" | "checked" | "defaultChecked">;
type Text = Pick<HTMLTextAreaElement, "name" | "value" | "defaultValue">;

const seen = new WeakMap<Element, EarlyField[]>();

/**
 * Radio buttons and texts inside the element with this id that were changed before scripts ran. Read while the page comes to
 * life, before React puts the fields back to what the server knew; it may begin to do so again, so the first reading holds.
 */
export function useEarlyFields(id: string): readonly EarlyField[] {
  const hydrated = useHydrated();
  const [early] = useState(() => (hydrated || typeof document === "undefined" ? [] : earlyFields(document.getElementById(id))));
  return early;
}

function earlyFields(root: Element | null): EarlyField[] {
  if (root === null) return [];
  const fields = seen.get(root) ?? [...chosenAmong(root.querySelectorAll<HTMLInputElement>('input[type="radio"]')), ...typedAmong(root.querySelectorAll<HTMLTextAreaElement>("textarea"))];
  seen.set(root, fields);
  return fields;
}

/** Of these radio buttons, those that are chosen though the server's page did not choose them. */
export function chosenAmong(radios: Iterable<Choice>): EarlyField[] {
  return [...radios].filter(({ checked, defaultChecked }) => checked && !defaultChecked).map(({ name, value }) => ({ name, value }));
}

/** Of these texts, those that say something else than the server's page did. */
export function typedAmong(texts: Iterable<Text>): EarlyField[] {
  return [...texts].filter(({ value, defaultValue }) => value !== defaultValue).map(({ name, value }) => ({ name, value }));
}
