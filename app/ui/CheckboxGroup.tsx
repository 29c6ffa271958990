import { FieldGroup, type FieldProps } from "./Field";
import { useField } from "./form-failure";
import type { Choice } from "./Select";

export interface CheckboxGroupProps extends FieldProps {
  name: string;
  options: readonly Choice[];
  defaultValues?: readonly string[];
  required?: boolean;
  disabled?: boolean;
}

/** Any number of a few. Sends one value per tick under the same name. */
export function CheckboxGroup({ name, options, defaultValues = [], required, disabled, label, hint, error, hideLabel, className }: CheckboxGroupProps) {
  const field = useField(name, undefined, error);
  const chosen = field.returned ? [field.refill ?? []].flat() : defaultValues;
  return (
    <FieldGroup field={field} label={label} hint={hint} hideLabel={hideLabel} required={required ?? false} className={className}>
      <div className="grid gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft has-disabled:text-ink-faint"
          >
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={disabled || option.disabled}
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
