/** What became of one attempt. Reasons are codes: the other side's words may hold the address. */
export type AttemptOutcome =
  | { readonly kind: 'sent' }
  /** Worth another try: nobody answered, or the other side said "later". */
  | { readonly kind: 'later'; readonly reason: string }
  /** Refused for good: the address or the receiver has to be put right first. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What goes out, whatever the channel. */
export interface OutgoingNotice {
  readonly noticeId: string;
  readonly deliveryId: string;
  readonly subject: { readonly id: string; readonly en: string };
  readonly text: { readonly id: string; readonly en: string };
  /** The same for a program: everything that the words were made of. */
  readonly payload: Readonly<Record<string, unknown>>;
}
