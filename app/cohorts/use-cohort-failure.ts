import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FormFailure } from "~/ui";

/** A failure with this room's own codes (`cohorts:error.*`) put into words; others stay for the form to say. */
export function useCohortFailure(failure: FormFailure | null | undefined): FormFailure | null {
  const { t, i18n } = useTranslation("cohorts");
  return useMemo(() => {
    if (!failure) return null;
    const say = (message: string): string => (/^[\w-]+$/.test(message) && i18n.exists(`error.${message}`, { ns: "cohorts" }) ? t(`error.${message}`) : message);
    return { ...failure, formErrors: failure.formErrors.map(say), fieldErrors: Object.fromEntries(Object.entries(failure.fieldErrors).map(([name, errors]) => [name, errors.map(say)])) };
  }, [failure, t, i18n]);
}
