import clsx from "clsx";
import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { CONTROL, describedBy, Field, type FieldProps } from "./Field";
import { oneText, useField } from "./form-failure";

export type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "className"> & {
  /** A unit or other short text after the control: 万元, %, min. */
  suffix?: ReactNode;
  inputClassName?: string;
};

/** One line of text, a number, an address, a password, a date: whatever `type` says. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, hideLabel, className, inputClassName, suffix, type = "text", ...input },
  ref,
) {
  const field = useField(input.name, input.id, error);
  const refill = type === "password" ? undefined : oneText(field.refill);
  const value = input.value === undefined ? { defaultValue: refill ?? input.defaultValue } : { value: input.value };
  return (
    <Field field={field} label={label} hint={hint} hideLabel={hideLabel} required={input.required ?? false} className={className}>
      <span className="flex items-center gap-2">
        <input
          ref={ref}
          {...input}
          {...value}
          type={type}
          id={field.id}
          aria-describedby={describedBy(field, hint)}
          aria-invalid={field.errors.length > 0 || undefined}
          className={clsx(CONTROL, (type === "number" || type === "date") && "tabular", inputClassName)}
        />
        {suffix && <span className="shrink-0 text-sm text-ink-soft">{suffix}</span>}
      </span>
    </Field>
  );
});
