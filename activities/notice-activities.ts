/** The one step of a notice's delivery. */
export interface NoticeActivities {
  /** One attempt, if it is time for one; answers milliseconds until the next, null where there is none. */
  attemptDelivery(input: { readonly deliveryId: string }): Promise<number | null>;
}
