import { Form } from "@remix-run/react";
import type { FormFailure } from "~/platform/forms.server";
import { FormErrors, FormFailureProvider, SubmitButton } from "~/ui";
import type { Period } from "./day";
import { HoursFields } from "./HoursFields";

interface Props {
  /** When they are free so far; null for all day. */
  free: readonly Period[] | null;
  timeZone: string;
  label: string;
  save: string;
  hint?: string;
  failure: FormFailure | null | undefined;
  variant?: "primary" | "secondary";
}

/** Says when somebody is free on a day; posts intent `hours` to the page it stands on. */
export function HoursForm({ free, timeZone, label, save, hint, failure, variant = "primary" }: Props) {
  return (
    <FormFailureProvider failure={failure}>
      <Form method="post" className="grid gap-4">
        <FormErrors labels={{}} />
        {hint && <p className="text-sm text-ink-soft">{hint}</p>}
        <HoursFields label={label} free={free} timeZone={timeZone} />
        <div>
          <SubmitButton name="intent" value="hours" variant={variant}>
            {save}
          </SubmitButton>
        </div>
      </Form>
    </FormFailureProvider>
  );
}
