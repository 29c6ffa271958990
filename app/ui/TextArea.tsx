import clsx from "clsx";
import { forwardRef, type TextareaHTMLAttributes } from "react";
import { CONTROL, describedBy, Field, type FieldProps } from "./Field";
import { oneText, useField } from "./form-failure";

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className">;

/** Several lines of text; grows with what is typed where the browser can. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hint, error, hideLabel, className, rows = 4, ...input },
  ref,
) {
  const field = useField(input.name, input.id, error);
  const value = input.value === undefined ? { defaultValue: oneText(field.refill) ?? input.defaultValue } : { value: input.value };
  return (
    <Field field={field} label={label} hint={hint} hideLabel={hideLabel} required={input.required ?? false} className={className}>
      <textarea
        ref={ref}
        {...input}
        {...value}
        rows={rows}
        id={field.id}
        aria-describedby={describedBy(field, hint)}
        aria-invalid={field.errors.length > 0 || undefined}
        className={clsx(CONTROL, "max-h-[70vh] resize-y leading-relaxed [field-sizing:content]")}
      />
    </Field>
  );
});
