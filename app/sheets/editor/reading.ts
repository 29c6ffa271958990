import type { Finding } from "../evaluation";
import type { SheetScreen } from "../sheet-screen";

/** Where to read again what a check is about: the section, else the chapter; no address for who may not read it. */
export function readingOf({ reading }: Pick<SheetScreen, "reading">, { chapter, section }: Finding["read"]): { title: string; path: string | null } {
  const known = reading[chapter];
  if (!known) return { title: chapter, path: null };
  const named = section === undefined ? undefined : known.sections[section];
  return { title: named ?? known.title, path: known.path === null ? null : section === undefined ? known.path : `${known.path}/${section}` };
}
