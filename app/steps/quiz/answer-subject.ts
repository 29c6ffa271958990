/** An open answer in the marking queue: the attempt and the place on its paper. */
export function answerSubject(attemptId: string, position: number): string {
  return `${attemptId}.${position}`;
}
