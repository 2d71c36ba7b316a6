/** Limits of tries for routes that ask for no token: of the API and of the console alike. */

/**
 * Where no token is asked for, whatever is sent as one says nothing: there only the address counts, or each invented
 * token would have tries of its own.
 */
export const perAddress = (max: number) =>
  ({ max, timeWindow: '1 minute', keyGenerator: ({ ip }: { readonly ip: string }): string => ip }) as const;
