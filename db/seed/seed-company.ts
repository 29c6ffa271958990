import type { Transaction } from "kysely";
import { hashPassword } from "~/auth/hash.server";
import type { DB } from "~/db/schema";
import type { Role } from "~/people";
import { DEMO_PASSWORD, demoEmail } from "./accounts";
import type { DemoCompany, DemoPerson } from "./read-company";
import { stableUuid } from "./stable-uuid";

/** Ids of what was seeded, by the keys of the demo's files. */
export interface SeededCompany {
  people: Map<string, string>;
  teams: Map<string, string>;
  companyId: string;
}

/** Writes the company: the tree of teams, its people with their dated memberships, and their roles. Ids are the same every time: what is drawn or sorted by them is, too. */
export async function seedCompany(trx: Transaction<DB>, company: DemoCompany, today: Date): Promise<SeededCompany> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const teams = new Map<string, string>();
  const people = new Map<string, string>();

  const addTeam = async (key: string, kind: "company" | "region" | "team", name: { zh: string; en: string }, parent: string | null): Promise<string> => {
    const { id } = await trx.insertInto("team").values({ id: stableUuid(`team ${key}`), parent_id: parent, kind, name_zh: name.zh, name_en: name.en, closed_at: null }).returning("id").executeTakeFirstOrThrow();
    teams.set(key, id);
    return id;
  };
  const addPerson = async (person: DemoPerson, teamId: string | null): Promise<string> => {
    const { id } = await trx
      .insertInto("person")
      .values({ id: stableUuid(`person ${person.id}`), email: demoEmail(person.id), name: person.name.zh, name_latin: person.name.en, title: person.title.zh, password_hash: passwordHash, state: "active", created_at: today })
      .returning("id")
      .executeTakeFirstOrThrow();
    people.set(person.id, id);
    const since = new Date(Date.UTC(person.joined ?? 2015, 2, 1));
    if (teamId) await trx.insertInto("team_membership").values({ person_id: id, team_id: teamId, valid_from: since < today ? since : today, valid_to: null, recorded_by: null }).execute();
    return id;
  };
  const grant = async (personId: string, role: Role, teamId: string | null): Promise<void> => {
    await trx
      .insertInto("role_grant")
      .values({ person_id: personId, role, scope_kind: teamId ? "team" : "company", team_id: teamId, cohort_id: null, granted_by: null, granted_at: today, revoked_at: null, revoked_by: null })
      .execute();
  };

  const companyId = await addTeam("company", "company", company.name, null);
  for (const region of company.regions) {
    const regionId = await addTeam(region.id, "region", region.name, companyId);
    for (const team of region.teams) {
      const teamId = await addTeam(team.id, "team", team.name, regionId);
      await grant(await addPerson(team.manager, teamId), "manager", teamId);
      for (const member of team.members) await grant(await addPerson(member, teamId), "learner", null);
    }
  }
  const staff: [Role, DemoPerson[]][] = [
    ["instructor", company.instructors],
    ["examiner", company.examiners],
    ["executive", company.executives],
    ["administrator", company.administrators],
  ];
  for (const [role, members] of staff) {
    for (const member of members) {
      const id = await addPerson(member, companyId);
      // Instructors may open cohorts anywhere in the company; whom they teach follows from the cohort.
      await grant(id, role, role === "executive" ? companyId : null);
    }
  }
  return { people, teams, companyId };
}
