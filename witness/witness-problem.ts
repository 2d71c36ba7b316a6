/** Why a witness does not start, in a sentence for whoever runs it. */
export class WitnessProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'WitnessProblem';
  }
}
