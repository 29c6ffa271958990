import { createContext, type ReactNode, useContext, useId } from "react";
import { useTranslation } from "react-i18next";

/** Why a form was not taken (the shape that `parseForm` answers). Messages are keys below `ui:form` or plain text. */
export interface FormFailure {
  formErrors: string[];
  fieldErrors: Record<string, string[]>;
  /** What the person typed, so that nothing is lost. */
  values: Record<string, string | string[]>;
}

export const FormFailureContext = createContext<FormFailure | null>(null);

/** Put round a form's fields with the action's answer: each field then shows its own errors and what was typed. */
export function FormFailureProvider({ failure, children }: { failure: FormFailure | null | undefined; children: ReactNode }) {
  return <FormFailureContext.Provider value={failure ?? null}>{children}</FormFailureContext.Provider>;
}

/** Translates a message of a failure: `required` and `form.required` are keys of `ui`, anything else is shown as it is. */
export function useFormMessage(): (message: string) => string {
  const { t, i18n } = useTranslation("ui");
  return (message) => {
    const key = message.replace(/^ui:/, "").replace(/^form\./, "");
    return /^[\w.-]+$/.test(key) && i18n.exists(`form.${key}`, { ns: "ui" }) ? t(`form.${key}`) : message;
  };
}

export interface FieldState {
  id: string;
  /** What the person typed last time, when the form came back. */
  refill: string | string[] | undefined;
  /** Whether the form came back at all: an absent checkbox was then unticked on purpose. */
  returned: boolean;
  errors: string[];
}

/** What a field needs to know: its id, errors and refill, from the failure round it or from `error` given by hand. */
export function useField(name: string | undefined, id?: string, error?: string): FieldState {
  const generated = useId();
  const failure = useContext(FormFailureContext);
  const message = useFormMessage();
  const found = name === undefined ? [] : (failure?.fieldErrors[name] ?? []);
  return {
    id: id ?? (name !== undefined && failure?.fieldErrors[name] ? fieldId(name) : generated),
    refill: name === undefined ? undefined : failure?.values[name],
    returned: failure !== null,
    errors: error === undefined ? found.map(message) : [error],
  };
}

/** The id by which the summary of errors leads to the field. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, "-")}`;
}

/** The first text of a refill. */
export function oneText(refill: string | string[] | undefined): string | undefined {
  return Array.isArray(refill) ? refill[0] : refill;
}
