import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import type { Evaluation } from "./evaluation";
import { PICTURES } from "./pictures";

export interface SheetPictureProps {
  definition: SheetDefinition;
  content: SheetContent;
  evaluation: Evaluation;
  locale: Locale;
  /** ISO 4217. */
  currency: string;
}

/** The picture that follows from a sheet, with the table behind it; nothing where its definition names none that there is. */
export function SheetPicture(props: SheetPictureProps) {
  const Picture = PICTURES[props.definition.picture];
  if (!Picture) return null;
  return <Picture {...props} />;
}
