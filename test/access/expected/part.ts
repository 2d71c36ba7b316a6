import type { Role } from '../../../src/domain/decider.ts';

/** By role: action → how far its hand reaches. Written by hand from domain I.6c, derived from nothing. */
type Actions = { readonly [R in Role]?: { readonly [action: string]: string } };

export interface ExpectedPart {
  readonly commands: Actions;
  readonly reads: Actions;
}
