import { randomUUID } from "node:crypto";
import type { TestServer } from "./server";

export interface Twin {
  email: string;
  personId: string;
  /** In the open cohort. */
  enrolmentId: string;
}

/** What the address of every twin begins with. */
export const TWIN = "twin-";

/**
 * Somebody who stands exactly where a learner of the demo stands: person, rights, enrolment, road and what was read, without other work.
 * For tests that change what they find: cheaper than a server of their own.
 */
export async function twinOf({ sql }: TestServer, email: string): Promise<Twin> {
  const [original] = await sql<{ person: string; enrolment: string }[]>`
    select p.id as person, e.id as enrolment from person p join enrolment e on e.person_id = p.id join cohort c on c.id = e.cohort_id
    where p.email = ${email} and c.state = 'open' and e.left_at is null`;
  if (!original) throw new Error(`${email} is in no open cohort`);
  const twin: Twin = { email: `${TWIN}${randomUUID()}@roadbook.test`, personId: randomUUID(), enrolmentId: randomUUID() };
  await sql.begin(async (trx) => {
    await trx`insert into person select (jsonb_populate_record(p, jsonb_build_object('id', ${twin.personId}::text, 'email', ${twin.email}::text))).* from person p where id = ${original.person}`;
    await trx`insert into role_grant select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'person_id', ${twin.personId}::text))).* from role_grant g where person_id = ${original.person}`;
    await trx`insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', ${twin.enrolmentId}::text, 'person_id', ${twin.personId}::text))).* from enrolment e where id = ${original.enrolment}`;
    for (const table of ["road", "progress", "section_reading"]) {
      await trx`insert into ${trx(table)} select (jsonb_populate_record(t, jsonb_build_object('enrolment_id', ${twin.enrolmentId}::text))).* from ${trx(table)} t where enrolment_id = ${original.enrolment}`;
    }
    await trx`
      insert into progress_event overriding system value
      select (jsonb_populate_record(v, jsonb_build_object('enrolment_id', ${twin.enrolmentId}::text, 'id', nextval(pg_get_serial_sequence('progress_event', 'id'))))).* from progress_event v where enrolment_id = ${original.enrolment}`;
  });
  return twin;
}
