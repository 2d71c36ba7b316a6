/** Tables of counts, as boards publish them: every published number is a sum of the same smallest counts. */

/** The smallest counts that a table tells apart. They are disjoint: nobody is in two. */
export interface Counted {
  readonly atoms: readonly number[];
  readonly cells: readonly CountedCell[];
}

export interface CountedCell {
  readonly key: string;
  /** Places in `atoms` that it is the sum of. */
  readonly of: readonly number[];
  /** Can be computed from others and stands nowhere: protected all the same, for example "not behind pace". */
  readonly implied?: boolean;
}

/** `<5`, or hidden because another number could be computed from it; the second says nothing of its size. */
export type Hidden = 'small' | 'withheld';
export type Figure = number | Hidden;

export const isHidden = (figure: Figure): figure is Hidden => typeof figure === 'string';

export const sumOf = ({ atoms }: Pick<Counted, 'atoms'>, { of }: CountedCell): number =>
  of.reduce((sum, place) => sum + (atoms[place] ?? 0), 0);
