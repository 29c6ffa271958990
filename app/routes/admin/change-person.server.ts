import { type Guarded, issueLink } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { grantRole, moveToTeam, personPage, reinstatePerson, revokeRole, suspendPerson, writeAudit } from "~/people/index.server";
import { notFound } from "~/platform/errors";
import { queueMail } from "~/platform/mail.server";
import type { PersonChange } from "./person";

/** Carries out one change to a person; answers the form message when it is refused, null when done. */
export async function changePerson({ db, actor, now, context }: Guarded, personId: string, change: PersonChange): Promise<string | null> {
  return inTransaction(db, `${change.intent} person`, async (trx) => {
    const page = await personPage(trx, personId);
    if (!page) throw notFound();
    switch (change.intent) {
      case "grant":
        await grantRole(trx, actor, { personId, role: change.role, scope: change.team ? { kind: "team", teamId: change.team } : { kind: "company" }, now });
        return null;
      case "revoke":
        return messageOf(await revokeRole(trx, actor, { grantId: change.grant, personId, now }));
      case "move":
        return messageOf(await moveToTeam(trx, actor, { personId, teamId: change.team ?? null, now }));
      case "suspend":
        return messageOf(await suspendPerson(trx, actor, { personId, now }));
      case "reinstate":
        return messageOf(await reinstatePerson(trx, actor, personId));
      case "invite-again": {
        if (page.person.state !== "invited") return "alreadyActive";
        const { secret } = await issueLink(trx, { personId, purpose: "invitation", createdBy: actor.id, now });
        await writeAudit(trx, { actorId: actor.id, action: "invite-again", subject: { kind: "person", id: personId } });
        const t = textsOf(page.person.locale, "public");
        const body = t("mail.invitation.body", { name: page.person.name, inviter: actor.name, link: `${context.origin}/link/${secret}` });
        await queueMail(trx, { to: page.person.email, template: "invitation", locale: page.person.locale, subject: t("mail.invitation.subject"), body }, context.log);
        return null;
      }
    }
  });
}

function messageOf(result: { ok: true } | { ok: false; error: { code: string } }): string | null {
  return result.ok ? null : result.error.code;
}
