/**
 * Walks through XML from tag to tag in linear time and builds nothing, so that a hostile file is told before any
 * reader has made a tree or a table of it. Stricter than XML where spreadsheets never need more: no document types,
 * no character data sections, no bare `<` inside a tag.
 */
import { XML_DEPTH_MAX, XML_TOKEN_MAX } from '../limits.ts';

/** `empty`: opened and closed by one tag. Comments and processing instructions are passed over. */
export type TokenKind = 'open' | 'empty' | 'close' | 'text' | 'end';

/** The XML is not what a spreadsheet program writes. */
export class XmlRefused extends Error {}

/** One text or tag longer than any program writes. */
export class XmlTokenTooLong extends XmlRefused {}

const [LESS, GREATER, SLASH, BANG, QUESTION, COLON, EQUALS] = [...'<>/!?:='].map((one) => one.charCodeAt(0));
const [DOUBLE, SINGLE, DASH, SPACE] = [...`"'- `].map((one) => one.charCodeAt(0));

/** Bytes that fit into one exact number. */
const SHORT_NAME = 6;
const NAMES_KEPT = 500;

export class XmlTokens {
  /** Elements that are open, the one just opened among them. */
  depth = 0;
  /** Of the element, without its prefix; '' for text. */
  name = '';
  /** First byte of the text, or of what follows a tag's name. */
  from = 0;
  /** Behind its last byte. */
  to = 0;
  readonly #xml: Buffer;
  #at = 0;
  readonly #names = new Map<number, string>();

  constructor(xml: Buffer) {
    this.#xml = xml;
  }

  /** @throws XmlRefused */
  next(): TokenKind {
    const xml = this.#xml;
    for (;;) {
      if (this.#at >= xml.length) {
        if (this.depth > 0) throw new XmlRefused('it ends too early');
        return 'end';
      }
      if (xml[this.#at] !== LESS) return this.#text();
      const second = xml[this.#at + 1];
      if (second === QUESTION) this.#passOver('?>');
      else if (second !== BANG) return this.#tag();
      else if (xml[this.#at + 2] === DASH && xml[this.#at + 3] === DASH) this.#passOver('-->');
      else throw new XmlRefused('document type or character data');
    }
  }

  /** Value of an attribute of the tag at hand, as it stands in the file. */
  attribute(name: string): string | undefined {
    const xml = this.#xml;
    let at = this.from;
    while (at < this.to) {
      while (at < this.to && xml[at]! <= SPACE!) at += 1;
      const nameFrom = at;
      while (at < this.to && xml[at] !== EQUALS) at += 1;
      const quote = xml[at + 1];
      if (at >= this.to || (quote !== DOUBLE && quote !== SINGLE)) return undefined;
      const valueFrom = at + 2;
      let end = valueFrom;
      while (end < this.to && xml[end] !== quote) end += 1;
      if (end >= this.to) throw new XmlRefused('an attribute does not end');
      const isIt = at - nameFrom === name.length && xml.toString('latin1', nameFrom, at) === name;
      if (isIt) return xml.toString('latin1', valueFrom, end);
      at = end + 1;
    }
    return undefined;
  }

  #text(): TokenKind {
    const xml = this.#xml;
    let at = this.#at;
    while (at < xml.length && xml[at] !== LESS) at += 1;
    this.#take(at);
    this.name = '';
    this.from = this.#at;
    this.to = at;
    this.#at = at;
    return 'text';
  }

  #tag(): TokenKind {
    const xml = this.#xml;
    const isClose = xml[this.#at + 1] === SLASH;
    const nameFrom = this.#at + (isClose ? 2 : 1);
    let at = nameFrom;
    let local = nameFrom;
    for (; at < xml.length; at += 1) {
      const byte = xml[at]!;
      if (byte === COLON && local === nameFrom) local = at + 1;
      if (byte <= SPACE! || byte === GREATER || byte === SLASH) break;
    }
    const nameTo = at;
    let quote: number | undefined;
    for (; at < xml.length; at += 1) {
      const byte = xml[at]!;
      if (byte === LESS) throw new XmlRefused('a tag inside a tag');
      if (quote !== undefined) {
        if (byte === quote) quote = undefined;
      } else if (byte === DOUBLE || byte === SINGLE) quote = byte;
      else if (byte === GREATER) break;
    }
    if (at >= xml.length) throw new XmlRefused('a tag does not end');
    this.#take(at);
    const isEmpty = !isClose && xml[at - 1] === SLASH;
    this.name = this.#nameAt(local, nameTo);
    this.from = nameTo;
    this.to = isEmpty ? at - 1 : at;
    this.#at = at + 1;
    if (isClose) {
      this.depth -= 1;
      if (this.depth < 0) throw new XmlRefused('closed and never opened');
      return 'close';
    }
    if (this.depth >= XML_DEPTH_MAX) throw new XmlRefused('too deep');
    if (isEmpty) return 'empty';
    this.depth += 1;
    return 'open';
  }

  /** Names come again and again: making each of them anew would take longer than all the rest. */
  #nameAt(from: number, to: number): string {
    if (to - from > SHORT_NAME) return this.#xml.toString('latin1', from, to);
    let key = 0;
    for (let at = from; at < to; at += 1) key = key * 256 + this.#xml[at]!;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#xml.toString('latin1', from, to);
    if (this.#names.size < NAMES_KEPT) this.#names.set(key, name);
    return name;
  }

  #passOver(end: string): void {
    const at = this.#xml.indexOf(end, this.#at, 'latin1');
    if (at === -1) throw new XmlRefused('a comment does not end');
    this.#take(at);
    this.#at = at + end.length;
  }

  #take(to: number): void {
    if (to - this.#at > XML_TOKEN_MAX) throw new XmlTokenTooLong('too long without a tag');
  }
}
