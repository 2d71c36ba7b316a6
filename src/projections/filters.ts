/** Conditions of a list, joined as they are asked for: an absent filter asks for nothing. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly texts: string[] = [];

  /** @param condition made with the placeholder of the value, for example `$3`. */
  where(condition: (placeholder: string) => string, value: unknown): this {
    if (value === undefined) return this;
    this.values.push(value);
    this.texts.push(condition(`$${this.values.length}`));
    return this;
  }

  /** Rows after a place in the order of person and case. */
  after(place: { readonly personId: string; readonly caseId: string } | undefined): this {
    if (place === undefined) return this;
    this.values.push(place.personId, place.caseId);
    this.texts.push(`(person_id, case_id) > ($${this.values.length - 1}, $${this.values.length})`);
    return this;
  }

  /** The placeholder of a value that is no condition: the limit. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get text(): string {
    return this.texts.length === 0 ? 'true' : this.texts.join(' AND ');
  }
}
