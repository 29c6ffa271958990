import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { ValueView } from "~/platform/saving";
import { Callout, ConflictBox, CONTROL, useHydrated } from "~/ui";
import type { ShownPart } from "../assignment";
import { lengthOf } from "../homework";
import type { TextConflict } from "../save-form.server";
import { PartFrame } from "./PartFrame";

interface Props {
  part: ShownPart;
  view: ValueView<string>;
  revision: number;
  /** The form that sends it before scripts run. */
  form: string;
  conflict: TextConflict | undefined;
  onChange: (value: string) => void;
  onSettle: (choice: "mine" | "server") => void;
}

/** A part that is written here. With scripts it saves itself as it is typed; without, the form's buttons save it. */
export function TextPart({ part, view, revision, form, conflict, onChange, onSettle }: Props) {
  const { t } = useTranslation("homework");
  const hydrated = useHydrated();
  const id = `part-${part.id}`;
  const text = (!hydrated && conflict ? conflict.mine : view.value) ?? "";
  const count = lengthOf(text);
  const over = part.maxChars !== null && count > part.maxChars;
  return (
    <PartFrame part={part} labelFor={id}>
      {view.status === "conflict" && (
        <ConflictBox title={t("conflict.title")} text={t("conflict.text")} mine={<p className="whitespace-pre-line">{view.value}</p>} theirs={<p className="whitespace-pre-line">{view.server}</p>} onSettle={onSettle} />
      )}
      {conflict && !hydrated && (
        <Callout kind="danger" title={t("conflict.title")}>
          <p>{t("conflict.form")}</p>
          <p className="rounded-md border border-line bg-surface p-3 whitespace-pre-line">{conflict.theirs}</p>
        </Callout>
      )}
      {!hydrated && <input type="hidden" form={form} name={`base.${part.position}`} value={conflict?.revision ?? revision} />}
      <textarea
        id={id}
        form={form}
        name={hydrated ? undefined : `text.${part.position}`}
        value={text}
        rows={part.maxChars !== null && part.maxChars <= 250 ? 3 : 8}
        maxLength={7900}
        aria-describedby={`${id}-count`}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(CONTROL, "resize-y leading-relaxed [field-sizing:content]")}
      />
      <p id={`${id}-count`} className={clsx("mt-1.5 flex justify-between gap-4 text-sm tabular", over ? "font-semibold text-danger" : "text-ink-soft")}>
        <span>{over && t("text.over", { count: count - (part.maxChars ?? 0) })}</span>
        {part.maxChars !== null && <span>{t("text.count", { count, max: part.maxChars })}</span>}
      </p>
    </PartFrame>
  );
}
