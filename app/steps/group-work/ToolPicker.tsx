import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { CheckboxGroup, SubmitButton } from "~/ui";

interface Tool {
  key: string;
  title: Bilingual;
  purpose: Bilingual;
}

/** Which of the chapter's tools the groups fill in. */
export function ToolPicker({ tools, picked, locale }: { tools: readonly Tool[]; picked: readonly Tool[]; locale: Locale }) {
  const { t } = useTranslation("group-work");
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 py-2 sm:px-5">{t("tools.summary", { tools: picked.map((tool) => pick(tool.title, locale)).join(t("comma")) })}</summary>
      <Form method="post" preventScrollReset className="grid gap-4 px-4 pb-4 sm:px-5">
        <CheckboxGroup label={t("tools.label")} hint={t("tools.hint")} name="tools" required defaultValues={picked.map((tool) => tool.key)} options={tools.map((tool) => ({ value: tool.key, label: pick(tool.title, locale), hint: pick(tool.purpose, locale) }))} />
        <div>
          <SubmitButton name="intent" value="pick-tools" variant="secondary">
            {t("tools.submit")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
