/**
 * What is wrong with a note, in a sentence.
 *
 * - `malformed`: it is no note, or its text is not what it should be
 * - `unsigned`: no key that is known has signed it
 * - `forged`: it names a known key, whose signature it is not
 */
export type NoteFault = 'malformed' | 'unsigned' | 'forged';

export class NoteProblem extends Error {
  readonly fault: NoteFault;

  constructor(fault: NoteFault, sentence: string) {
    super(sentence);
    this.name = 'NoteProblem';
    this.fault = fault;
  }
}
