/** By command: data that passes its shape, as a client sends it. */
export type PartSamples = { readonly [command: string]: Record<string, unknown> };
