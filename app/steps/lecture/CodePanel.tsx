import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, SubmitButton } from "~/ui";
import type { AttendanceStatus } from "./attendance";
import { CodeDigits } from "./CodeCard";
import { codePath } from "./paths";
import { type ShownCode, useCode } from "./use-code";
import { useTicking } from "~/platform/use-ticking";

export interface CodePanelProps {
  session: { id: string; cohortId: string };
  code: ShownCode | null;
  shown: boolean;
  roll: readonly { enrolmentId: string; name: string; status: AttendanceStatus | null; sharesDeviceWith: string[] }[];
  now: Date;
}

/** Check-in as the presenter has it: the code, whether the room sees it, and who is there. */
export function CodePanel({ session, code, shown, roll, now: serverNow }: CodePanelProps) {
  const { t } = useTranslation("lecture");
  const held = useCode(codePath(session.cohortId, session.id), code);
  const now = useTicking(serverNow);
  const there = roll.filter((line) => line.status === "present" || line.status === "late");
  const missing = roll.filter((line) => line.status === null).length;
  const left = held && held.until > 0 ? Math.max(0, Math.min(Math.ceil((held.until - now.getTime()) / 1000), Math.ceil(held.card.validFor / 1000))) : null;
  return (
    <Card title={t("present.present")} aside={<span className="text-sm text-ink-soft tabular">{t("live.presentCount", { present: there.length, total: roll.length })}</span>}>
      {held && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md bg-paper-deep px-4 py-3">
          <p>
            <span className="block text-xs text-ink-soft">{t("present.code")}</span>
            <CodeDigits code={held.card.code} className="text-2xl font-semibold" />
            {left !== null && <span className="ms-3 text-sm text-ink-soft tabular">{t("present.codeNext", { seconds: left })}</span>}
          </p>
          <Form method="post" preventScrollReset>
            <SubmitButton name="intent" value={shown ? "hide-code" : "show-code"} variant={shown ? "primary" : "secondary"} size="sm">
              {t(shown ? "present.hideCode" : "present.showCode")}
            </SubmitButton>
          </Form>
        </div>
      )}
      {there.length === 0 ? (
        <p className="text-sm text-ink-soft">{t("present.nobody")}</p>
      ) : (
        <ul className="flex max-h-48 flex-wrap gap-1.5 overflow-y-auto text-sm">
          {there.map((line) => (
            <li key={line.enrolmentId} className={line.sharesDeviceWith.length > 0 ? "rounded-sm bg-danger-soft px-1.5 text-danger" : "rounded-sm bg-pine-soft px-1.5 text-pine-deep"}>
              {line.name}
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && <p className="mt-2 text-sm text-ink-soft tabular">{t("present.missing", { count: missing })}</p>}
    </Card>
  );
}
