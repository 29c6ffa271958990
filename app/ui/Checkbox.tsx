import clsx from "clsx";
import type { InputHTMLAttributes } from "react";
import { describedBy, FieldErrors, type FieldProps } from "./Field";
import { useField } from "./form-failure";

export type CheckboxProps = Omit<FieldProps, "hideLabel"> & Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "type">;

/** One yes or no. Several with the same `name` make a list. The whole line is the target. */
export function Checkbox({ label, hint, error, className, ...input }: CheckboxProps) {
  const field = useField(input.name, input.id, error);
  const sent = String(input.value ?? "on");
  const refilled = Array.isArray(field.refill) ? field.refill.includes(sent) : field.refill === sent;
  const checked = input.checked === undefined ? { defaultChecked: field.returned ? refilled : input.defaultChecked } : { checked: input.checked };
  return (
    <div className={className}>
      <label className="flex min-h-11 items-start gap-3 rounded-md py-2 text-base leading-snug has-disabled:text-ink-faint">
        <input
          {...input}
          {...checked}
          type="checkbox"
          id={input.id ?? (field.errors.length > 0 ? field.id : undefined)}
          aria-describedby={describedBy(field, hint)}
          aria-invalid={field.errors.length > 0 || undefined}
          className={clsx("mt-px size-5 shrink-0", field.errors.length > 0 && "outline-2 outline-danger")}
        />
        <span>
          {label}
          {hint && (
            <span id={`${field.id}-hint`} className="mt-0.5 block text-sm text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldErrors field={field} />
    </div>
  );
}
