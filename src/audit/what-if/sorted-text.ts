/** The same value has the same text, whatever the order of its fields; a field that is undefined is none. */
export const sortedText = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
