/** Small symmetric systems, as many unknowns as there are raters. Matrices are lists of rows. */
export type Matrix = readonly (readonly number[])[];

/** What counts as zero beside the largest number of a matrix. */
const TINY = 1e-10;

/**
 * A solution of A x = b for a symmetric positive semidefinite A and a b in its range, with the rank of A: Cholesky with
 * complete pivoting (Golub and Van Loan, "Matrix Computations", 4th ed., section 4.2.8). Unknowns that the others
 * determine already are 0, so that xᵀb and every estimable difference are the same whatever is left out.
 */
export function solveSemidefinite(matrix: Matrix, right: readonly number[]): { x: number[]; rank: number } {
  const size = right.length;
  const a = matrix.map((row) => [...row]);
  const b = [...right];
  const order: number[] = [];
  const open = new Set(Array.from({ length: size }, (_, at) => at));
  const largest = Math.max(0, ...a.map((row, at) => row[at]!));
  while (open.size > 0) {
    let pivot = -1;
    for (const at of open) if (pivot < 0 || a[at]![at]! > a[pivot]![pivot]!) pivot = at;
    if (a[pivot]![pivot]! <= TINY * largest || largest === 0) break;
    open.delete(pivot);
    order.push(pivot);
    for (const row of open) {
      const factor = a[row]![pivot]! / a[pivot]![pivot]!;
      for (const column of open) a[row]![column]! -= factor * a[pivot]![column]!;
      b[row]! -= factor * b[pivot]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let step = order.length - 1; step >= 0; step -= 1) {
    const at = order[step]!;
    let value = b[at]!;
    for (let later = step + 1; later < order.length; later += 1) value -= a[at]![order[later]!]! * x[order[later]!]!;
    x[at] = value / a[at]![at]!;
  }
  return { x, rank: order.length };
}

/** Eigenvalues and, in columns, eigenvectors of a symmetric matrix: cyclic Jacobi rotations (Golub and Van Loan, section 8.5). */
export function eigenSymmetric(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, row) => a.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    let all = 0;
    a.forEach((row, at) => row.forEach((value, column) => ((all += value * value), at !== column && (off += value * value))));
    if (off <= 1e-30 * all || off === 0) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, at) => row[at]!), vectors };
}

function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (a[p]![q] === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (let k = 0; k < a.length; k += 1) {
    const [kp, kq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = cosine * kp - sine * kq;
    a[k]![q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < a.length; k += 1) {
    const [pk, qk] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = cosine * pk - sine * qk;
    a[q]![k] = sine * pk + cosine * qk;
  }
  for (const row of vectors) {
    const [vp, vq] = [row[p]!, row[q]!];
    row[p] = cosine * vp - sine * vq;
    row[q] = sine * vp + cosine * vq;
  }
}
