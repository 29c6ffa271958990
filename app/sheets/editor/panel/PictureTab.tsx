import { useDesk } from "../desk";
import { SheetPicture } from "../../SheetPicture";

/** The picture that follows from the sheet, drawn anew with every change. */
export function PictureTab() {
  const { screen, content, evaluation, io } = useDesk();
  return <SheetPicture definition={screen.definition} content={content} evaluation={evaluation} locale={io.locale} currency={screen.currency} />;
}
