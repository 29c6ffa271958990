import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Logger } from "./log.server";

/** A message to one person, in their language. */
export interface Mail {
  to: string;
  template: "invitation" | "reset" | "lecture" | "role-play" | "defense" | "field";
  locale: "zh" | "en";
  subject: string;
  body: string;
}

/**
 * Puts a message into the outbox, in the transaction of what it tells about. Until a mail server is set up, an
 * administrator finds it under Mail and in the log, and hands it on.
 */
export async function queueMail(trx: Transaction<DB>, mail: Mail, log: Logger): Promise<void> {
  await trx
    .insertInto("outbox_mail")
    .values({ to_email: mail.to, template: mail.template, locale: mail.locale, subject: mail.subject, body: mail.body, sent_at: null, failed_at: null, failure: null })
    .execute();
  log.info({ mail: { to: mail.to, template: mail.template, body: mail.body } }, "mail in the outbox");
}
