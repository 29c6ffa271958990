/** What every derived picture of a sheet is given. */
import type { ReactElement } from "react";
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import type { Evaluation } from "../evaluation";

export interface PictureProps {
  definition: SheetDefinition;
  content: SheetContent;
  evaluation: Evaluation;
  locale: Locale;
  /** ISO 4217, of the cells of type money. */
  currency: string;
}

/**
 * Pure: the same props always give the same picture, on the server and in the browser. It is drawn anew at every keystroke, and
 * has something sensible to show of an empty and of a half-filled sheet.
 */
export type Picture = (props: PictureProps) => ReactElement;
