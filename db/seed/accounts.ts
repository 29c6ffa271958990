/** The password of every account in a demo database. It opens nothing anywhere else. */
export const DEMO_PASSWORD = "roadbook-demo";

/** The accounts that a demo prints at start: who of the demo company stands behind each. */
export const DEMO_ACCOUNTS = [
  { email: "learner@roadbook.test", person: "lin-lan", role: { zh: "学员", en: "learner" } },
  { email: "learner2@roadbook.test", person: "gu-siyuan", role: { zh: "学员", en: "learner" } },
  { email: "instructor@roadbook.test", person: "lu-minghui", role: { zh: "讲师", en: "instructor" } },
  { email: "examiner@roadbook.test", person: "song-huaijin", role: { zh: "考官", en: "examiner" } },
  { email: "manager@roadbook.test", person: "shen-yanqiu", role: { zh: "销售主管", en: "sales manager" } },
  { email: "executive@roadbook.test", person: "zhang-boyan", role: { zh: "高管", en: "executive" } },
  { email: "admin@roadbook.test", person: "liu-xiaomeng", role: { zh: "管理员", en: "administrator" } },
] as const;

/** The address of a person of the demo company. */
export function demoEmail(personKey: string): string {
  return DEMO_ACCOUNTS.find((account) => account.person === personKey)?.email ?? `${personKey}@hengneng.test`;
}
