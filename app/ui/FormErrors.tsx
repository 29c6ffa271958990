import CircleAlert from "lucide-react/icons/circle-alert";
import { useContext, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldId, FormFailureContext, useFormMessage } from "./form-failure";

/**
 * The summary at the top of a form that was not taken: what concerns the whole form, and a link to each field with an
 * error. Takes the focus when it appears. `labels` gives the fields' names as the person knows them.
 */
export function FormErrors({ labels = {}, takeFocus = true }: { labels?: Record<string, string>; takeFocus?: boolean }) {
  const { t } = useTranslation("ui");
  const failure = useContext(FormFailureContext);
  const message = useFormMessage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure && takeFocus) box.current?.focus();
  }, [failure, takeFocus]);
  const fields = Object.entries(failure?.fieldErrors ?? {}).filter(([, errors]) => errors.length > 0);
  if (!failure || (failure.formErrors.length === 0 && fields.length === 0)) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-6 rounded-md border-s-4 border-danger bg-danger-soft px-4 py-3 text-ink">
      <p className="flex items-center gap-2 font-semibold">
        <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
        {failure.formErrors.length > 0 ? failure.formErrors.map(message).join(" ") : t("form.fixFields", { count: fields.length })}
      </p>
      {fields.length > 0 && (
        <ul className="mt-1 grid gap-1 ps-7 text-sm">
          {fields.map(([name, errors]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} className="inline-block py-1 underline underline-offset-4">
                {labels[name] ? `${labels[name]}: ${errors.map(message).join(" ")}` : errors.map(message).join(" ")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
