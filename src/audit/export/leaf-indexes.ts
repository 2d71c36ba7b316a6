/** The leaves that a bundle holds: eight bytes each, since a large bundle has millions. */
export class LeafIndexes {
  #values = new Float64Array(1_024);
  #count = 0;

  add(index: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = index;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** In ascending order, each once: a note may seal two lines. */
  sorted(): Float64Array {
    const all = this.#values.slice(0, this.#count).sort();
    return all.filter((index, place) => place === 0 || index !== all[place - 1]);
  }
}
