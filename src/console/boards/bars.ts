/** Where the pieces of a bar lie. What is hidden gets a width that says nothing: the same for each. */
import type { Figure } from './answer.ts';

/** Known pieces by their pattern; `hidden` for what the table does not show either. */
export interface Piece {
  readonly look: string;
  readonly x: number;
  readonly width: number;
}

export interface Bar {
  readonly pieces: readonly Piece[];
  /** Where it ends, or where it would if nothing were hidden. */
  readonly end: number;
}

export interface Part {
  readonly look: string;
  readonly figure: Figure;
}

/** As wide as a hidden number is drawn, of the whole width. */
const HIDDEN_SHARE = 0.08;

/**
 * @param whole sum of the parts; where it is shown, what is hidden fills the rest of it.
 * @param most the number that fills the width.
 */
export function barOf(parts: readonly Part[], whole: Figure, most: number, width: number): Bar {
  const scale = most === 0 ? 0 : width / most;
  const known = parts.filter((part): part is Part & { figure: number } => typeof part.figure === 'number');
  const isWhole = known.length === parts.length;
  const pieces: Piece[] = [];
  let x = 0;
  for (const { look, figure } of known) {
    if (figure === 0) continue;
    pieces.push({ look, x, width: figure * scale });
    x += figure * scale;
  }
  if (isWhole) return { pieces, end: x };
  const rest = typeof whole === 'number' ? Math.max(0, whole * scale - x) : HIDDEN_SHARE * width;
  pieces.push({ look: 'hidden', x: Math.min(x, width - rest), width: rest });
  return { pieces, end: Math.min(x + rest, width) };
}

/** The largest number that is shown among these. */
export const mostOf = (figures: readonly Figure[]): number =>
  Math.max(0, ...figures.filter((figure) => typeof figure === 'number'));
