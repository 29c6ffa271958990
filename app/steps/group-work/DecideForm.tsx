import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { RubricForm, type Rubric, showRubric } from "~/marking";
import { Button, Card, FormErrors, type FormFailure, FormFailureProvider, SubmitButton, TextArea } from "~/ui";
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
  /** Marking by the rubric's levels, and the way to the other form. */
  byLevels: boolean;
  otherForm: string;
  locale: Locale;
}

/** Accepts what was handed in, or sends it back with remarks: in class by two buttons, at the desk by the levels of a rubric. */
export function DecideForm({ groupSheetId, seen, rubric, draft, held, ways, byLevels, otherForm, locale }: DecideFormProps) {
  const { t } = useTranslation("group-work");
  const switchTo = rubric && (
    <Link to={otherForm} replace preventScrollReset className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">
      {t(byLevels ? "decide.withoutLevels" : "decide.byLevels")}
    </Link>
  );
  if (byLevels && rubric) {
    return (
      <>
        <p className="text-sm text-ink-soft">{t("decide.levelsLead")}</p>
        {switchTo}
        <RubricForm
          rubric={showRubric(rubric.rubric, locale)}
          subject={`group-sheet:${groupSheetId}:${seen}`}
          seen={String(seen)}
          initial={draft ?? { criteria: {}, remark: "" }}
          refused={draft !== null}
          acts={[
            { value: "accept", label: t("decide.accept") },
            { value: "send-back", label: t("decide.sendBack"), open: true },
          ]}
          hidden={{ rubric: rubric.hash }}
          ways={ways}
          held={held}
          remarkHint={t("decide.remarkHint")}
        />
      </>
    );
  }
  return (
    <Card title={t("decide.title")}>
      <Form method="post" replace className="grid gap-4">
        <input type="hidden" name="seen" value={seen} />
        <TextArea label={t("decide.remark")} hint={t("decide.remarkHint")} name="remark" rows={3} maxLength={REMARK_CHARACTERS} defaultValue={draft?.remark ?? ""} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="accept" disabled={held}>
            {t("decide.accept")}
          </SubmitButton>
          <Button type="submit" name="intent" value="send-back" variant="secondary" disabled={held}>
            {t("decide.sendBack")}
          </Button>
          {switchTo}
        </div>
      </Form>
    </Card>
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
