import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Select, SubmitButton } from "~/ui";
import { MOST_MEMBERS } from "./group";

/** Asks what moving a learner would bring; nothing is moved yet. */
export function MoveForm({ learner, from, targets }: { learner: { id: string; name: string }; from: string | null; targets: readonly { id: string; name: string; members: number }[] }) {
  const { t } = useTranslation("groups");
  return (
    <Form method="post" replace className="flex flex-wrap items-end gap-3 py-2">
      <input type="hidden" name="enrolment" value={learner.id} />
      <input type="hidden" name="from" value={from ?? ""} />
      <Select
        label={t("move.to", { name: learner.name })}
        name="to"
        className="min-w-40 flex-1"
        {...(from === null ? {} : { placeholder: t("move.nowhere") })}
        required={from === null}
        options={targets.map((target) => ({ value: target.id, label: t("move.target", { name: target.name, people: t("people", { count: target.members }) }), disabled: target.members >= MOST_MEMBERS }))}
      />
      <SubmitButton name="intent" value="plan-move" variant="secondary">
        {t("move.show")}
      </SubmitButton>
    </Form>
  );
}
