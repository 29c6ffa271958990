import clsx from "clsx";
import type { InputHTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { describedBy, Field, type FieldProps } from "./Field";
import { useField } from "./form-failure";

export type FileFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "className" | "type" | "value"> & {
  /** Largest size in MB, said beside the hint; the server enforces it. */
  maxMegabytes?: number;
};

/** A file from the device, or from the camera with `capture`. A returned form asks for it again: browsers forget files. */
export function FileField({ label, hint, error, hideLabel, className, maxMegabytes, ...input }: FileFieldProps) {
  const { t } = useTranslation("ui");
  const field = useField(input.name, input.id, error);
  const limit = maxMegabytes === undefined ? null : t("field.maxSize", { size: maxMegabytes });
  const full = hint || limit ? [hint, limit].filter(Boolean).map((part, index) => <span key={index}>{part} </span>) : undefined;
  return (
    <Field field={field} label={label} hint={full} hideLabel={hideLabel} required={input.required ?? false} className={className}>
      <input
        {...input}
        type="file"
        id={field.id}
        aria-describedby={describedBy(field, full)}
        aria-invalid={field.errors.length > 0 || undefined}
        className={clsx(
          "block w-full rounded-md border border-dashed border-line-strong bg-surface p-1.5 text-sm text-ink-soft aria-invalid:border-danger",
          "file:me-3 file:min-h-9 file:rounded-sm file:border-0 file:bg-pine-soft file:px-3 file:py-2 file:font-semibold file:text-pine-deep",
        )}
      />
    </Field>
  );
}
