/** The record holds no such stream, decision, event, deadline or case. */
export class NothingToExplain extends Error {
  override readonly name = 'NothingToExplain';
}
