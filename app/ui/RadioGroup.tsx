import clsx from "clsx";
import { FieldGroup, type FieldProps } from "./Field";
import { oneText, useField } from "./form-failure";
import type { Choice } from "./Select";

export interface RadioGroupProps extends FieldProps {
  name: string;
  options: readonly Choice[];
  defaultValue?: string;
  required?: boolean;
  disabled?: boolean;
  /** `row`: short options side by side where there is room (scales, yes/no). */
  layout?: "column" | "row";
  onChange?: (value: string) => void;
}

/** One of a few, all in view; every option is a line to tap. */
export function RadioGroup({ name, options, defaultValue, required, disabled, layout = "column", onChange, label, hint, error, hideLabel, className }: RadioGroupProps) {
  const field = useField(name, undefined, error);
  const chosen = field.returned ? oneText(field.refill) : defaultValue;
  return (
    <FieldGroup field={field} label={label} hint={hint} hideLabel={hideLabel} required={required ?? false} className={className}>
      <div className={clsx("gap-2", layout === "row" ? "flex flex-wrap" : "grid")}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft has-disabled:text-ink-faint"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={chosen === option.value}
              required={required}
              disabled={disabled || option.disabled}
              onChange={onChange && (() => onChange(option.value))}
              className="mt-px size-5 shrink-0"
            />
            <span>
              {option.label}
              {option.hint && <span className="mt-0.5 block text-sm text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
