import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ConfirmButton, type FormFailure, FormFailureProvider, FormErrors, TextArea } from "~/ui";
import { handInProblem, NOTE_CHARACTERS } from "./group-sheet";

export interface HandInFormProps {
  groupSheetId: string;
  facts: { done: number; of: number; complete: boolean; findings: readonly unknown[] };
  requireComplete: boolean;
  members: number;
  again: boolean;
  failure: FormFailure | null;
}

/** Hands the group's sheet in, or says clearly why not yet. */
export function HandInForm({ groupSheetId, facts, requireComplete, members, again, failure }: HandInFormProps) {
  const { t } = useTranslation("group-work");
  const problem = handInProblem(facts, { requireComplete });
  const lacks = facts.of - facts.done;
  const consequence = [
    t("handIn.consequence", { count: members }),
    !facts.complete && t("handIn.lacks", { count: lacks }),
    facts.findings.length > 0 && t("handIn.findings", { count: facts.findings.length }),
  ];
  return (
    <FormFailureProvider failure={failure}>
      <Form method="post" preventScrollReset className="grid gap-4">
        <FormErrors labels={{ note: t("handIn.note") }} />
        <input type="hidden" name="sheet" value={groupSheetId} />
        {problem ? (
          <p className="rounded-md bg-paper-deep/60 px-3 py-2">{problem === "empty" ? t("handIn.empty") : t("handIn.incomplete", { count: lacks })}</p>
        ) : (
          !facts.complete && <p className="text-sm text-ink-soft">{t("handIn.mayLack", { count: lacks })}</p>
        )}
        {!problem && <TextArea label={t("handIn.note")} hint={t("handIn.noteHint")} name="note" rows={2} maxLength={NOTE_CHARACTERS} />}
        <div>
          <ConfirmButton name="intent" value="hand-in" variant="primary" harmless disabled={problem !== null} title={t("handIn.title")} consequence={consequence.filter(Boolean).join("")} confirmLabel={t("handIn.confirm")}>
            {t(again ? "handIn.again" : "handIn.submit")}
          </ConfirmButton>
        </div>
      </Form>
    </FormFailureProvider>
  );
}
