import { useTranslation } from "react-i18next";
import { Button, useHydrated } from "~/ui";
import type { At } from "./paper-state";

interface Props {
  form: string;
  at: At;
  disabled: boolean;
  className?: string;
  onAsk: () => void;
}

/** With scripts it asks in a dialog; without, the overview is the question and its button hands in. */
export function HandInButton({ form, at, disabled, className, onAsk }: Props) {
  const { t } = useTranslation("quiz");
  const hydrated = useHydrated();
  const variant = at === "review" ? "primary" : "secondary";
  if (hydrated) {
    return (
      <Button type="button" variant={variant} disabled={disabled} onClick={onAsk} className={className} aria-haspopup="dialog">
        {t("handIn.button")}
      </Button>
    );
  }
  return at === "review" ? (
    <Button form="hand-in" variant={variant} className={className}>
      {t("handIn.button")}
    </Button>
  ) : (
    <Button form={form} name="go" value="review" variant={variant} className={className}>
      {t("handIn.check")}
    </Button>
  );
}
