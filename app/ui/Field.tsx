import clsx from "clsx";
import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useInFilter } from "./FilterFields";
import type { FieldState } from "./form-failure";

/** What every field has. */
export interface FieldProps {
  label: ReactNode;
  /** Below the label: what is wanted and why. */
  hint?: ReactNode;
  /** An error given by hand; those of the form's failure come by themselves. */
  error?: string;
  /** Keeps the label for screen readers only (search boxes, cells of a table). */
  hideLabel?: boolean;
  className?: string;
}

export const CONTROL =
  "block w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 py-2 text-base leading-normal text-ink placeholder:text-ink-faint hover:border-ink-soft focus-visible:border-pine aria-invalid:border-danger aria-invalid:border-2 disabled:border-line disabled:bg-paper-deep disabled:text-ink-faint [&[readonly]]:bg-paper-deep";

/** The ids of hint and error for `aria-describedby`. */
export function describedBy(field: FieldState, hint: ReactNode): string | undefined {
  return clsx(hint ? `${field.id}-hint` : null, field.errors.length > 0 ? `${field.id}-error` : null) || undefined;
}

/** The frame of a field: label, hint, control, errors. For own controls; ready ones are TextField, Select, … */
export function Field({ field, label, hint, hideLabel, required, className, children }: FieldProps & { field: FieldState; required?: boolean; children: ReactNode }) {
  return (
    <div className={clsx("field min-w-0", className)}>
      <label htmlFor={field.id} className={clsx("mb-1.5 block self-end text-sm font-semibold text-ink", hideLabel && "sr-only")}>
        {label}
        {required === false && <Optional />}
      </label>
      {hint && (
        <p id={`${field.id}-hint`} className={clsx("field-hint -mt-1 mb-1.5 text-sm text-ink-soft", hideLabel && "sr-only")}>
          {hint}
        </p>
      )}
      <div className="field-control">{children}</div>
      <FieldErrors field={field} />
    </div>
  );
}

/** Fields side by side, their controls on one line whatever hints and errors they have. On a phone one below the other. */
export function FieldGrid({ columns = 2, children }: { columns?: 2 | 3; children: ReactNode }) {
  return <div className={clsx("field-grid", columns === 2 ? "sm:grid-cols-2" : "sm:grid-cols-2 lg:grid-cols-3")}>{children}</div>;
}

/** The same for a group of controls: a fieldset with its legend. */
export function FieldGroup({ field, label, hint, hideLabel, required, className, children }: FieldProps & { field: FieldState; required?: boolean; children: ReactNode }) {
  return (
    <fieldset id={field.id} tabIndex={-1} aria-describedby={describedBy(field, hint)} className={clsx("min-w-0", className)}>
      <legend className={clsx("mb-1.5 text-sm font-semibold text-ink", hideLabel && "sr-only")}>
        {label}
        {required === false && <Optional />}
      </legend>
      {hint && (
        <p id={`${field.id}-hint`} className="-mt-1 mb-1.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      <FieldErrors field={field} />
    </fieldset>
  );
}

/** The errors of one field, with an icon beside the colour. */
export function FieldErrors({ field }: { field: FieldState }) {
  if (field.errors.length === 0) return null;
  return (
    <ul id={`${field.id}-error`} className="field-errors mt-1.5 grid content-start gap-0.5 text-sm font-semibold text-danger">
      {field.errors.map((error) => (
        <li key={error} className="flex gap-1.5">
          <CircleAlert aria-hidden className="mt-[0.25em] size-4 shrink-0" />
          <span>{error}</span>
        </li>
      ))}
    </ul>
  );
}

function Optional() {
  const inFilter = useInFilter();
  const { t } = useTranslation("ui");
  if (inFilter) return null;
  return <span className="ms-1.5 font-normal text-ink-faint">{t("field.optional")}</span>;
}
