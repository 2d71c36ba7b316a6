/** Names of the cookies that the console sets. */

/**
 * Over https each has the prefix that binds it to this very host: browsers take it with `Secure`, with the path `/` and
 * without a domain only, so that no neighbouring host can put one here. Over http they would not take it at all.
 */
export function cookieNames(secure: boolean) {
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}titian`,
    /** Whom forms belong to before signing in. */
    visitor: `${prefix}titian-visitor`,
    /** What is needed to come back from the provider. */
    note: `${prefix}titian-note`,
    language: `${prefix}titian-language`,
  } as const;
}
