import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { BUYING_ROLES, type BuyingRole } from "./deal";

/** Somebody at the customer. */
export interface Contact {
  id: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  /** What they play in this deal; nothing where they only work there. */
  roles: BuyingRole[];
}

/** The people of a deal's customer with their buying roles in the deal, those with a role first. Rights are the caller's matter. */
export async function contactsOf(db: Kysely<DB>, dealId: string): Promise<Contact[]> {
  const rows = await db
    .selectFrom("deal as d")
    .innerJoin("contact as c", "c.account_id", "d.account_id")
    .select(["c.id", "c.name", "c.title", "c.phone", "c.email"])
    .select(sql<BuyingRole[]>`coalesce((select json_agg(dp.role) from deal_person dp where dp.deal_id = d.id and dp.contact_id = c.id and dp.removed_at is null), '[]'::json)`.as("roles"))
    .where("d.id", "=", dealId)
    .where("c.left_at", "is", null)
    .orderBy("c.created_at")
    .orderBy("c.id")
    .execute();
  const contacts = rows.map((row) => ({ ...row, roles: BUYING_ROLES.filter((role) => row.roles.includes(role)) }));
  return [...contacts.filter(({ roles }) => roles.length > 0), ...contacts.filter(({ roles }) => roles.length === 0)];
}
