import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COMMAND_KINDS, isLegal } from "./command";
import { STEP_STATES } from "./step";

it("the README's table says which state admits which command", () => {
  const text = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const rows = new Map([...text.matchAll(/^\| `([a-z-]+)` \|(.+)\|$/gm)].map(([, command = "", cells = ""]) => [command, cells.split("|").map((cell) => cell.trim() !== "")]));
  for (const command of COMMAND_KINDS) {
    expect(rows.get(command), command).toEqual(STEP_STATES.map((state) => isLegal(state, command)));
  }
});
