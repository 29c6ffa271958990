import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

const text = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const person = z.object({ id: z.string().regex(/^[a-z-]+$/), name: text, title: text, joined: z.number().int().optional() });
const team = z.object({ id: z.string(), name: text, city: text, manager: person, members: z.array(person) });

const schema = z.object({
  name: text,
  regions: z.array(z.object({ id: z.string(), name: text, teams: z.array(team) })),
  instructors: z.array(person),
  examiners: z.array(person),
  executives: z.array(person),
  administrators: z.array(person),
});

export type DemoCompany = z.infer<typeof schema>;
export type DemoPerson = z.infer<typeof person>;

/** The demo company of content/demo/company.yaml. @throws ZodError when the file is wrong. */
export async function readCompany(): Promise<DemoCompany> {
  return schema.parse(parse(await readFile("content/demo/company.yaml", "utf8")));
}
