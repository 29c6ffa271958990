/** Hatching, which tells areas apart without colour. */

/** Strokes from lower left to upper right across a box, `gap` apart; "" for a box without area. */
export function hatchPath(x: number, y: number, width: number, height: number, gap = 6): string {
  if (width <= 0 || height <= 0) return "";
  let path = "";
  for (let at = gap; at < width + height; at += gap) {
    const [x1, y1] = at <= height ? [x, y + at] : [x + at - height, y + height];
    const [x2, y2] = at <= width ? [x + at, y] : [x + width, y + at - width];
    path += `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`;
  }
  return path;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
