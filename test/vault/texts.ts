import fc from 'fast-check';

/** Any text that has a UTF-8: also empty, with NUL, emoji and line ends. */
export const text = () => fc.string({ unit: 'grapheme', maxLength: 200 });

/** Printed with every failure, so that it can be run again. */
export const seeded = { seed: 20_260_103, numRuns: 100 };
