import clsx from "clsx";
import ChevronDown from "lucide-react/icons/chevron-down";
import type { SelectHTMLAttributes } from "react";
import { CONTROL, describedBy, Field, type FieldProps } from "./Field";
import { oneText, useField } from "./form-failure";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export type SelectProps = FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, "className" | "multiple"> & {
  options?: readonly Choice[];
  /** The empty first entry; without it the first option is chosen. */
  placeholder?: string;
};

/** One of many, by the platform's own picker: quick on a phone. `children` may hold `<optgroup>`s instead of `options`. */
export function Select({ label, hint, error, hideLabel, className, options = [], placeholder, children, ...input }: SelectProps) {
  const field = useField(input.name, input.id, error);
  const value = input.value === undefined ? { defaultValue: oneText(field.refill) ?? input.defaultValue ?? (placeholder === undefined ? undefined : "") } : { value: input.value };
  return (
    <Field field={field} label={label} hint={hint} hideLabel={hideLabel} required={input.required ?? (placeholder === undefined ? undefined : false)} className={className}>
      <span className="relative block">
        <select
          {...input}
          {...value}
          id={field.id}
          aria-describedby={describedBy(field, hint)}
          aria-invalid={field.errors.length > 0 || undefined}
          className={clsx(CONTROL, "appearance-none pe-10")}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
          {children}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-soft" />
      </span>
    </Field>
  );
}
