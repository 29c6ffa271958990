import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { RubricForm, type Rubric, showRubric } from "~/marking";
import { FormErrors, type FormFailure, FormFailureProvider, SubmitButton, TextArea } from "~/ui";
import { REMARK_CHARACTERS } from "./group-sheet";

export interface DecideFormProps {
  groupSheetId: string;
  /** Number of the submission in view. */
  seen: number;
  rubric: { hash: string; rubric: Rubric } | null;
  /** Levels and remark as they came back with a refusal. */
  draft: { criteria: Record<string, number>; remark: string } | null;
  /** Somebody else has it in hand. */
  held: boolean;
  ways: { next: string | null; previous: string | null; again: string | null };
  locale: Locale;
}

/** Accepts what was handed in, or sends it back with remarks. Levels by the rubric may be given, none need be. */
export function DecideForm({ groupSheetId, seen, rubric, draft, held, ways, locale }: DecideFormProps) {
  const { t } = useTranslation("group-work");
  const initial = draft ?? { criteria: {}, remark: "" };
  return (
    <>
      <p className="mb-4 text-sm text-ink-soft">{t(rubric ? "decide.lead" : "decide.leadPlain")}</p>
      <RubricForm
        rubric={rubric ? showRubric(rubric.rubric, locale) : { criteria: [] }}
        subject={`group-sheet:${groupSheetId}:${seen}`}
        seen={String(seen)}
        initial={initial}
        refused={draft !== null}
        acts={[
          { value: "accept", label: t("decide.accept"), open: true },
          { value: "send-back", label: t("decide.sendBack"), open: true },
        ]}
        hidden={rubric ? { rubric: rubric.hash } : {}}
        ways={ways}
        held={held}
        remarkHint={t("decide.remarkHint")}
      />
    </>
  );
}

/** Takes an acceptance back, with the reason. */
export function TakeBackForm({ seen, members, failure }: { seen: number; members: number; failure: FormFailure | null }) {
  const { t } = useTranslation("group-work");
  return (
    <details open={failure !== null} className="rounded-lg border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 py-2 font-semibold sm:px-5">{t("takeBack.title")}</summary>
      <FormFailureProvider failure={failure}>
        <Form method="post" className="grid gap-4 px-4 pb-4 sm:px-5">
          <FormErrors labels={{ reason: t("takeBack.reason") }} />
          <p className="text-sm text-ink-soft">{t("takeBack.text", { count: members })}</p>
          <input type="hidden" name="seen" value={seen} />
          <TextArea label={t("takeBack.reason")} name="reason" rows={2} required minLength={3} maxLength={REMARK_CHARACTERS} />
          <div>
            <SubmitButton name="intent" value="take-back" variant="danger">
              {t("takeBack.submit")}
            </SubmitButton>
          </div>
        </Form>
      </FormFailureProvider>
    </details>
  );
}
