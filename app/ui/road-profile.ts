/** The mountain that every road is drawn on: pure geometry, the same on server and in the browser. */
export interface Point {
  x: number;
  y: number;
}

export interface Profile {
  width: number;
  height: number;
  /** Where the camps stand, from the foot to the summit. */
  camps: Point[];
  /** The ridge from edge to edge. */
  ridge: string;
  /** The ridge closed to the ground. */
  ground: string;
  /** A range behind, for depth. */
  far: string;
  /** Lower lines of the same slope, like the contours of a map. */
  contours: string[];
  /** Short strokes on the lee side, like an engraver's shading. */
  hachures: string;
  /** The ridge from the left edge to camp `index`. */
  until: (index: number) => string;
}

// A climb is no straight line: what each stretch gains, and how deep the saddle after each camp is.
const GAIN = [0.45, 1.05, 0.6, 1.4, 0.7, 1.35, 1.1, 1.9];
const SADDLE = [0.05, 0.045, 0.085, 0.03, 0.1, 0.045, 0.085, 0.06];

/** Lays `count` camps out in equal columns over `width`, so that column headings below line up with them. */
export function roadProfile(count: number, width: number, height: number, sky = 0.16): Profile {
  const column = width / Math.max(count, 1);
  const heights = elevations(count);
  const y = (elevation: number): number => round(height - elevation * height * (1 - sky));
  const camps = heights.map((elevation, index) => ({ x: round(column * (index + 0.5)), y: y(elevation) }));
  const foot: Point[] = [{ x: 0, y: y(0.07) }, { x: round(column * 0.24), y: y(0.115) }];
  const lee: Point[] = [{ x: round(width - column * 0.3), y: y(0.86) }, { x: round(width - column * 0.16), y: y(0.84) }, { x: width, y: y(0.7) }];
  const path: Point[] = [...foot];
  const campAt: number[] = [];
  camps.forEach((camp, index) => {
    campAt.push(path.push(camp) - 1);
    const next = heights[index + 1];
    if (next === undefined) return;
    const from = heights[index] ?? 0;
    const dip = SADDLE[index % SADDLE.length] ?? 0;
    path.push({ x: round(camp.x + column * 0.3), y: y(from + (next - from) * 0.16 - dip * 0.4) });
    path.push({ x: round(camp.x + column * 0.62), y: y(from + (next - from) * 0.58 - dip) });
  });
  path.push(...lee);
  const ridge = curve(path);
  const lower = (share: number, sway: number): Point[] => path.map((point, index) => ({ x: point.x, y: round(height - (height - point.y) * share + Math.sin(index * 1.7 + sway) * 2.2) }));
  return {
    width,
    height,
    camps,
    ridge,
    ground: `${ridge}L${width} ${height}L0 ${height}Z`,
    far: range(width, y),
    contours: [0.84, 0.68, 0.53, 0.39, 0.26, 0.14].map((share, index) => curve(lower(share, index * 2.1))),
    hachures: shade(path, height),
    until: (index) => curve(path, campAt[Math.min(index, campAt.length - 1)]),
  };
}

/** The range in the distance: peaks of the same rock, lower and out of step with the near ridge. */
function range(width: number, y: (elevation: number) => number): string {
  const rock = [0.34, 0.5, 0.43, 0.62, 0.5, 0.57, 0.74, 0.6, 0.68, 0.52, 0.66, 0.8, 0.7, 0.76, 0.62, 0.72];
  return curve(rock.map((elevation, index) => ({ x: round(width * (0.3 + (0.7 * index) / (rock.length - 1))), y: y(elevation * 0.98) })));
}

function elevations(count: number): number[] {
  if (count <= 1) return [1];
  const gains = Array.from({ length: count - 1 }, (_, index) => GAIN[Math.round((index * (GAIN.length - 1)) / Math.max(count - 2, 1))] ?? 1);
  const whole = gains.reduce((sum, gain) => sum + gain, 0);
  let climbed = 0;
  return [0.16, ...gains.map((gain) => 0.16 + 0.84 * ((climbed += gain) / whole))];
}

/** A soft curve through the points (Catmull–Rom), tight enough to keep ridges crisp; as far as the point at `end`. */
function curve(points: readonly Point[], end = points.length - 1): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  rest.slice(0, end).forEach((point, index) => {
    const before = points[index - 1] ?? points[index] ?? point;
    const from = points[index] ?? point;
    const after = points[index + 2] ?? point;
    const pull = 0.13;
    path += `C${round(from.x + (point.x - before.x) * pull)} ${round(from.y + (point.y - before.y) * pull)} ${round(point.x - (after.x - from.x) * pull)} ${round(point.y - (after.y - from.y) * pull)} ${point.x} ${point.y}`;
  });
  return path;
}

function shade(path: readonly Point[], height: number): string {
  let strokes = "";
  path.forEach((from, index) => {
    const to = path[index + 1];
    if (!to || to.y <= from.y) return;
    const steps = Math.max(3, Math.round((to.x - from.x) / 5));
    for (let step = 1; step <= steps; step += 1) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const top = from.y + ((to.y - from.y) * step) / steps + 4;
      const length = Math.min((height - top) * 0.28, 9 + ((step * 7) % 11));
      strokes += `M${round(x)} ${round(top)}l${round(length * 0.3)} ${round(length)}`;
    }
  });
  return strokes;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
