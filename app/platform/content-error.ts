/** Something in a file of content/ that has to change: where, what is wrong, what would be right. */
export interface ContentProblem {
  file: string;
  line: number;
  message: string;
}

/** `file:line: message`, as editors and people read it. */
export function formatProblem({ file, line, message }: ContentProblem): string {
  return `${file}:${line}: ${message}`;
}

/** Content that must not be published, with everything that is wrong with it. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  constructor(readonly problems: readonly ContentProblem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}
