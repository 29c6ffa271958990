import { Form, Link } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { dealPath } from "~/deals";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { newId } from "~/platform/device";
import { sheetPath } from "~/sheets";
import { Button, ButtonLink, EmptyState, RadioGroup, SavingState, Select, SubmitButton, TextArea, TextField, useHydrated } from "~/ui";
import { dealCardPath } from "../paths";
import { MOST_NOTE } from "../application";
import type { Log, LogOp } from "../client/use-log";
import type { StepPage } from "../step-page.view.server";

/** Deals that are shown in full; of more, a list is quicker. */
const MOST_IN_VIEW = 5;

export interface LogFormProps {
  page: Pick<StepPage, "deals" | "tools" | "today" | "enrolmentId" | "chapterSlug">;
  log: Log;
  /** The id of what a page without scripts sends. */
  nonce: string;
  locale: Locale;
  /** A refused one to begin with. */
  begin: LogOp | null;
}

/** Logs a use of a tool on a deal: which deal, which tool, what happened. With scripts it goes to the device first. */
export function LogForm({ page, log, nonce, locale, begin }: LogFormProps) {
  const { t } = useTranslation("field");
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState(0);
  const { deals, tools, today } = page;
  const only = tools.length === 1 ? tools[0]?.key : undefined;
  const [chosen, setChosen] = useState({ dealId: begin?.dealId ?? deals[0]?.id ?? "", sheetKey: begin?.sheetKey ?? only ?? "" });
  if (deals.length === 0) {
    return (
      <EmptyState level={3} title={t("log.noDeal")} action={<ButtonLink to="/deals/new" variant="primary">{t("log.newDeal")}</ButtonLink>}>
        {t("log.noDealText")}
      </EmptyState>
    );
  }
  const sheet = deals.find(({ id }) => id === chosen.dealId)?.sheets.find(({ key }) => key === chosen.sheetKey);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? "");
    log.add({ opId: newId(), at: new Date().toISOString(), dealId: text("dealId"), sheetKey: text("sheetKey"), note: text("note").trim(), usedOn: text("usedOn") });
    const note = form.current?.elements.namedItem("note");
    if (note instanceof HTMLTextAreaElement) note.value = "";
    setSaid((count) => count + 1);
  };
  const dealChoices = deals.map((deal) => ({ value: deal.id, label: deal.accountName, hint: `${deal.title} · ${t(`stage.${deal.stage}`)}` }));
  const choose = (change: Partial<typeof chosen>): void => setChosen((before) => ({ ...before, ...change }));
  return (
    <Form ref={form} method="post" onSubmit={hydrated ? submit : undefined} className="grid gap-4">
      <input type="hidden" name="opId" value={nonce} />
      {deals.length <= MOST_IN_VIEW ? (
        <RadioGroup label={t("log.deal")} name="dealId" required options={dealChoices} defaultValue={chosen.dealId} onChange={(dealId) => choose({ dealId })} />
      ) : (
        <Select label={t("log.deal")} name="dealId" required defaultValue={chosen.dealId} options={deals.map((deal) => ({ value: deal.id, label: `${deal.accountName} · ${deal.title}` }))} onChange={(event) => choose({ dealId: event.currentTarget.value })} />
      )}
      <RadioGroup label={t("log.tool")} name="sheetKey" required layout="row" options={tools.map((tool) => ({ value: tool.key, label: pick(tool.title, locale) }))} {...(chosen.sheetKey ? { defaultValue: chosen.sheetKey } : {})} onChange={(sheetKey) => choose({ sheetKey })} />
      <TextArea key={begin?.opId} label={t("log.note")} name="note" rows={2} maxLength={MOST_NOTE} defaultValue={begin?.note ?? ""} required={sheet === undefined} hint={sheet?.moved ? t("log.noteMoved") : t("log.noteHint")} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <TextField label={t("log.usedOn")} name="usedOn" type="date" required defaultValue={begin?.usedOn ?? today} max={today} className="w-44" />
        {hydrated ? (
          <Button type="submit" variant="primary" size="lg" className="max-sm:w-full">
            {t("log.submit")}
          </Button>
        ) : (
          <SubmitButton name="intent" value="log" size="lg" className="max-sm:w-full">
            {t("log.submit")}
          </SubmitButton>
        )}
      </div>
      <div role="status" className="flex flex-wrap items-center justify-between gap-3 text-sm empty:hidden">
        {said > 0 && <p className="font-semibold text-ok">{t(log.state === "saved" ? "log.taken" : "log.kept", { count: said })}</p>}
        {(said > 0 || log.unsent.length > 0) && <SavingState status={log.state === "saved" ? "saved" : log.state === "saving" ? "waiting" : "offline"} onDevice={log.onDevice} waiting={log.unsent.length} />}
      </div>
      {chosen.dealId !== "" && (
        <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <Link to={dealCardPath(chosen.dealId)} className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
            {t("own.card")}
          </Link>
          {sheet === undefined && chosen.sheetKey !== "" && (
            <span>
              {t("log.noSheet")}{" "}
              <Link to={dealPath(chosen.dealId, "sheets")} className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                {t("log.addSheet")}
              </Link>
            </span>
          )}
          {sheet !== undefined && (
            <Link to={sheetPath(sheet.sheetId)} className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
              {t("log.openSheet")}
            </Link>
          )}
        </p>
      )}
    </Form>
  );
}
