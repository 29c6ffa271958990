import { Form } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/ui";
import { sheetPath } from "../paths";
import { useDesk } from "./desk";

/**
 * Cells as a plain form. Without scripts its button saves it; with them every cell is written as it is typed, and the form is
 * only a frame. `scope` leads back to the same place.
 */
export function PlainForm({ scope, row, buttons, children }: { scope: string; /** The row whose form this is. */ row?: string; /** In place of the one button. */ buttons?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("sheets");
  const { screen, store, fillable } = useDesk();
  const id = useId();
  if (!fillable) return <>{children}</>;
  return (
    <Form id={id} method="post" action={sheetPath(screen.id, { row })} onSubmit={(event) => store && event.preventDefault()} noValidate>
      <input type="hidden" name="version" value={screen.version} />
      <input type="hidden" name="scope" value={scope} />
      {children}
      {!store && (
        <div className="mt-5 flex flex-wrap gap-3" data-print="no">
          {buttons ?? (
            <SubmitButton name="intent" value="save">
              {t("plain.save")}
            </SubmitButton>
          )}
        </div>
      )}
    </Form>
  );
}
