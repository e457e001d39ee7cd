/** One mark, one phone: how large, so that all have room. In u. */
export interface SquaresLayout {
  side: number;
  gap: number;
}

/** Above this many phones the squares would be dust; one thin bar stands for them. */
export const MOST_SQUARES = 300;

const SMALLEST = 5;
const STEP = 0.5;

/** The largest side, from the one wanted down, with which `count` squares fit a box; null when a bar must do. */
export function squaresLayout(
  count: number,
  box: { width: number; height: number; largest: number },
): SquaresLayout | null {
  if (count > MOST_SQUARES) return null;
  for (let side = box.largest; ; side = Math.max(SMALLEST, side - STEP)) {
    const gap = side * 0.42;
    const columns = Math.floor((box.width + gap) / (side + gap));
    const rows = Math.ceil(count / columns);
    if (rows * (side + gap) - gap <= box.height || side <= SMALLEST) return { side, gap };
  }
}
