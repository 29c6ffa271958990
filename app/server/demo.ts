import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../db/seed/accounts";
import { isEmpty, seedDemo } from "../../db/seed/demo";
import type { Services } from "~/platform/context";

/** Seeds the demo company into an empty database where that is wanted; answers what to print about it, or null. */
export async function seedWhenEmpty({ db, env, log }: Services, embedded: boolean, today: Date): Promise<string | null> {
  const wanted = env.ROADBOOK_SEED ?? (embedded ? "demo" : "none");
  if (wanted === "demo" && (await isEmpty(db))) {
    const start = performance.now();
    await seedDemo(db, { today });
    log.info({ part: "seed", ms: Math.round(performance.now() - start) }, "demo company seeded");
  }
  return (await isDemo({ db })) ? describeAccounts() : null;
}

/** Whether this database holds the demo company. */
async function isDemo({ db }: Pick<Services, "db">): Promise<boolean> {
  return (await db.selectFrom("person").select("id").where("email", "=", DEMO_ACCOUNTS[0].email).executeTakeFirst()) !== undefined;
}

function describeAccounts(): string {
  const width = Math.max(...DEMO_ACCOUNTS.map((account) => account.email.length));
  const lines = DEMO_ACCOUNTS.map((account) => `  ${account.email.padEnd(width)}  ${account.role.en} ${account.role.zh}`);
  return `\nDemo accounts, all with the password ${DEMO_PASSWORD}\n${lines.join("\n")}\n`;
}
