// Chapter 3 from enrolment to the last camp: every step moved by its own evidence.
import { phone } from "./support/devices";
import { attendClass, deviceOf, newCohort, passQuiz, stateOf, studyChapter } from "./support/first-steps";
import { expect, test } from "./support/server";

test("the whole road of chapter 3, from enrolment to the last camp", async ({ browser, ownServer: server }) => {
  test.setTimeout(300_000);
  const teacher = await deviceOf(browser, server, "instructor@roadbook.test");
  const people = await server.sql<{ email: string }[]>`select p.email from person p join role_grant g on g.person_id = p.id and g.role = 'learner' and g.scope_kind = 'company' where p.state = 'active' order by p.email limit 4`;
  const { cohort, learners } = await newCohort(teacher, server, "一条走到底的路", people.map(({ email }) => email));
  const [walker] = learners;
  const page = await deviceOf(browser, server, walker!.email, phone);
  const state = (step: string) => stateOf(server, walker!.enrolment, step);

  expect(await state("preview")).toBe("available");
  await studyChapter(page, walker!);
  expect(await state("preview")).toBe("passed");
  await passQuiz(page, teacher, server, walker!, cohort);
  expect(await state("quiz")).toBe("passed");
  await attendClass(page, teacher, walker!, cohort);
  expect(await state("lecture")).toBe("passed");
});
