/**
 * Files are read beside the process and not in it: who sends one may be anybody with an account, and API, workers
 * and timers share one event loop. A few threads, each with a limit of time and memory; who comes while all of them
 * are busy waits for a while.
 */
import { READERS_MAX, READING_LIMIT_MS, READING_MEMORY_MB, WAIT_LIMIT_MS, WAITING_MAX } from '../limits.ts';
import type { SentFile } from './read-file.ts';
import { ReadingThread } from './reading-thread.ts';
import type { Read, Table } from './table.ts';

export interface ReadingLimits {
  readonly readers: number;
  /** Files that wait; one more is refused at once. */
  readonly waiting: number;
  readonly waitMs: number;
  /** For one file. */
  readonly readingMs: number;
  /** Of a thread. */
  readonly memoryMb: number;
}

/** A thread without work is let go after this time. */
const IDLE_MS = 60_000;

export class FileReading {
  readonly #limits: ReadingLimits;
  readonly #idle: { readonly thread: ReadingThread; readonly letGo: NodeJS.Timeout }[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  /** undefined: nobody had time for it; the same file may be sent again. */
  async read(file: SentFile): Promise<Read<Table> | undefined> {
    if (!(await this.#turn())) return undefined;
    const thread = this.#thread();
    try {
      return await thread.read(file, this.#limits.readingMs);
    } catch (error) {
      thread.end();
      throw error;
    } finally {
      this.#keep(thread);
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  async #turn(): Promise<boolean> {
    const { readers, waiting, waitMs } = this.#limits;
    if (this.#busy < readers) {
      this.#busy += 1;
      return true;
    }
    if (this.#waiting.length >= waiting) return false;
    return new Promise((resolve) => {
      const turn = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        resolve(false);
      }, waitMs);
      this.#waiting.push(turn);
    });
  }

  #thread(): ReadingThread {
    for (let last = this.#idle.pop(); last !== undefined; last = this.#idle.pop()) {
      clearTimeout(last.letGo);
      if (!last.thread.isOver) return last.thread;
    }
    return new ReadingThread(this.#limits.memoryMb);
  }

  #keep(thread: ReadingThread): void {
    if (thread.isOver) return;
    const letGo = setTimeout(() => {
      thread.end();
      const place = this.#idle.findIndex((idle) => idle.thread === thread);
      if (place !== -1) this.#idle.splice(place, 1);
    }, IDLE_MS);
    letGo.unref();
    this.#idle.push({ thread, letGo });
  }
}

const reading = new FileReading({
  ...{ readers: READERS_MAX, waiting: WAITING_MAX, waitMs: WAIT_LIMIT_MS },
  ...{ readingMs: READING_LIMIT_MS, memoryMb: READING_MEMORY_MB },
});

/** With the limits of this process. undefined: all readers are busy. */
export const readApart = (file: SentFile): Promise<Read<Table> | undefined> => reading.read(file);
