import { Form, Link } from "@remix-run/react";
import Table2 from "lucide-react/icons/table-2";
import { useTranslation } from "react-i18next";
import { sheetPath } from "~/sheets";
import { ButtonLink, ConfirmButton, Meter, SubmitButton } from "~/ui";
import type { ShownPart } from "../assignment";
import type { WorkPage } from "../work-page.view.server";
import { PartFrame } from "./PartFrame";

interface Props {
  part: ShownPart;
  sheet: WorkPage["sheets"][number] | undefined;
  carriable: NonNullable<WorkPage["carriable"][string]>;
  open: boolean;
  missing: boolean;
}

/** A part that is a tool sheet: the learner's own, begun from one of the group's or empty. */
export function SheetPart({ part, sheet, carriable, open, missing }: Props) {
  const { t } = useTranslation("homework");
  return (
    <PartFrame part={part} missing={missing}>
      {sheet ? (
        <div className="grid gap-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Table2 aria-hidden className="size-5 shrink-0 text-pine" />
            <span className="min-w-0 flex-1">
              <Link to={sheetPath(sheet.summary.id)} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
                {sheet.summary.title}
              </Link>
              <span className="block text-sm text-ink-soft">{sheet.source ? t("sheet.carried", { title: sheet.source.title, version: sheet.source.version }) : t("sheet.own")}</span>
            </span>
            {open && <ButtonLink to={sheetPath(sheet.summary.id)}>{t("sheet.goOn")}</ButtonLink>}
          </div>
          <Meter label={t("sheet.filled")} value={sheet.summary.done} max={Math.max(1, sheet.summary.of)} text={`${sheet.summary.done} / ${sheet.summary.of}`} />
          {sheet.summary.problems > 0 && <p className="text-sm text-ink-soft">{t("sheet.problems", { count: sheet.summary.problems })}</p>}
          {open && <Again part={part} carriable={carriable} />}
        </div>
      ) : open ? (
        <Begin part={part} carriable={carriable} />
      ) : (
        <p className="text-ink-soft">{t("notHandedIn")}</p>
      )}
    </PartFrame>
  );
}

/** Nothing yet: from which sheet to begin. */
function Begin({ part, carriable }: { part: ShownPart; carriable: Props["carriable"] }) {
  const { t } = useTranslation("homework");
  return (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="part" value={part.id} />
      <Sources carriable={carriable} />
      <span>
        <SubmitButton name="intent" value="carry">
          {t("sheet.begin")}
        </SubmitButton>
      </span>
    </Form>
  );
}

/** Another beginning: what is there is put aside. */
function Again({ part, carriable }: { part: ShownPart; carriable: Props["carriable"] }) {
  const { t } = useTranslation("homework");
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">{t("sheet.another")}</summary>
      <Form method="post" className="grid gap-3 pt-2">
        <input type="hidden" name="part" value={part.id} />
        <Sources carriable={carriable} />
        <span>
          <ConfirmButton name="intent" value="carry" variant="secondary" title={t("sheet.anotherTitle")} consequence={t("sheet.anotherText")} confirmLabel={t("sheet.begin")}>
            {t("sheet.begin")}
          </ConfirmButton>
        </span>
      </Form>
    </details>
  );
}

function Sources({ carriable }: { carriable: Props["carriable"] }) {
  const { t } = useTranslation("homework");
  const choices = [...carriable.map(({ id, title, done, of }) => ({ value: id, label: title, hint: t("sheet.done", { done, of }) })), { value: "", label: t("sheet.empty"), hint: t("sheet.emptyHint") }];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-semibold">{t("sheet.from")}</legend>
      {choices.map(({ value, label, hint }, at) => (
        <label key={value} className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2.5 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft">
          <input type="radio" name="from" value={value} defaultChecked={at === 0} className="mt-px size-5 shrink-0" />
          <span>
            {label}
            <span className="mt-0.5 block text-sm text-ink-soft">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
