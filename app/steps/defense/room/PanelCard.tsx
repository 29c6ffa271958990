import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge, Card, ConfirmButton, CONTROL } from "~/ui";
import { admits } from "./defense";
import type { RoomMember, RoomPage } from "./room-page.view.server";

/** Who sits on the panel and who has locked or signed, never what; for the chair, going on without somebody and handing over. */
export function PanelCard({ page }: { page: RoomPage }) {
  const { t } = useTranslation("defense");
  const { state, me, members } = page;
  const others = members.filter((member) => member.personId !== me.personId && !member.left);
  return (
    <Card title={t("panel.title")}>
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <li key={member.personId} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 py-1">
            <span>
              {member.personId === me.personId ? t("panel.you", { name: member.name }) : member.name}
              {member.chair && <span className="ms-2 text-sm text-ink-soft">{t("panel.chair")}</span>}
            </span>
            <MemberState member={member} page={page} />
          </li>
        ))}
      </ul>
      {me.chair && admits(state, "pass-chair") && others.length > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("panel.more")}</summary>
          <div className="grid gap-4 pt-2">
            {(admits(state, "dismiss") || admits(state, "excuse")) && <LetGo page={page} others={others} />}
            <Form method="post" className="grid gap-2">
              <label className="grid gap-1">
                <span className="text-sm font-semibold">{t("panel.passTo")}</span>
                <select name="examiner" className={CONTROL}>
                  {others.map(({ personId, name }) => (
                    <option key={personId} value={personId}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <span>
                <ConfirmButton name="intent" value="pass-chair" variant="secondary" harmless title={t("panel.passAsk")} consequence={t("panel.passConsequence")} confirmLabel={t("panel.pass")}>
                  {t("panel.pass")}
                </ConfirmButton>
              </span>
            </Form>
          </div>
        </details>
      )}
    </Card>
  );
}

function MemberState({ member, page: { state } }: { member: RoomMember; page: RoomPage }) {
  const { t } = useTranslation("defense");
  if (member.left) return <Badge>{t(member.locked ? "panel.excused" : "panel.left")}</Badge>;
  if (state === "decided" || state === "signed") return member.signed ? <Badge tone="ok">{t("panel.signed")}</Badge> : <Badge>{t("panel.notSigned")}</Badge>;
  if (state === "waiting" || state === "reconciling") return null;
  return member.locked ? <Badge tone="ok">{t("panel.locked")}</Badge> : <Badge>{t("panel.scoring")}</Badge>;
}

/** Somebody cannot go on: with a reason, the panel goes on without them. */
function LetGo({ page: { state, members }, others }: { page: RoomPage; others: readonly RoomMember[] }) {
  const { t } = useTranslation("defense");
  const excuse = admits(state, "excuse");
  const able = others.filter((member) => !member.chair && (excuse ? !member.signed : !member.locked));
  // One less must still be a panel.
  if (able.length === 0 || (!excuse && members.filter((member) => !member.left).length <= 2)) return null;
  const what = excuse ? "excuse" : "dismiss";
  return (
    <Form method="post" className="grid gap-2">
      <label className="grid gap-1">
        <span className="text-sm font-semibold">{t(`panel.${what}Who`)}</span>
        <select name="examiner" className={CONTROL}>
          {able.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-sm font-semibold">{t("reason")}</span>
        <input name="reason" required maxLength={500} className={CONTROL} />
      </label>
      <span>
        <ConfirmButton name="intent" value={what} variant="secondary" title={t(`panel.${what}Ask`)} consequence={t(`panel.${what}Consequence`)} confirmLabel={t(`panel.${what}`)}>
          {t(`panel.${what}`)}
        </ConfirmButton>
      </span>
    </Form>
  );
}
