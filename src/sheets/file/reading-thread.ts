/** A thread with little memory, in which a file can do no harm but to itself. */
import { Worker } from 'node:worker_threads';
import { fileProblem } from '../words.ts';
import type { SentFile } from './read-file.ts';
import { type Read, type Table, unreadable } from './table.ts';

const YOUNG_MEMORY_MB = 32;
const BOOTSTRAP = new URL('./reading-thread.mjs', import.meta.url);
/** The same file among the sources and among what was built from them. */
const READER = new URL(
  import.meta.url.endsWith('.ts') ? './read-file.ts' : './read-file.js',
  import.meta.url,
);

const TOO_HEAVY = fileProblem(
  'FILE_TOO_HEAVY',
  'Berkas ini terlalu berat untuk dibaca. Salin datanya saja ke templat yang baru, atau kirim CSV UTF-8.',
  'This file is too heavy to be read. Copy only its data into a new template, or send CSV UTF-8.',
);

interface Settle {
  readonly read: (table: Read<Table>) => void;
  readonly failed: (error: unknown) => void;
}

export class ReadingThread {
  /** Ended, or about to: it takes no other file. */
  isOver = false;
  readonly #worker: Worker;
  #settle: Settle | undefined;

  constructor(memoryMb: number) {
    this.#worker = new Worker(BOOTSTRAP, {
      workerData: { reader: READER.href },
      // Neither the secrets nor the settings of the process are its business.
      ...{ env: {}, argv: [], execArgv: [] },
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: YOUNG_MEMORY_MB,
      },
    });
    this.#worker.on('message', (table: Read<Table>) => this.#settle?.read(table));
    // While no file is read, its end is nobody's problem.
    this.#worker.on('error', (error) => this.#failed(error));
    this.#worker.on('exit', () => this.#failed(new Error('the reading thread ended by itself')));
    this.#worker.unref();
  }

  /** One file at a time. @throws what the reader threw, which then is a fault of ours. */
  async read(file: SentFile, limitMs: number): Promise<Read<Table>> {
    const worker = this.#worker;
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Read<Table>>((resolve, reject) => {
        const heavy = (): void => {
          this.end();
          resolve(unreadable(TOO_HEAVY));
        };
        timer = setTimeout(heavy, limitMs);
        this.#settle = {
          read: resolve,
          failed: (error) => (isOutOfMemory(error) ? heavy() : reject(error)),
        };
        worker.postMessage(file);
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      worker.unref();
    }
  }

  #failed(error: unknown): void {
    this.isOver = true;
    this.#settle?.failed(error);
  }

  end(): void {
    this.isOver = true;
    void this.#worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
